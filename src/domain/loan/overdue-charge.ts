import type { Fraction } from '../kernel/index.ts'
import {
  addExact,
  exactZero,
  fractionOf,
  type ExactSum,
  type Fen,
  type Rate,
} from '../kernel/index.ts'
import type { DayCount, Loan } from '../case/index.ts'
import { annualRate, yearDays } from './day-count.ts'

/** Money that is late, by what it is. */
export interface LateAmounts {
  /** Principal of instalments past their due date (of a minimum payment: the unpaid part of it). */
  readonly principal: Fen
  /** Interest and fees of those instalments. */
  readonly interestAndFees: Fen
  /** Principal that is not due yet, or not part of a minimum payment. */
  readonly otherPrincipal: Fen
  /** Penalty interest charged so far and unpaid. */
  readonly penalty: Fen
}

/**
 * What late money costs by the day. Two rates, over one denominator: `late` on money past its due
 * date, `other` on principal that is not due while something is late.
 */
export interface OverdueCharge {
  readonly bucket: 'penalty' | 'interest'
  readonly lateNumerator: number
  readonly otherNumerator: number
  readonly denominators: readonly number[]
  readonly base: (amounts: LateAmounts) => { readonly late: number; readonly other: number }
}

/**
 * The charge a contract makes for late money; null = none.
 * - An own rate bears on the base named in the contract, beside ordinary interest that still falls due.
 * - A multiplier says what late principal bears in place of ordinary interest: principal that goes
 *   on bearing ordinary interest bears only what the multiplier adds to it, so nothing counts twice.
 * - Without agreed penalty interest late principal goes on bearing the loan's own rate
 *   (Civil Code art. 676; 法释〔2020〕17号 art. 28 for private loans).
 * Days are calendar days; a yearly rate is divided by the loan's own year (360 or 365).
 * @param keepsInterest whether late principal goes on bearing ordinary interest (revolving credit)
 */
export function overdueCharge(loan: Loan, keepsInterest: boolean): OverdueCharge | null {
  const { penalty } = loan
  if (penalty?.rate != null) return penaltyCharge(loan, dailyRate(penalty.rate, loan.dayCount))
  if (penalty?.multiplier != null) return multipliedCharge(loan, penalty.multiplier, keepsInterest)
  if (keepsInterest) return null
  const ordinary = dailyRate(loan.rate, loan.dayCount)
  if (ordinary.numerator === 0) return null
  return {
    bucket: 'interest',
    lateNumerator: ordinary.numerator,
    otherNumerator: 0,
    denominators: ordinary.denominators,
    base: ({ principal }) => ({ late: principal, other: 0 }),
  }
}

interface DailyRate {
  readonly numerator: number
  readonly denominators: readonly number[]
}

const dailyRate = (rate: Rate, dayCount: DayCount): DailyRate => {
  const annual = annualRate(rate, dayCount)
  const { numerator, denominator } = fractionOf(annual.numerator, annual.denominator)
  return { numerator, denominators: [denominator, yearDays(dayCount)] }
}

function penaltyCharge(loan: Loan, daily: DailyRate): OverdueCharge {
  return {
    bucket: 'penalty',
    lateNumerator: daily.numerator,
    otherNumerator: daily.numerator,
    denominators: daily.denominators,
    base: penaltyBase(loan),
  }
}

function multipliedCharge(loan: Loan, multiplier: Fraction, keepsInterest: boolean): OverdueCharge {
  const ordinary = dailyRate(loan.rate, loan.dayCount)
  const added = Math.max(0, multiplier.numerator - multiplier.denominator)
  return {
    bucket: 'penalty',
    lateNumerator: ordinary.numerator * (keepsInterest ? added : multiplier.numerator),
    otherNumerator: ordinary.numerator * added,
    denominators: [...ordinary.denominators, multiplier.denominator],
    base: penaltyBase(loan),
  }
}

function penaltyBase(loan: Loan): OverdueCharge['base'] {
  const kind = loan.penalty?.base ?? 'overdue-principal'
  const compounds = loan.penalty?.compound === true
  return ({ principal, interestAndFees, otherPrincipal, penalty }) => {
    const whole = kind === 'overdue-instalment' || compounds ? interestAndFees : 0
    return {
      late: principal + whole + (compounds ? penalty : 0),
      other: kind === 'outstanding-principal' ? otherPrincipal : 0,
    }
  }
}

export const noCharge = (charge: OverdueCharge): ExactSum => exactZero(charge.denominators)

/** The sum with the charge for some days on the amounts that are late. */
export function addCharge(
  sum: ExactSum,
  charge: OverdueCharge,
  { amounts, days }: { readonly amounts: LateAmounts; readonly days: number },
): ExactSum {
  const { late, other } = charge.base(amounts)
  const onLate = addExact(sum, late as Fen, [charge.lateNumerator, days])
  return addExact(onLate, other as Fen, [charge.otherNumerator, days])
}
