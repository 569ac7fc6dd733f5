import type { Loan } from '../../domain/case/index.ts'
import { limitExceeded, type LimitExceeded, type LimitFinding } from '../../domain/cost/index.ts'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import type { LoanState, OverdueStage } from '../../domain/loan/index.ts'

/** One loan as the overview lists it. */
export interface LoanRow {
  readonly id: string
  readonly owed: Fen
  readonly stage: OverdueStage
  readonly days: number
  readonly nextDueOn: CalendarDate | null
  /** The limit that the loan is above, with its price; null where it is above none. */
  readonly above: (LimitExceeded & { readonly cost: number }) | null
}

interface Figures {
  readonly states: ReadonlyMap<string, LoanState>
  readonly limits: ReadonlyMap<string, readonly LimitFinding[]>
  readonly yearlyCost: (loan: string) => number | null
}

/** The loans by urgency: the longest overdue first, then the largest. */
export function loanRows(
  loans: readonly Loan[],
  { states, limits, yearlyCost }: Figures,
): readonly LoanRow[] {
  const rows = loans.flatMap(({ id }) => {
    const state = states.get(id)
    if (state === undefined) return []
    const { owedNow: owed, stage, overdueDays: days } = state
    const exceeded = limitExceeded(limits.get(id) ?? [])
    const cost = yearlyCost(id)
    const above = exceeded === null || cost === null ? null : { ...exceeded, cost }
    return [{ id, owed, stage, days, nextDueOn: state.nextDue?.dueOn ?? null, above }]
  })
  return rows.toSorted((a, b) => b.days - a.days || b.owed - a.owed)
}
