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
import type { Period } from './period-interest.ts'
import { rateStretches, type RateStretch } from './rate-stretches.ts'

/**
 * What a period has borne by a day, of the interest that the contract reckons for the whole of it:
 * by the days gone, half up to the fen (Civil Code art. 677: interest for the time the money was
 * used). Frozen days bear nothing; where the rate changes on the way, a day counts by the rate it bears.
 * @param whole the period's interest without any freeze
 */
export function interestUntil(
  loan: Loan,
  whole: Fen,
  { from, to, on }: Period & { readonly on: CalendarDate },
): Fen {
  if (to <= from) return whole
  if (on <= from) return ZERO_FEN
  const last = on < to ? on : to
  if (last === to && loan.freezes.length === 0) return whole
  const stretches = rateStretches(loan, from, to)
  if (stretches.length > 1 && !hasOwnRows(loan)) {
    const all = weigh({ ...loan, freezes: [] }, stretches, to)
    return scaleBySums(whole, weigh(loan, stretches, last), all)
  }
  const start = dayNumber(from)
  const gone = bearingDays(loan, { start, end: dayNumber(last) })
  return fen(multiplyDivideHalfUp(whole, gone, dayNumber(to) - start))
}

/** Days until `end` that bear interest, each by its rate. */
function weigh(loan: Loan, stretches: readonly RateStretch[], end: CalendarDate): ExactSum {
  let sum = EXACT_ZERO
  for (const { from, to, rate } of stretches) {
    const last = to < end ? to : end
    const days = bearingDays(loan, { start: dayNumber(from), end: dayNumber(last) })
    sum = addExact(sum, { amount: 1, days, ...dailyRate(rate, loan) })
  }
  return sum
}
