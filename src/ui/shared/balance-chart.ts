import type { ChartConfiguration } from 'chart.js'
import type { BalanceMonth } from './balance-months.ts'
import { chartColours } from './chart-colours.ts'
import { moneyAxis, type MoneyWords } from './money-axis.ts'
import type { useFormat } from './use-format.ts'

type Words = Pick<ReturnType<typeof useFormat>, 'month'> & MoneyWords

/** What is left of each loan at each month's end, the loans on top of one another. */
export function balanceChart(
  months: readonly BalanceMonth[],
  names: readonly string[],
  { money, moneyRound, month }: Words,
): ChartConfiguration {
  const { series } = chartColours()
  return {
    type: 'bar',
    data: {
      labels: months.map(({ on }) => month(on)),
      datasets: names.map((label, at) => ({
        label,
        data: months.map(({ left }) => left[at] ?? 0),
        backgroundColor: series[at % series.length] ?? '',
        categoryPercentage: 0.9,
        barPercentage: 1,
      })),
    },
    options: moneyAxis({ money, moneyRound, isStacked: true }),
  }
}
