import type { Loan } from '../../domain/case/index.ts'
import { limitExceeded, type LimitExceeded, type LimitFinding } from '../../domain/cost/index.ts'
import type { LoanState } from '../../domain/loan/index.ts'

/** How one loan stands today. */
export interface LoanStanding {
  readonly id: string
  readonly state: LoanState
  /** What it costs in a year with all charges; null where that can't be worked out. */
  readonly cost: number | null
  /** The lowest binding limit that it is above; null where it is above none. */
  readonly above: LimitExceeded | null
}

interface Figures {
  readonly states: ReadonlyMap<string, LoanState>
  readonly limits: ReadonlyMap<string, readonly LimitFinding[]>
  readonly costs: ReadonlyMap<string, { readonly simpleAnnual: number | null }>
}

/** The loans by urgency: the longest overdue first, then the largest. */
export const loansByUrgency = (
  loans: readonly Loan[],
  { states, limits, costs }: Figures,
): readonly LoanStanding[] =>
  loans
    .flatMap(({ id }) => {
      const state = states.get(id)
      if (state === undefined) return []
      const cost = costs.get(id)?.simpleAnnual ?? null
      return [{ id, state, cost, above: limitExceeded(limits.get(id) ?? []) }]
    })
    .toSorted(
      (a, b) => b.state.overdueDays - a.state.overdueDays || b.state.owedNow - a.state.owedNow,
    )
