import type { ChartDataset } from 'chart.js'
import { chartColours } from './chart-colours.ts'

/** More colours than these are told apart by nobody, and their legend would take the chart's place. */
const MOST_COLOURS = 8

interface Stack {
  readonly label: string
  /** The loans that it adds up, by their place. */
  readonly loans: readonly number[]
}

/**
 * Amounts of loans month by month, on top of one another. Where there are many, those with most to pay
 * have a colour each and the others one together; the chart's table has them all.
 */
export function loanBars(
  months: readonly (readonly number[])[],
  names: readonly string[],
  others: (count: number) => string,
): ChartDataset<'bar', number[]>[] {
  const { series } = chartColours()
  return stacksOf(months, names, others).map(({ label, loans }, at) => ({
    label,
    data: months.map((amounts) => loans.reduce((sum, loan) => sum + (amounts[loan] ?? 0), 0)),
    backgroundColor: series[at % series.length] ?? '',
    categoryPercentage: 0.9,
    barPercentage: 1,
  }))
}

function stacksOf(
  months: readonly (readonly number[])[],
  names: readonly string[],
  others: (count: number) => string,
): Stack[] {
  const alone = names.map((label, at) => ({ label, loans: [at] }))
  if (alone.length <= MOST_COLOURS) return alone
  const first = months[0] ?? []
  const byAmount = alone
    .map((_, at) => at)
    .sort((one, other) => (first[other] ?? 0) - (first[one] ?? 0))
  const rest = byAmount.slice(MOST_COLOURS - 1)
  return [
    ...alone.filter((_, at) => !rest.includes(at)),
    { label: others(rest.length), loans: rest },
  ]
}
