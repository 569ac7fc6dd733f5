import type { Loan } from '../case/index.ts'
import { annualRate, yearDays } from './day-count.ts'
import { fen, fractionToNumber, minFen, type Fen } from '../kernel/index.ts'

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
 * highest rate over the whole time, and every fee on every due date.
 */
export function isReckonable(loan: Loan, months: number): boolean {
  const rates = [loan.rate, ...loan.rateChanges.map(({ rate }) => rate)]
  const highest = Math.max(
    ...rates.map((rate) => fractionToNumber(annualRate(rate, loan.dayCount))),
  )
  const years = ((months + 2) * 31 + firstPeriodSlack(loan)) / yearDays(loan.dayCount)
  const fees = loan.fees.reduce((sum, { amount }) => sum + amount, 0)
  return loan.principal * (1 + highest * years) + fees * (months + 1) < CEILING
}

/** A first period may be longer than a month: its days, at most. */
const firstPeriodSlack = ({ disbursedOn, firstDueOn }: Loan): number =>
  Math.max(0, (Number(firstDueOn.slice(0, 4)) - Number(disbursedOn.slice(0, 4)) + 1) * 366)
