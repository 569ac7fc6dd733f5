import type { Loan } from '../../domain/case/index.ts'
import type { LimitFinding } from '../../domain/cost/index.ts'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import type { LoanState, OverdueStage } from '../../domain/loan/index.ts'

/** One loan as the overview lists it. */
export interface LoanRow {
  readonly id: string
  readonly owed: Fen
  readonly stage: OverdueStage
  readonly days: number
  readonly nextDueOn: CalendarDate | null
  /** The lowest limit that the price or the charges so far are above; null where they are above none. */
  readonly above: {
    readonly over: 'price' | 'charges'
    readonly limit: number
    readonly cost: number
  } | null
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
    const above = aboveLimit(limits.get(id) ?? [], yearlyCost(id))
    return [{ id, owed, stage, days, nextDueOn: state.nextDue?.dueOn ?? null, above }]
  })
  return rows.toSorted((a, b) => b.days - a.days || b.owed - a.owed)
}

/** The lowest binding limit that a loan is above; its price counts before what was charged so far. */
function aboveLimit(findings: readonly LimitFinding[], cost: number | null): LoanRow['above'] {
  const limitsOver = (what: 'price' | 'charges'): readonly number[] =>
    findings.flatMap(({ over, limit, rule }) =>
      over === what && limit !== null && rule.binding ? [limit] : [],
    )
  const [price, charges] = [limitsOver('price'), limitsOver('charges')]
  if (cost === null || price.length + charges.length === 0) return null
  return price.length > 0
    ? { over: 'price', limit: Math.min(...price), cost }
    : { over: 'charges', limit: Math.min(...charges), cost }
}
