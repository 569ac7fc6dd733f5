import type { Loan } from '../case/index.ts'
import {
  dateParts,
  daysBetween,
  daysInMonth,
  scaleExactly,
  sumFen,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { annualRate, interestDays, interestFor, monthsInterest } from './day-count.ts'
import { rateStretches, type RateStretch } from './rate-stretches.ts'

type InterestTerms = Pick<Loan, 'rate' | 'rateChanges' | 'dayCount'>

/** A time between two due dates, or from the money's arrival to the first one. */
export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * Interest of a period on a balance, half up to the fen. With 30/360 a whole number of months is
 * that many twelfths of the year, whatever the calendar; anything else counts days. Where the rate
 * changes on the way, each stretch is counted and rounded on its own (分段计息).
 * @param months how many months the contract counts for the period; null where it counts days
 */
export function periodInterest(
  loan: InterestTerms,
  balance: Fen,
  { from, to, months }: Period & { readonly months: number | null },
): Fen {
  if (loan.rateChanges.length === 0) {
    if (months !== null) return monthsInterest(balance, loan, months)
    return interestByDays(loan, balance, { from, to, rate: loan.rate })
  }
  const whole = Math.max(1, daysBetween(from, to))
  return sumFen(
    rateStretches(loan, from, to).map((stretch) => {
      if (months === null) return interestByDays(loan, balance, stretch)
      const { numerator, denominator } = annualRate(stretch.rate, loan.dayCount)
      const isAll = stretch.from === from && stretch.to === to
      const days = isAll ? whole : daysBetween(stretch.from, stretch.to)
      return scaleExactly(balance, [numerator, months, days], [denominator, 12, whole])
    }),
  )
}

const interestByDays = (
  { dayCount }: InterestTerms,
  balance: Fen,
  { from, to, rate }: RateStretch,
): Fen => interestFor(balance, { rate, dayCount }, Math.max(0, interestDays(dayCount, from, to)))

/** The whole months that a 30/360 contract counts between two days, else null: then days count. */
export function wholeMonths(
  { dayCount }: Pick<Loan, 'dayCount'>,
  from: CalendarDate,
  to: CalendarDate,
): number | null {
  if (dayCount !== '30/360') return null
  const start = dateParts(from)
  const end = dateParts(to)
  const months = (end.year - start.year) * 12 + end.month - start.month
  const day = start.day <= 28 ? start.day : Math.min(start.day, daysInMonth(end.year, end.month))
  return months > 0 && end.day === day ? months : null
}
