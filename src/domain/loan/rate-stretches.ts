import type { Loan } from '../case/index.ts'
import { addDays, type CalendarDate, type Rate } from '../kernel/index.ts'

type RatedLoan = Pick<Loan, 'rate' | 'rateChanges'>

/** The rate a loan bears on a day: that of its last change up to it, else the contract's first one. */
export function rateOn(loan: RatedLoan, day: CalendarDate): Rate {
  let [rate, since]: [Rate, CalendarDate | null] = [loan.rate, null]
  for (const change of loan.rateChanges) {
    if (change.on > day || (since !== null && change.on < since)) continue
    ;[rate, since] = [change.rate, change.on]
  }
  return rate
}

/** A stretch of days that bear one rate: from the first day to the one before `to`. */
export interface RateStretch {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly rate: Rate
}

/**
 * A period cut where the rate changes (分段计息). A change counts from its own day on: the first
 * day of a period bears interest, the last one does not (算头不算尾).
 */
export function rateStretches(
  loan: RatedLoan,
  from: CalendarDate,
  to: CalendarDate,
): readonly RateStretch[] {
  if (loan.rateChanges.length === 0) return [{ from, to, rate: loan.rate }]
  const inside = loan.rateChanges.map(({ on }) => on).filter((on) => on > from && on < to)
  const stretches: { from: CalendarDate; to: CalendarDate; rate: Rate }[] = []
  for (const cut of [...new Set([from, ...inside])].sort()) {
    const rate = rateOn(loan, cut)
    const before = stretches.at(-1)
    if (before !== undefined && isSameRate(before.rate, rate)) continue
    if (before !== undefined) before.to = cut
    stretches.push({ from: cut, to, rate })
  }
  return stretches
}

/** Whether two rates are written alike: a change into the same rate changes nothing. */
export const isSameRate = (a: Rate, b: Rate): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator && a.per === b.per

/** The rate of the last day of a period, which is the day before `to`. */
export const closingRate = (loan: RatedLoan, to: CalendarDate): Rate =>
  loan.rateChanges.length === 0 ? loan.rate : rateOn(loan, addDays(to, -1))
