import {
  fen,
  monthsBetween,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import {
  allPayments,
  brokenOnDay,
  brokenReserve,
  cashflow,
  overAffordableOn,
  paidByMonth,
} from './cash.ts'
import type { Debt } from './debt.ts'
import type { Household } from './household.ts'
import { reasonablenessOf } from './reasonableness.ts'
import type {
  Concession,
  DatedAmount,
  LoanProposal,
  Optimality,
  Proposal,
  Reason,
  Strategy,
} from './types.ts'

interface Parts {
  readonly strategy: Strategy
  readonly perLoan: readonly LoanProposal[]
  readonly debts: readonly Debt[]
  readonly household: Household
  /** What the status quo would cost; null for the status quo itself. */
  readonly statusQuo: Fen | null
  /** What the strategy knows already that stands in the way. */
  readonly why?: readonly Reason[]
  readonly optimality?: Optimality | null
}

/**
 * A proposal put together from its loans' parts: month-by-month cash, totals, and whether it can be
 * kept. It is feasible when neither a day after the first payment nor the end of a month is below the
 * reserve, no more is paid by any day than is affordable by then, and every loan is cleared.
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
  const obstacles = [...(parts.why ?? []), ...obstaclesOf(cash, payments, household)]
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
    optimality: parts.optimality ?? null,
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
  cash: Proposal['cashflow'],
  payments: readonly DatedAmount[],
  { budget, days }: Household,
): readonly Reason[] {
  const broken = brokenReserve(cash, budget.reserve)
  const dip = broken === null ? brokenOnDay(days, payments, budget.reserve) : null
  const over = overAffordableOn(days, payments)
  return [
    ...(broken === null ? [] : [{ code: 'below-reserve' as const, ...broken }]),
    ...(dip === null ? [] : [{ code: 'below-reserve-on' as const, ...dip }]),
    ...(over === null ? [] : [{ code: 'over-affordable' as const, ...over }]),
  ]
}
