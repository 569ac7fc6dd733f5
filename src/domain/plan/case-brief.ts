import type { Case } from '../case/index.ts'
import { sumFen, type CalendarDate, type Fen } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { agenda } from './agenda/index.ts'
import { planProgress } from './plan-progress.ts'

/** How a case stands as a whole: nothing entered, all paid, a plan that is kept or is behind, late, or on time. */
export const CASE_STATES = ['empty', 'settled', 'plan', 'plan-behind', 'late', 'on-time'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** A case in one line, as it stands on a day. */
export interface CaseBrief {
  readonly on: CalendarDate
  /** Owed on all loans together, in fen. */
  readonly owed: Fen
  /** Days that the loan longest overdue is late; 0 where none is. */
  readonly daysLate: number
  /** The nearest day, from that one on, on which something is to be paid, done or heard. */
  readonly next: CalendarDate | null
  readonly state: CaseState
}

/** Sums a case up for a list of cases: the figures of its overview, by the same rules. */
export function caseBrief(facts: Case, on: CalendarDate): CaseBrief {
  const states = facts.loans.map((loan) => replayLoan(loan, facts.payments, on))
  const owed = sumFen(states.map(({ owedNow }) => owedNow))
  const daysLate = Math.max(0, ...states.map(({ overdueDays }) => overdueDays))
  const next = agenda(facts, on).find(({ isOverdue }) => !isOverdue)?.on ?? null
  return { on, owed, daysLate, next, state: stateOf(facts, { on, owed, daysLate }) }
}

function stateOf(
  facts: Case,
  { on, owed, daysLate }: Omit<CaseBrief, 'next' | 'state'>,
): CaseState {
  if (facts.loans.length === 0) return 'empty'
  if (owed === 0) return 'settled'
  const progress = planProgress(facts, on)
  if (progress !== null) return progress.overdue > 0 ? 'plan-behind' : 'plan'
  return daysLate > 0 ? 'late' : 'on-time'
}
