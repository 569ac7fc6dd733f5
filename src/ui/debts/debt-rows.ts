import type { Case, Creditor, Loan } from '../../domain/case/index.ts'
import {
  limitExceeded,
  type LimitExceeded,
  type LimitFinding,
  type LoanCost,
} from '../../domain/cost/index.ts'
import type { LoanState } from '../../domain/loan/index.ts'

/** One loan with all that is computed about it. */
export interface DebtRow {
  readonly loan: Loan
  readonly creditor: Creditor | null
  readonly state: LoanState
  readonly cost: LoanCost | null
  /** The limit that the loan is above; null where it is above none. */
  readonly exceeded: LimitExceeded | null
}

interface Figures {
  readonly states: ReadonlyMap<string, LoanState>
  readonly costs: ReadonlyMap<string, LoanCost>
  readonly limits: ReadonlyMap<string, readonly LimitFinding[]>
}

/** The loans as rows, the most urgent first: longest overdue, then what falls due soonest; paid off last. */
export function debtRows(facts: Case, figures: Figures): DebtRow[] {
  const rows = facts.loans.flatMap((loan) => rowOf(loan, facts, figures) ?? [])
  return rows.sort((a, b) => byUrgency(a.state, b.state))
}

function rowOf(loan: Loan, facts: Case, { states, costs, limits }: Figures): DebtRow | null {
  const state = states.get(loan.id)
  if (state === undefined) return null
  return {
    loan,
    creditor: facts.creditors.find(({ id }) => id === loan.creditor) ?? null,
    state,
    cost: costs.get(loan.id) ?? null,
    exceeded: limitExceeded(limits.get(loan.id) ?? []),
  }
}

function byUrgency(a: LoanState, b: LoanState): number {
  if ((a.owedNow === 0) !== (b.owedNow === 0)) return a.owedNow === 0 ? 1 : -1
  if (a.overdueDays !== b.overdueDays) return b.overdueDays - a.overdueDays
  return (a.nextDue?.dueOn ?? '9999') < (b.nextDue?.dueOn ?? '9999') ? -1 : 1
}
