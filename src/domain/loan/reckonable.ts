import type { Loan } from '../case/index.ts'
import { annualRate, yearDays } from './day-count.ts'
import {
  CALENDAR_YEARS,
  dateParts,
  fen,
  fractionToNumber,
  minFen,
  type Fen,
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
  let highest = fractionToNumber(annualRate(loan.rate, loan.dayCount))
  for (const { rate } of loan.rateChanges)
    highest = Math.max(highest, fractionToNumber(annualRate(rate, loan.dayCount)))
  let fees = 0
  for (const { amount } of loan.fees) fees += amount
  const isBelow = (firstYears: number): boolean => {
    const years = ((months + 2) * 31 + firstYears * 366) / yearDays(loan.dayCount)
    return loan.principal * (1 + highest * years) + fees * (months + 1) < CEILING
  }
  return isBelow(CALENDAR_YEARS) || isBelow(Math.max(0, firstYears(loan)))
}

const firstYears = ({ disbursedOn, firstDueOn }: Loan): number =>
  dateParts(firstDueOn).year - dateParts(disbursedOn).year + 1
