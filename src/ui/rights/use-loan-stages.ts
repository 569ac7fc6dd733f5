import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { collectionStage } from '../../domain/conduct/index.ts'
import { useCaseStore, useDayStore, useFiguresStore, useServices } from '../../stores/index.ts'
import { loanNames } from '../shared/loan-names.ts'
import { useFormat } from '../shared/use-format.ts'

/** Every loan with the stage of collection it has reached, the one that is latest first. */
export function useLoanStages() {
  const { pack } = useServices()
  const cases = useCaseStore()
  const days = useDayStore()
  const figures = useFiguresStore()
  return computed(() => {
    const { facts } = cases
    if (facts === null) return []
    const names = loanNames(facts)
    return facts.loans
      .flatMap((loan) => {
        const state = figures.states.get(loan.id)
        if (state === undefined) return []
        const { overdueDays, oldestUnpaidDueOn } = state
        const { utcOffset } = pack.meta
        const about = { loan, facts, overdueDays, oldestUnpaidDueOn, utcOffset, on: days.day }
        const standing = collectionStage(about, pack.stages)
        return [{ loan, name: names.get(loan.id) ?? '', state, standing }]
      })
      .toSorted((one, other) => other.state.overdueDays - one.state.overdueDays)
  })
}

export type LoanAtStage = ReturnType<typeof useLoanStages>['value'][number]

/** The step to the page of the loan that is furthest along; null where none is late. */
export function useLatestLoanStep(loans: ComputedRef<readonly LoanAtStage[]>) {
  const { t } = useI18n()
  const { locale } = useFormat()
  return computed(() => {
    const found = loans.value.find(({ standing }) => standing !== null)
    const stage = found?.standing?.stage.title[locale.value]
    if (found === undefined || stage === undefined) return null
    return {
      text: t('rights.next.loan', { name: found.name, stage }),
      to: { name: 'rights-loan', params: { id: found.loan.id } },
      action: t('rights.next.loanAction'),
    }
  })
}
