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
}

export type PaymentProblemCode =
  'required' | 'negative' | 'not-positive' | 'before-disbursement' | 'in-future'

export type PaymentProblems = Partial<Record<'on' | 'amount', PaymentProblemCode>>

interface PaymentBounds {
  readonly loan: Loan
  readonly today: CalendarDate
}

/** The payment's date and amount, or what is wrong with each. */
export function readPaymentDraft(
  { on, amount, note }: PaymentDraft,
  { loan, today }: PaymentBounds,
): Result<Pick<Payment, 'on' | 'amount' | 'note'>, PaymentProblems> {
  const problems: PaymentProblems = {}
  if (on === null) problems.on = 'required'
  else if (on < loan.disbursedOn) problems.on = 'before-disbursement'
  else if (on > today) problems.on = 'in-future'
  if (amount === null) problems.amount = 'required'
  else if (amount <= 0) problems.amount = amount < 0 ? 'negative' : 'not-positive'
  if (on === null || amount === null || Object.keys(problems).length > 0) return refuse(problems)
  return succeed({ on, amount, note: note.trim() })
}
