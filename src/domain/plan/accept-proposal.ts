import { monthlyBudget } from '../budget/index.ts'
import type { Case, Plan, PlanFigures, PlanInstalment } from '../case/index.ts'
import { addFen, type CalendarDate } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import type { Proposal } from '../proposal/index.ts'

/**
 * The case with a proposal accepted as its plan: every payment of that day's calculation becomes an
 * instalment, in the order of their dates, and what was owed and lived on that day is kept beside
 * them. An older plan becomes the last of the past ones.
 */
export function acceptProposal(facts: Case, proposal: Proposal, on: CalendarDate): Case {
  const instalments: PlanInstalment[] = proposal.perLoan.flatMap(({ loan, payments }) =>
    payments.map((payment) => ({ loan, dueOn: payment.on, amount: payment.amount })),
  )
  instalments.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const loans = new Set(proposal.perLoan.map(({ loan }) => loan))
  const figures = figuresOn(facts, loans, on)
  const plan: Plan = { acceptedOn: on, proposal: proposal.id, instalments, figures }
  return { ...endPlan(facts), plan }
}

/** The case without a plan in force; the one it had becomes the last of the past ones. */
export const endPlan = (facts: Case): Case =>
  facts.plan === null
    ? facts
    : { ...facts, plan: null, pastPlans: [...facts.pastPlans, facts.plan] }

/** What payments of the day itself do is the plan's: owed is what earlier ones left. */
function figuresOn(facts: Case, loans: ReadonlySet<string>, on: CalendarDate): PlanFigures {
  const { monthlyIncome, monthlyEssential, monthlyOther } = monthlyBudget(facts.budget, on)
  const earlier = facts.payments.filter((payment) => payment.on < on)
  return {
    monthlyIncome,
    monthlyExpenses: addFen(monthlyEssential, monthlyOther),
    owed: facts.loans
      .filter(({ id }) => loans.has(id))
      .map((loan) => ({ loan: loan.id, amount: replayLoan(loan, earlier, on).owedNow })),
  }
}
