import type { DayCount, Loan } from '../case/index.ts'
import {
  dateParts,
  daysBetween,
  scaleExactly,
  type CalendarDate,
  type Fen,
  type Fraction,
  type Rate,
} from '../kernel/index.ts'

/** Days of the year that a day count divides by. */
export const yearDays = (dayCount: DayCount): 360 | 365 => (dayCount === 'actual/365' ? 365 : 360)

/**
 * Days of interest from one date to a later one. 30/360 counts every month as 30 days (30E/360,
 * ISDA 2006 §4.16(g)); the others count calendar days.
 */
export const interestDays = (dayCount: DayCount, from: CalendarDate, to: CalendarDate): number =>
  dayCount === '30/360' ? thirtyDayNumber(to) - thirtyDayNumber(from) : daysBetween(from, to)

/** The number of a day where every month has 30; the 31st is the 30th. */
function thirtyDayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date)
  return year * 360 + month * 30 + Math.min(day, 30)
}

/** The nominal annual rate as an exact ratio: a month's × 12, a day's × the days of the year. */
export function annualRate(rate: Rate, dayCount: DayCount): Fraction {
  const periods = rate.per === 'year' ? 1 : rate.per === 'month' ? 12 : yearDays(dayCount)
  return { numerator: rate.numerator * periods, denominator: rate.denominator }
}

/** Simple interest on a principal over some days of its day count, half up to the fen. */
export function interestFor(
  principal: Fen,
  loan: Pick<Loan, 'rate' | 'dayCount'>,
  days: number,
): Fen {
  const annual = annualRate(loan.rate, loan.dayCount)
  return scaleExactly(
    principal,
    [annual.numerator, days],
    [annual.denominator, yearDays(loan.dayCount)],
  )
}

/** Simple interest for whole months, each a twelfth of the annual rate; half up to the fen. */
export function monthsInterest(
  principal: Fen,
  loan: Pick<Loan, 'rate' | 'dayCount'>,
  months: number,
): Fen {
  const annual = annualRate(loan.rate, loan.dayCount)
  return scaleExactly(principal, [annual.numerator, months], [annual.denominator, 12])
}

/** Simple interest for one regular month (a twelfth of the annual rate), half up to the fen. */
export const monthInterest = (principal: Fen, loan: Pick<Loan, 'rate' | 'dayCount'>): Fen =>
  monthsInterest(principal, loan, 1)
