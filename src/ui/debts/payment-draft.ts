import type { Loan, Payment } from '../../domain/case/index.ts'
import {
  refuse,
  succeed,
  type CalendarDate,
  type Fen,
  type Result,
} from '../../domain/kernel/index.ts'

/** A payment as its dialog holds it. */
export interface PaymentDraft {
  on: CalendarDate | null
  amount: Fen | null
  note: string
  /** The day on which it was taken back; null: it stands. */
  reversedOn: CalendarDate | null
}

export type PaymentProblemCode =
  'required' | 'negative' | 'not-positive' | 'before-disbursement' | 'in-future' | 'before-start'

export type PaymentProblems = Partial<Record<'on' | 'amount' | 'reversedOn', PaymentProblemCode>>

/** What the dialog says about a payment. */
export type PaymentEntry = Pick<Payment, 'on' | 'amount' | 'note' | 'reversedOn'>

interface PaymentBounds {
  readonly loan: Loan
  readonly today: CalendarDate
}

/** The payment's date and amount, or what is wrong with each. */
export function readPaymentDraft(
  { on, amount, note, reversedOn }: PaymentDraft,
  { loan, today }: PaymentBounds,
): Result<PaymentEntry, PaymentProblems> {
  const problems: PaymentProblems = {}
  if (on === null) problems.on = 'required'
  else if (on < loan.disbursedOn) problems.on = 'before-disbursement'
  else if (on > today) problems.on = 'in-future'
  if (amount === null) problems.amount = 'required'
  else if (amount <= 0) problems.amount = amount < 0 ? 'negative' : 'not-positive'
  if (reversedOn !== null && reversedOn > today) problems.reversedOn = 'in-future'
  else if (reversedOn !== null && on !== null && reversedOn < on)
    problems.reversedOn = 'before-start'
  if (on === null || amount === null || Object.keys(problems).length > 0) return refuse(problems)
  return succeed({ on, amount, note: note.trim(), reversedOn })
}
