import type { ChartConfiguration } from 'chart.js'
import type { BalanceMonth } from './balance-months.ts'
import { loanBars } from './loan-bars.ts'
import { moneyAxis, type MoneyWords } from './money-axis.ts'
import type { useFormat } from './use-format.ts'

type Words = Pick<ReturnType<typeof useFormat>, 'month'> &
  MoneyWords & { readonly others: (count: number) => string }

/** What is left of each loan at each month's end, the loans on top of one another. */
export const balanceChart = (
  months: readonly BalanceMonth[],
  names: readonly string[],
  { money, moneyRound, month, others }: Words,
): ChartConfiguration => ({
  type: 'bar',
  data: {
    labels: months.map(({ on }) => month(on)),
    datasets: loanBars(
      months.map(({ left }) => left),
      names,
      others,
    ),
  },
  options: moneyAxis({ money, moneyRound, isStacked: true }),
})
