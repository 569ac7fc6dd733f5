import type { ChartDataset } from 'chart.js'
import { chartColours } from './chart-colours.ts'

/** More colours than these are told apart by nobody, and their legend would take the chart's place. */
const MOST_COLOURS = 8

/** A loan of a chart: its name, and the place of its colour. Null where it has none of its own. */
export interface BarLoan {
  readonly name: string
  readonly colour: number | null
}

/**
 * The place of each loan's colour, the same on every page: by its place in the case. Of many loans those that owe
 * most have one each; the others share the last. Takes what is owed on each loan of the case, in the case's order.
 */
export function loanColours(owed: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const loans = [...owed]
  const most = loans.toSorted(([, one], [, other]) => other - one).slice(0, MOST_COLOURS - 1)
  const own = loans.length <= MOST_COLOURS ? loans : loans.filter((loan) => most.includes(loan))
  return new Map(own.map(([loan], place) => [loan, place]))
}

/**
 * Amounts of loans month by month, on top of one another: a bar for each loan that has a colour and one for all
 * others together; the chart's table has them all.
 */
export function loanBars(
  months: readonly (readonly number[])[],
  loans: readonly BarLoan[],
  others: (count: number) => string,
): ChartDataset<'bar', number[]>[] {
  const { series } = chartColours()
  return stacksOf(loans, others).map(({ name, colour, places }) => ({
    label: name,
    data: months.map((amounts) => places.reduce((sum, place) => sum + (amounts[place] ?? 0), 0)),
    backgroundColor: series[colour ?? MOST_COLOURS - 1] ?? '',
    categoryPercentage: 0.9,
    barPercentage: 1,
  }))
}

/** What is one bar: a loan, or all those that have no colour of their own. */
interface Stack extends BarLoan {
  /** The loans that it adds up, by their place in the chart. */
  readonly places: readonly number[]
}

function stacksOf(loans: readonly BarLoan[], others: (count: number) => string): Stack[] {
  const all = loans.map((loan, place) => ({ ...loan, places: [place] }))
  const rest = all.filter(({ colour }) => colour === null)
  // One alone is called by its name.
  if (rest.length <= 1) return all
  return [
    ...all.filter(({ colour }) => colour !== null),
    { name: others(rest.length), colour: null, places: rest.flatMap(({ places }) => places) },
  ]
}
