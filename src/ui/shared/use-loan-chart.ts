import type { ChartConfiguration } from 'chart.js'
import { useI18n } from 'vue-i18n'
import type { Fen } from '../../domain/kernel/index.ts'
import { loanBars, loanColours } from './loan-bars.ts'
import { moneyAxis } from './money-axis.ts'
import { useFormat } from './use-format.ts'

export interface LoanMonths {
  /** The loans of the chart. */
  readonly loans: readonly string[]
  /** Each month's name and an amount for each of the loans. */
  readonly months: readonly { readonly name: string; readonly amounts: readonly Fen[] }[]
  readonly loanName: (loan: string) => string
  /** What is owed today on each loan of the case, in the case's order. */
  readonly owedToday: ReadonlyMap<string, Fen>
}

/** The chart of amounts by loan and month, the loans on top of one another. */
export function useLoanChart(): (of: LoanMonths) => ChartConfiguration {
  const { t } = useI18n()
  const { money, moneyRound } = useFormat()
  const others = (n: number): string => t('shared.chart.others', { n })
  return ({ loans, months, loanName, owedToday }) => {
    const colours = loanColours(owedToday)
    const datasets = loanBars(
      months.map(({ amounts }) => amounts),
      loans.map((loan) => ({ name: loanName(loan), colour: colours.get(loan) ?? null })),
      others,
    )
    return {
      type: 'bar',
      data: { labels: months.map(({ name }) => name), datasets },
      options: moneyAxis({ money, moneyRound, isStacked: true }),
    }
  }
}
