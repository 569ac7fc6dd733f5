import {
  fen,
  monthsBetween,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { allPayments, brokenReserve, cashflow, paidByMonth } from './cash.ts'
import type { Debt } from './debt.ts'
import type { Household } from './household.ts'
import { reasonablenessOf } from './reasonableness.ts'
import type { Concession, LoanProposal, Proposal, Reason, Strategy } from './types.ts'

interface Parts {
  readonly strategy: Strategy
  readonly perLoan: readonly LoanProposal[]
  readonly debts: readonly Debt[]
  readonly household: Household
  /** What the status quo would cost; null for the status quo itself. */
  readonly statusQuo: Fen | null
  /** What the strategy knows already that stands in the way. */
  readonly why?: readonly Reason[]
}

/**
 * A proposal put together from its loans' parts: month-by-month cash, totals, and whether it can be
 * kept. It is feasible when no month closes below the reserve, no month pays more than is
 * affordable, and every loan is cleared.
 */
export function buildProposal(parts: Parts): Proposal {
  const { strategy, perLoan, debts, household } = parts
  const payments = allPayments(perLoan)
  const cash = cashflow(household.budget, payments, household.on)
  const maxMonthly = fen(Math.max(0, ...paidByMonth(payments).values()))
  const totalPaid = sumFen(perLoan.map((loan) => loan.totalPaid))
  const principal = sumFen(
    debts
      .filter(({ loan }) => perLoan.some((part) => part.loan === loan.id))
      .map(({ state }) => state.principalOutstanding),
  )
  const payoffOn = lastClosing(perLoan)
  const months = payoffOn === null ? 0 : Math.max(1, monthsBetween(household.on, payoffOn))
  const obstacles = [...(parts.why ?? []), ...obstaclesOf({ cash, maxMonthly }, household)]
  return {
    id: `${strategy}-${household.on}`,
    strategy,
    feasible: obstacles.length === 0,
    why: obstacles.length > 0 ? obstacles : [{ code: 'within-affordable', amount: maxMonthly }],
    months,
    payoffOn,
    totalPaid,
    interestAndFees: subtractFen(totalPaid, principal),
    savedAgainstStatusQuo:
      parts.statusQuo === null || perLoan.length === 0
        ? ZERO_FEN
        : subtractFen(parts.statusQuo, totalPaid),
    maxMonthly,
    concession: perLoan.reduce<Concession>(
      (most, loan) => (loan.concession > most ? loan.concession : most),
      0,
    ),
    perLoan,
    cashflow: cash,
    reasonableness: reasonablenessOf({ perLoan, cash, maxMonthly, months }, { debts, household }),
  }
}

function lastClosing(perLoan: readonly LoanProposal[]): CalendarDate | null {
  let last: CalendarDate | null = null
  for (const { closes } of perLoan) {
    if (closes === null) return null
    if (last === null || closes > last) last = closes
  }
  return last
}

function obstaclesOf(
  { cash, maxMonthly }: Pick<Proposal, 'maxMonthly'> & { readonly cash: Proposal['cashflow'] },
  { budget, monthly }: Household,
): readonly Reason[] {
  const broken = brokenReserve(cash, budget.reserve)
  const over = subtractFen(maxMonthly, monthly.affordable)
  return [
    ...(broken === null ? [] : [{ code: 'below-reserve' as const, ...broken }]),
    ...(over > 0 ? [{ code: 'over-affordable' as const, amount: over }] : []),
  ]
}
