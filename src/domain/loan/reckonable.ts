import type { DayCount, Loan } from '../case/index.ts'
import { annualRate, yearDays } from './day-count.ts'
import {
  CALENDAR_YEARS,
  dateParts,
  fen,
  fractionToNumber,
  minFen,
  type Fen,
  type Rate,
} from '../kernel/index.ts'

/**
 * Ten trillion yuan: charges stop growing there, and a schedule that might pass it is refused. No
 * debt comes near it, and every sum of a few such amounts is still an exact machine integer.
 */
export const CEILING: Fen = fen(1_000_000_000_000_000)

/** A charge as far as the ceiling leaves room for it beside what is owed already. */
export const withinCeiling = (charge: Fen, owed: Fen): Fen =>
  minFen(charge, fen(Math.max(0, CEILING - owed)))

/**
 * Whether no sum of a schedule can pass the ceiling, by an upper bound: the principal at its
 * highest rate over the whole time, and every fee on every due date. The first period may be longer
 * than a month; nearly all loans are far below even if it were as long as the calendar.
 */
export function isReckonable(loan: Loan, months: number): boolean {
  const { principal, rate, rateChanges, dayCount, fees } = loan
  const own = annualRateNumber(rate, dayCount)
  const highest = rateChanges.length === 0 ? own : Math.max(own, highestChange(loan))
  const most = fees.length === 0 ? principal : principal + feesSum(loan) * (months + 1)
  const perDay = (principal * highest) / yearDays(dayCount)
  const room = CEILING - most - perDay * (months + 2) * 31
  return perDay * CALENDAR_YEARS * 366 < room || perDay * firstYears(loan) * 366 < room
}

const annualRateNumber = (rate: Rate, dayCount: DayCount): number =>
  fractionToNumber(annualRate(rate, dayCount))

const highestChange = ({ rateChanges, dayCount }: Loan): number =>
  Math.max(...rateChanges.map(({ rate }) => annualRateNumber(rate, dayCount)))

const feesSum = ({ fees }: Loan): number => fees.reduce((sum, { amount }) => sum + amount, 0)

const firstYears = ({ disbursedOn, firstDueOn }: Loan): number =>
  Math.max(0, dateParts(firstDueOn).year - dateParts(disbursedOn).year + 1)
