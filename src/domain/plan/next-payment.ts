import type { Case } from '../case/index.ts'
import { subtractFen, type CalendarDate, type Fen } from '../kernel/index.ts'
import { openInstalments } from './open-instalments.ts'
import { planProgress } from './plan-progress.ts'

/** What is to be paid next on a loan. */
export interface NextPayment {
  readonly loan: string
  readonly amount: Fen
  readonly dueOn: CalendarDate
  /** Late without an agreement: nobody waits for all of it on one day. */
  readonly isArrears: boolean
}

/** Every monthly due date comes up within so many days. */
const DAYS_AHEAD = 62

/**
 * For each loan what comes next, the earliest due first and bare arrears last: the oldest instalment of the plan that is not
 * paid, less what was paid of it; where the plan has none, what agreement or contract asks for next;
 * where a loan is late without an agreement, its arrears.
 */
export function nextPayments(facts: Case, on: CalendarDate): readonly NextPayment[] {
  const planned = planProgress(facts, on)?.instalments.filter(({ status }) => status !== 'paid')
  const others = openInstalments(facts, on, DAYS_AHEAD)
  const next = facts.loans.flatMap(({ id }): NextPayment[] => {
    const instalment = planned?.find(({ loan }) => loan === id)
    if (instalment !== undefined) {
      const { dueOn, amount, paid } = instalment
      return [{ loan: id, amount: subtractFen(amount, paid), dueOn, isArrears: false }]
    }
    const other = others.find(({ loan }) => loan === id)
    if (other === undefined) return []
    const { amount, dueOn, isArrears } = other
    return [{ loan: id, amount, dueOn, isArrears }]
  })
  return next.toSorted(
    (a, b) =>
      Number(a.isArrears) - Number(b.isArrears) ||
      (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0),
  )
}
