import { computed } from 'vue'
import { collectionStage } from '../../domain/conduct/index.ts'
import { useCaseStore, useDayStore, useFiguresStore, useServices } from '../../stores/index.ts'
import { loanNames } from '../shared/loan-names.ts'

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
