import type { Loan, Penalty } from '../case/index.ts'
import {
  addExact,
  fractionOf,
  wholeProduct,
  type ExactSum,
  type Fraction,
  type Rate,
  type Whole,
} from '../kernel/index.ts'
import { annualRate, yearDays } from './day-count.ts'

/** Money that is late, in fen, by what it is. */
export interface LateAmounts {
  /** Principal of instalments past their due date (of a minimum payment: the unpaid part of it). */
  readonly principal: number
  /** Interest and fees of those instalments. */
  readonly interestAndFees: number
  /** Principal that is not due yet, or not part of a minimum payment; 0 while nothing is late. */
  readonly otherPrincipal: number
  /** Penalty interest that was added to the base of compound charges and is unpaid. */
  readonly penalty: number
}

/**
 * What late money costs by the day. Two rates over one denominator: `late` on money past its due
 * date, `other` on principal that is not due while something is late.
 */
export interface OverdueCharge {
  readonly bucket: 'penalty' | 'interest'
  readonly lateNumerator: number
  readonly otherNumerator: number
  readonly denominator: Whole
  /** What bears it beside late principal. */
  readonly bears: {
    readonly interestAndFees: boolean
    readonly otherPrincipal: boolean
    readonly penalty: boolean
  }
}

export interface DailyRate {
  readonly numerator: number
  readonly denominator: Whole
}

export interface ChargeTerms {
  /** The loan's rate on the day. */
  readonly rate: Rate
  /** Whether late principal goes on bearing ordinary interest (revolving credit). */
  readonly keepsInterest: boolean
}

/**
 * The charge a contract makes for late money; null = none.
 * - An own rate bears on the base named in the contract, beside ordinary interest that still falls due.
 * - A multiplier says what late principal bears in place of ordinary interest: principal that goes
 *   on bearing ordinary interest bears only what the multiplier adds to it, so nothing counts twice.
 * - Without agreed penalty interest late principal goes on bearing the loan's own rate
 *   (Civil Code art. 676; 法释〔2020〕17号 art. 28 for private loans).
 * Days are calendar days; a yearly rate is divided by the loan's own year (360 or 365).
 */
export function overdueCharge(loan: Loan, terms: ChargeTerms): OverdueCharge | null {
  const { penalty } = loan
  if (penalty?.rate != null) return ownRateCharge(loan, penalty, penalty.rate)
  if (penalty?.multiplier != null) return multipliedCharge(loan, penalty, terms)
  return ordinaryCharge(loan, terms)
}

/**
 * The charge while penalties are frozen: late principal bears the ordinary rate, as it does where
 * no penalty is agreed, but never more than the penalty would have been.
 */
export function chargeWithoutPenalty(loan: Loan, terms: ChargeTerms): OverdueCharge | null {
  const [agreed, ordinary] = [overdueCharge(loan, terms), ordinaryCharge(loan, terms)]
  if (agreed === null || ordinary === null) return null
  const isLess = ratio(agreed) < ratio(ordinary)
  return isLess
    ? { ...agreed, bucket: 'interest', otherNumerator: 0, bears: NOTHING_ELSE }
    : ordinary
}

const ratio = ({ lateNumerator, denominator }: OverdueCharge): number =>
  lateNumerator / Number(denominator)

const NOTHING_ELSE = { interestAndFees: false, otherPrincipal: false, penalty: false }

/** A rate by the day as an exact ratio. */
export function dailyRate(rate: Rate, { dayCount }: Pick<Loan, 'dayCount'>): DailyRate {
  const annual = annualRate(rate, dayCount)
  const { numerator, denominator } = fractionOf(annual.numerator, annual.denominator)
  return { numerator, denominator: wholeProduct([denominator, yearDays(dayCount)]) }
}

function ordinaryCharge(loan: Loan, { rate, keepsInterest }: ChargeTerms): OverdueCharge | null {
  const { numerator, denominator } = dailyRate(rate, loan)
  if (keepsInterest || numerator === 0) return null
  return {
    bucket: 'interest',
    lateNumerator: numerator,
    otherNumerator: 0,
    denominator,
    bears: NOTHING_ELSE,
  }
}

function ownRateCharge(loan: Loan, penalty: Penalty, rate: Rate): OverdueCharge {
  const { numerator, denominator } = dailyRate(rate, loan)
  return {
    bucket: 'penalty',
    lateNumerator: numerator,
    otherNumerator: numerator,
    denominator,
    bears: baseOf(penalty),
  }
}

function multipliedCharge(
  loan: Loan,
  penalty: Penalty & { readonly multiplier: Fraction | null },
  { rate, keepsInterest }: ChargeTerms,
): OverdueCharge | null {
  const { multiplier } = penalty
  if (multiplier === null) return null
  const ordinary = dailyRate(rate, loan)
  const added = Math.max(0, multiplier.numerator - multiplier.denominator)
  return {
    bucket: 'penalty',
    lateNumerator: ordinary.numerator * (keepsInterest ? added : multiplier.numerator),
    otherNumerator: ordinary.numerator * added,
    denominator: scaled(ordinary.denominator, multiplier.denominator),
    bears: baseOf(penalty),
  }
}

const scaled = (whole: Whole, factor: number): Whole =>
  typeof whole === 'number' ? wholeProduct([whole, factor]) : whole * BigInt(factor)

const baseOf = ({ base, compound }: Penalty): OverdueCharge['bears'] => ({
  interestAndFees: base === 'overdue-instalment' || compound,
  otherPrincipal: base === 'outstanding-principal',
  penalty: compound,
})

/** What bears the rate for late money. */
export const lateAmount = (bears: OverdueCharge['bears'], amounts: LateAmounts): number =>
  amounts.principal +
  (bears.interestAndFees ? amounts.interestAndFees : 0) +
  (bears.penalty ? amounts.penalty : 0)

/** The sum with the charge for some days on the amounts that are late. */
export function addCharge(
  sum: ExactSum,
  { bears, lateNumerator, otherNumerator, denominator }: OverdueCharge,
  { amounts, days }: { readonly amounts: LateAmounts; readonly days: number },
): ExactSum {
  const late = lateAmount(bears, amounts)
  const onLate = addExact(sum, { amount: late, numerator: lateNumerator, days, denominator })
  if (!bears.otherPrincipal) return onLate
  const amount = amounts.otherPrincipal
  return addExact(onLate, { amount, numerator: otherNumerator, days, denominator })
}
