import {
  addFen,
  addMonths,
  dateParts,
  daysBetween,
  fen,
  maxFen,
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

/** Terms of equal instalments: what each of them carries beside principal and a regular month's interest. */
interface Spread {
  /** Charges, and what a first period longer than a month adds: paid in equal parts. */
  readonly charges: Fen
  readonly part: Fen
  /** What a first period shorter than a month saves. */
  readonly saved: Fen
}

function spreadOver(terms: Repayable, n: number, days: PayDays): Spread {
  const first = interestUpTo(terms, terms.principal, { ...days, n: 0 })
  const irregular = subtractFen(first, monthInterest(terms.principal, terms))
  const charges = addFen(terms.charges, maxFen(ZERO_FEN, irregular))
  return { charges, part: fen(Math.ceil(charges / n)), saved: maxFen(ZERO_FEN, fen(-irregular)) }
}

/**
 * The equal instalment that repays terms in n payments: the annuity on what bears interest plus an
 * equal part of the charges, a fen up where there is interest, so that the last payment is the
 * smallest whatever the rounding of each month's interest.
 */
export function instalmentFor(terms: Repayable, n: number, days: PayDays): Fen {
  const annual = annualRate(terms.rate, terms.dayCount)
  const { part } = spreadOver(terms, n, days)
  if (annual.numerator === 0) return fen(Math.ceil(terms.principal / n) + part)
  const monthly = { numerator: annual.numerator, denominator: annual.denominator * 12 }
  return fen(equalInstalment(terms.principal, monthly, n) + 1 + part)
}

/** Repays terms in at most n payments of the equal instalment; the last one clears what is left. */
export function repayIn(terms: Repayable, n: number, days: PayDays): Repayment {
  const instalment = instalmentFor(terms, n, days)
  const { charges, part, saved } = spreadOver(terms, n, days)
  const payments: DatedAmount[] = []
  const balances: DatedAmount[] = []
  let left: Remaining = { principal: terms.principal, charges }
  for (let k = 0; k < n && owedOf(left) > 0; k += 1) {
    const regular = monthInterest(left.principal, terms)
    const interest = k === 0 ? subtractFen(regular, saved) : regular
    const whole = addFen(owedOf(left), interest)
    const amount = k === n - 1 ? whole : minFen(instalment, whole)
    const beside = addFen(interest, minFen(left.charges, part))
    // Once the principal is gone, all of the instalment goes to the charges that are left.
    const forPrincipal = minFen(left.principal, subtractFen(amount, beside))
    left = {
      charges: fen(left.charges - (amount - interest - forPrincipal)),
      principal: subtractFen(left.principal, forPrincipal),
    }
    const on = payDay(days, k)
    payments.push({ on, amount })
    balances.push({ on, amount: owedOf(left) })
  }
  return { payments, balances }
}
