import {
  addFen,
  addMonths,
  dateParts,
  daysBetween,
  fen,
  minFen,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { annualRate, equalInstalment, interestFor, monthInterest } from '../loan/index.ts'
import type { Repayable } from './debt.ts'
import type { DatedAmount } from './types.ts'

/** When the instalments of an arrangement are paid: the same day each month. */
export interface PayDays {
  readonly on: CalendarDate
  readonly firstOn: CalendarDate
}

/** What is still to be repaid while an arrangement runs. */
export interface Remaining {
  readonly principal: Fen
  readonly charges: Fen
}

export interface Repayment {
  readonly payments: readonly DatedAmount[]
  readonly balances: readonly DatedAmount[]
}

/** The day of the nth payment, counted from 0. */
export const payDay = ({ firstOn }: PayDays, n: number): CalendarDate =>
  addMonths(firstOn, n, dateParts(firstOn).day)

/** Interest up to the nth payment: by the days for the first, a twelfth of the year for each other. */
export function interestUpTo(
  terms: Repayable,
  principal: Fen,
  period: PayDays & { n: number },
): Fen {
  if (period.n > 0) return monthInterest(principal, terms)
  return interestFor(principal, terms, daysBetween(period.on, period.firstOn))
}

export const owedOf = ({ principal, charges }: Remaining): Fen => addFen(principal, charges)

/** Takes a payment: charges (interest among them) first, then principal. */
export function payDown({ principal, charges }: Remaining, amount: Fen): Remaining {
  const forCharges = minFen(amount, charges)
  return {
    charges: subtractFen(charges, forCharges),
    principal: subtractFen(principal, minFen(principal, subtractFen(amount, forCharges))),
  }
}

/**
 * The equal instalment that repays terms in n payments, rounded so that the last one is the
 * smaller: the annuity on what bears interest, plus an equal part of the charges and of what the
 * irregular first period adds to a regular one.
 */
export function instalmentFor(terms: Repayable, n: number, days: PayDays): Fen {
  const annual = annualRate(terms.rate, terms.dayCount)
  const monthly = { numerator: annual.numerator, denominator: annual.denominator * 12 }
  const first = interestUpTo(terms, terms.principal, { ...days, n: 0 })
  const irregular = subtractFen(first, monthInterest(terms.principal, terms))
  const extra = terms.charges + irregular
  return fen(equalInstalment(terms.principal, monthly, n) + Math.ceil(extra / n))
}

/** Repays terms in exactly n payments of the equal instalment; the last one clears what is left. */
export function repayIn(terms: Repayable, n: number, days: PayDays): Repayment {
  const instalment = instalmentFor(terms, n, days)
  const payments: DatedAmount[] = []
  const balances: DatedAmount[] = []
  let left: Remaining = { principal: terms.principal, charges: terms.charges }
  for (let k = 0; k < n && owedOf(left) > 0; k += 1) {
    const interest = interestUpTo(terms, left.principal, { ...days, n: k })
    left = { ...left, charges: addFen(left.charges, interest) }
    const amount = k === n - 1 ? owedOf(left) : minFen(instalment, owedOf(left))
    left = payDown(left, amount)
    const on = payDay(days, k)
    payments.push({ on, amount: amount > 0 ? amount : ZERO_FEN })
    balances.push({ on, amount: owedOf(left) })
  }
  return { payments, balances }
}
