import type { Payment } from '../../domain/case/index.ts'
import { sumFen, type Fen } from '../../domain/kernel/index.ts'

export const PAYMENT_STATES = ['all', 'standing', 'reversed', 'without-receipt'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export interface PaymentFilter {
  /** Id of a loan; empty = all. */
  readonly loan: string
  readonly state: PaymentState
  /** YYYY; empty = all. */
  readonly year: string
}

/** The payments that fit, the latest first; of one day, the one entered last first. */
export const filteredPayments = (
  payments: readonly Payment[],
  { loan, state, year }: PaymentFilter,
): readonly Payment[] =>
  payments
    .filter((payment) => loan === '' || payment.loan === loan)
    .filter((payment) => year === '' || payment.on.startsWith(year))
    .filter((payment) => fits(payment, state))
    .toReversed()
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))

function fits({ reversedOn, evidence }: Payment, state: PaymentState): boolean {
  if (state === 'standing') return reversedOn === null
  if (state === 'reversed') return reversedOn !== null
  return state === 'all' || (reversedOn === null && evidence.length === 0)
}

/** What stands of them: a payment that was taken back is not paid. */
export const standingTotal = (payments: readonly Payment[]): Fen =>
  sumFen(payments.flatMap(({ amount, reversedOn }) => (reversedOn === null ? [amount] : [])))

/** The years in which anything was paid, the latest first. */
export const paymentYears = (payments: readonly Payment[]): readonly string[] =>
  [...new Set(payments.map(({ on }) => on.slice(0, 4)))].sort().toReversed()
