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

/** The payment's dates and amount, or what is wrong with each. */
export function readPaymentDraft(
  draft: PaymentDraft,
  bounds: PaymentBounds,
): Result<PaymentEntry, PaymentProblems> {
  const found = {
    on: dayProblem(draft.on, bounds),
    amount: amountProblem(draft.amount),
    reversedOn: reversalProblem(draft, bounds.today),
  }
  const { on, amount, note, reversedOn } = draft
  const isSound = Object.values(found).every((problem) => problem === null)
  if (on !== null && amount !== null && isSound)
    return succeed({ on, amount, note: note.trim(), reversedOn })
  return refuse(Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null)))
}

function dayProblem(
  on: CalendarDate | null,
  { loan, today }: PaymentBounds,
): PaymentProblemCode | null {
  if (on === null) return 'required'
  if (on < loan.disbursedOn) return 'before-disbursement'
  return on > today ? 'in-future' : null
}

function amountProblem(amount: Fen | null): PaymentProblemCode | null {
  if (amount === null) return 'required'
  if (amount < 0) return 'negative'
  return amount === 0 ? 'not-positive' : null
}

function reversalProblem(
  { on, reversedOn }: PaymentDraft,
  today: CalendarDate,
): PaymentProblemCode | null {
  if (reversedOn === null) return null
  if (reversedOn > today) return 'in-future'
  return on !== null && reversedOn < on ? 'before-start' : null
}
