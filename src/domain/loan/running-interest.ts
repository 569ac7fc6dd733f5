import type { Loan } from '../case/index.ts'
import {
  addExact,
  dayNumber,
  EXACT_ZERO,
  fen,
  multiplyDivideHalfUp,
  scaleBySums,
  ZERO_FEN,
  type CalendarDate,
  type ExactSum,
  type Fen,
} from '../kernel/index.ts'
import { hasOwnRows } from './contract-rows.ts'
import { bearingDays } from './freezes.ts'
import { dailyRate } from './overdue-charge.ts'
import { rateStretches, type RateStretch } from './rate-stretches.ts'

/**
 * Interest of a period that is not over: its scheduled interest by the days gone, half up to the
 * fen (Civil Code art. 677: interest for the time the money was used). Frozen days don't count;
 * where the rate changes on the way, a day counts by the rate it bears.
 */
export function runningInterest(
  loan: Loan,
  scheduled: Fen,
  period: { readonly from: CalendarDate; readonly to: CalendarDate; readonly on: CalendarDate },
): Fen {
  const { from, to, on } = period
  if (on <= from || to <= from) return ZERO_FEN
  if (on >= to) return scheduled
  const stretches = rateStretches(loan, from, to)
  if (stretches.length > 1 && !hasOwnRows(loan)) {
    const gone = weigh(loan, stretches, on)
    return scaleBySums(scheduled, gone, weigh(loan, stretches, to))
  }
  const start = dayNumber(from)
  const whole = bearingDays(loan, { start, end: dayNumber(to) })
  const gone = bearingDays(loan, { start, end: dayNumber(on) })
  return whole === 0 ? ZERO_FEN : fen(multiplyDivideHalfUp(scheduled, gone, whole))
}

/** Days until `end`, each by its rate. */
function weigh(loan: Loan, stretches: readonly RateStretch[], end: CalendarDate): ExactSum {
  let sum = EXACT_ZERO
  for (const { from, to, rate } of stretches) {
    const last = to < end ? to : end
    const days = bearingDays(loan, { start: dayNumber(from), end: dayNumber(last) })
    sum = addExact(sum, { amount: 1, days, ...dailyRate(rate, loan) })
  }
  return sum
}
