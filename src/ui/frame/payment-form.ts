import type { Case, Payment } from '../../domain/case/index.ts'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import { nextPayments } from '../../domain/plan/index.ts'
import type { PaymentAsked, PaymentSaid } from '../../stores/index.ts'

/** A payment as its form holds it. */
export interface PaymentForm {
  loan: string
  on: CalendarDate | null
  amount: Fen | null
  note: string
  reversedOn: CalendarDate | null
  evidence: Payment['evidence']
}

export type PaymentFormProblem =
  'required' | 'not-positive' | 'in-future' | 'before-loan' | 'before-payment'

/** The form as it opens: a new payment is what comes next, today. */
export function paymentForm(asked: PaymentAsked, facts: Case, today: CalendarDate): PaymentForm {
  if (asked.kind === 'edit') {
    const { loan, on, amount, note, reversedOn, evidence } = asked.payment
    return { loan, on, amount, note, reversedOn, evidence }
  }
  const next = nextPayments(facts, today)
  const wanted = asked.loan === null ? next[0] : next.find(({ loan }) => loan === asked.loan)
  return {
    loan: wanted?.loan ?? asked.loan ?? facts.loans[0]?.id ?? '',
    on: today,
    amount: wanted?.amount ?? null,
    note: '',
    reversedOn: null,
    evidence: [],
  }
}

/** What is wrong with each field; null where nothing is. */
export function problemsIn(
  { loan, on, amount, reversedOn }: PaymentForm,
  facts: Case,
  today: CalendarDate,
): Readonly<Record<'on' | 'amount' | 'reversedOn', PaymentFormProblem | null>> {
  const start = facts.loans.find(({ id }) => id === loan)?.disbursedOn
  const paidFrom = start === undefined ? null : ({ day: start, code: 'before-loan' } as const)
  const backFrom = on === null ? null : ({ day: on, code: 'before-payment' } as const)
  return {
    on: on === null ? 'required' : dayProblem(on, today, paidFrom),
    amount: amountProblem(amount),
    reversedOn: reversedOn === null ? null : dayProblem(reversedOn, today, backFrom),
  }
}

function dayProblem(
  day: CalendarDate,
  today: CalendarDate,
  first: { readonly day: CalendarDate; readonly code: PaymentFormProblem } | null,
): PaymentFormProblem | null {
  if (day > today) return 'in-future'
  return first !== null && day < first.day ? first.code : null
}

function amountProblem(amount: Fen | null): PaymentFormProblem | null {
  if (amount === null) return 'required'
  return amount <= 0 ? 'not-positive' : null
}

/** What the form says; null while it is not complete. */
export function saidIn(form: PaymentForm): PaymentSaid | null {
  const { loan, on, amount, note, reversedOn, evidence } = form
  if (on === null || amount === null || loan === '') return null
  return { loan, on, amount, note: note.trim(), reversedOn, evidence }
}
