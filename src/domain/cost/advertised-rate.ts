import type { Loan } from '../case/index.ts'
import type { Fen } from '../kernel/index.ts'
import { loanCost } from './loan-cost.ts'

/** What makes a loan dearer than the rate it is sold at. */
export type DearerReason =
  /** Interest on the whole principal to the end, although it is being paid back (等本等息, 分期手续费). */
  | 'flat-rate'
  /** Less was received than is owed (砍头息). */
  | 'held-back'
  /** Charges beside the interest. */
  | 'fees'

/** A loan's rate as it is sold and as it is, as yearly decimal fractions. */
export interface AdvertisedRate {
  /** The contract's rate × periods in a year. */
  readonly advertised: number
  /** Monthly internal rate × 12, all charges included. */
  readonly actual: number
  /** Empty where the loan costs what it says. */
  readonly reasons: readonly DearerReason[]
}

/** Below a twentieth of a per cent a year the difference is rounding and day counts. */
const SAME_RATE = 0.000_5

/**
 * Holds the rate that a loan is sold at against what it costs. A flat 0.6 % a month over 12 months is
 * sold as 7.2 % a year and costs 13.03 %: one twelfth of the money is paid back each month and the
 * charge stays. Null where there is no schedule to take the cost from.
 */
export function advertisedRate(loan: Loan): AdvertisedRate | null {
  const { nominalAnnual: advertised, simpleAnnual: actual } = loanCost(loan)
  if (actual === null) return null
  return { advertised, actual, reasons: actual - advertised < SAME_RATE ? [] : reasonsOf(loan) }
}

function reasonsOf(loan: Loan): readonly DearerReason[] {
  const isTrue: Readonly<Record<DearerReason, boolean>> = {
    'flat-rate': loan.method === 'flat-rate',
    'held-back': loan.received < loan.principal,
    fees: loan.fees.some(({ amount, when }) => amount > 0 && when !== 'upfront'),
  }
  return (['flat-rate', 'held-back', 'fees'] as const).filter((reason) => isTrue[reason])
}

/**
 * The flat yearly rate that equal payments sound like: all that is paid beyond what was received,
 * spread over the years and held against the whole of it. What the true rate is to be told apart from.
 * Null where nothing was received.
 */
export function flatAnnualRate({
  received,
  payment,
  count,
  perYear,
}: {
  readonly received: Fen
  readonly payment: Fen
  readonly count: number
  readonly perYear: number
}): number | null {
  if (received <= 0) return null
  return ((payment * count - received) / received) * (perYear / count)
}
