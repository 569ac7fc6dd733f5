import { fen, type Fen } from '../kernel/index.ts'
import { overRows } from './formula.ts'
import type { Trace, TraceValue } from './types.ts'
import { input, money, months } from './values.ts'

/** What clearing at today's pace is reckoned from. */
export interface Pace {
  readonly owedNow: Fen
  readonly affordable: Fen
  /** Yearly, as a decimal fraction. */
  readonly averageRate: number
}

/**
 * How long clearing takes at today's pace: the months in which something is owed, each with its
 * interest and what is paid of it. All digits are kept; the rows are shown to the fen, so that one
 * may differ by a fen from the one before. Null where it never clears.
 */
export function traceMonthsToClear(
  { owedNow, affordable, averageRate }: Pace,
  monthsToClear: number | null,
): Trace | null {
  if (monthsToClear === null) return null
  let left: number = owedNow
  const rows: Record<'months' | 'owed' | 'interest' | 'paid', TraceValue>[] = []
  while (left > 0 && rows.length < monthsToClear) {
    const interest = (left * averageRate) / 12
    const paid = Math.min(affordable, left + interest)
    rows.push({
      months: months(rows.length + 1),
      owed: shown(left),
      interest: shown(interest),
      paid: shown(paid),
    })
    left = left + interest - affordable
  }
  return {
    figure: 'months-to-clear',
    value: months(monthsToClear),
    inputs: [
      input('affordable', money(affordable)),
      input('yearly-rate', { unit: 'rate', value: averageRate, per: 'year' }),
    ],
    lists: [{ name: 'clearing', columns: ['months', 'owed', 'interest', 'paid'], rows }],
    steps: [],
    formula: overRows('clearing', 1),
    rounding: 'shown',
    source: 'forecast',
    parts: [],
  }
}

/** To the nearest fen, for the eye alone. */
const shown = (amount: number): TraceValue => money(fen(Math.floor(amount + 0.5)))
