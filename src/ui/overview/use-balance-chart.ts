import type { ChartConfiguration } from 'chart.js'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { sumFen } from '../../domain/kernel/index.ts'
import { useCaseStore, useDayStore, useFiguresStore, useProposals } from '../../stores/index.ts'
import { balanceMonths, proposalBalances, type LoanBalances } from '../shared/balance-months.ts'
import { loanNames } from '../shared/loan-names.ts'
import { useFormat } from '../shared/use-format.ts'
import { useLoanChart } from '../shared/use-loan-chart.ts'
import { contractBalances, planBalances, type BalanceSource } from './balance-sources.ts'

/** The picture of the debt going down, with its table and its sentence: by the plan, else the proposal, else the contracts. */
export function useBalanceChart() {
  const { t } = useI18n()
  const { money, month } = useFormat()
  const loanChart = useLoanChart()
  const cases = useCaseStore()
  const days = useDayStore()
  const figures = useFiguresStore()
  const searched = useProposals()

  const names = computed(() => loanNames(cases.facts))
  const source = computed<{ kind: BalanceSource; loans: readonly LoanBalances[] }>(() => {
    const { planProgress, states, schedules, owedToday } = figures
    const on = days.day
    if (planProgress !== null) return { kind: 'plan', loans: planBalances(planProgress, on) }
    const set = searched.set
    const best = set?.proposals.find(({ id }) => id === set.recommended)
    if (best !== undefined)
      return { kind: 'proposal', loans: proposalBalances(best.perLoan, owedToday, on) }
    if (cases.facts === null) return { kind: 'contract', loans: [] }
    const contracts = contractBalances({ facts: cases.facts, schedules, states, on })
    return { kind: 'contract', loans: contracts }
  })
  const loans = computed(() => source.value.loans)
  const loanName = (loan: string): string => names.value.get(loan) ?? loan
  const months = computed(() => balanceMonths(loans.value, days.day))

  const config = computed<ChartConfiguration>(() =>
    loanChart({
      loans: loans.value.map(({ loan }) => loan),
      months: months.value.map(({ on, left }) => ({ name: month(on), amounts: left })),
      loanName,
      owedToday: figures.owedToday,
    }),
  )
  const sentence = computed(() =>
    t(`overview.balance.${source.value.kind}`, {
      start: money(
        sumFen(loans.value.flatMap(({ steps }) => steps.slice(0, 1)).map((at) => at.amount)),
      ),
      end: month(months.value.at(-1)?.on ?? days.day),
    }),
  )
  const table = computed(() => ({
    columns: [
      t('overview.balance.month'),
      ...loans.value.map(({ loan }) => loanName(loan)),
      t('overview.balance.total'),
    ],
    rows: months.value.map(({ on, left, total }) => [
      month(on),
      ...left.map((amount) => money(amount)),
      money(total),
    ]),
  }))
  const hasPicture = computed(() => loans.value.length > 0)
  return { config, sentence, table, hasPicture }
}
