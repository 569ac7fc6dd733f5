import type { Case, PlanInstalment } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { Proposal } from '../proposal/index.ts'

/**
 * The case with a proposal accepted as its plan: every payment of that day's calculation becomes an
 * instalment, in the order of their dates. An older plan is replaced.
 */
export function acceptProposal(facts: Case, proposal: Proposal, on: CalendarDate): Case {
  const instalments: PlanInstalment[] = proposal.perLoan.flatMap(({ loan, payments }) =>
    payments.map((payment) => ({ loan, dueOn: payment.on, amount: payment.amount })),
  )
  instalments.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return { ...facts, plan: { acceptedOn: on, proposal: proposal.id, instalments } }
}
