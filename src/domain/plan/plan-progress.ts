import {
  newPayment,
  putMember,
  type Case,
  type Payment,
  type PlanInstalment,
} from '../case/index.ts'
import {
  addFen,
  minFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import type { InstalmentStatus, PlanInstalmentState, PlanProgress } from './types.ts'

/**
 * The accepted plan on a day: payments made since it was accepted, up to that day, go to their
 * loan's instalments in the order of due dates; what was taken back by then counts as never paid.
 * Null without a plan.
 */
export function planProgress(facts: Case, on: CalendarDate): PlanProgress | null {
  const { plan } = facts
  if (plan === null) return null
  const money = paidSince(facts.payments, { from: plan.acceptedOn, to: on })
  const instalments = inDueOrder(plan.instalments).map((instalment) => {
    const left = money.get(instalment.loan) ?? ZERO_FEN
    const paid = minFen(left, instalment.amount)
    money.set(instalment.loan, subtractFen(left, paid))
    return stateOf(instalment, paid, on)
  })
  const total = sumFen(instalments.map(({ amount }) => amount))
  const paid = sumFen(instalments.map((instalment) => instalment.paid))
  return {
    instalments,
    total,
    paid,
    remaining: subtractFen(total, paid),
    overdue: sumFen(
      instalments
        .filter(({ status, dueOn }) => status !== 'paid' && dueOn < on)
        .map((instalment) => subtractFen(instalment.amount, instalment.paid)),
    ),
    next: instalments.find(({ status }) => status !== 'paid') ?? null,
    endsOn: instalments.at(-1)?.dueOn ?? null,
  }
}

/** The case with what is missing of an instalment recorded as paid on a day. */
export function payInstalment(
  facts: Case,
  { loan, amount, paid }: PlanInstalmentState,
  { on, paymentId }: { readonly on: CalendarDate; readonly paymentId: string },
): Case {
  const missing = subtractFen(amount, paid)
  if (missing <= 0) return facts
  return putMember(facts, 'payments', newPayment({ id: paymentId, loan, on, amount: missing }))
}

const inDueOrder = (instalments: readonly PlanInstalment[]): readonly PlanInstalment[] =>
  instalments.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))

function paidSince(
  payments: readonly Payment[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Map<string, Fen> {
  const money = new Map<string, Fen>()
  for (const { loan, on, amount, reversedOn } of payments) {
    const isPaid = on >= from && on <= to && (reversedOn === null || reversedOn > to)
    if (isPaid) money.set(loan, addFen(money.get(loan) ?? ZERO_FEN, amount))
  }
  return money
}

const stateOf = (
  { loan, dueOn, amount }: PlanInstalment,
  paid: Fen,
  on: CalendarDate,
): PlanInstalmentState => ({
  loan,
  dueOn,
  amount,
  paid,
  status: statusOf({ dueOn, amount, paid }, on),
})

function statusOf(
  {
    dueOn,
    amount,
    paid,
  }: { readonly dueOn: CalendarDate; readonly amount: Fen; readonly paid: Fen },
  on: CalendarDate,
): InstalmentStatus {
  if (paid >= amount) return 'paid'
  if (dueOn < on) return 'overdue'
  if (paid > 0) return 'partly-paid'
  return dueOn === on ? 'due-today' : 'upcoming'
}
