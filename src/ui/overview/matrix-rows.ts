import type { Case } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import type { PlanProgress } from '../../domain/plan/index.ts'
import {
  negotiations,
  type LoanNegotiation,
  type NegotiationMove,
  type NegotiationStage,
} from '../../domain/proposal/index.ts'
import type { LoanStanding } from '../shared/loan-standing.ts'

/** What there is to do about one loan: a step of the plan, of the talks, or nothing but to keep on. */
export type LoanTask = NegotiationMove | 'pay-late' | 'pay-next' | 'pay-on-time' | 'get-certificate'

/** The nearest day that matters, and why. */
export interface NextDate {
  readonly on: CalendarDate
  readonly what: 'plan' | 'contract' | 'talks'
}

/** One loan with all that a glance has to show. */
export interface MatrixRow extends LoanStanding {
  readonly next: NextDate | null
  /** How far the talks have come; null where there is nothing left to talk about. */
  readonly talks: NegotiationStage | null
  readonly task: LoanTask
}

interface Situation {
  readonly facts: Case
  readonly progress: PlanProgress | null
  readonly on: CalendarDate
}

/** The loans with the nearest date, the state of the talks and the one thing to do about each. */
export function matrixRows(
  standings: readonly LoanStanding[],
  { facts, progress, on }: Situation,
): readonly MatrixRow[] {
  const talks = new Map(
    negotiations(facts, on)
      .flatMap(({ loans }) => loans)
      .map((negotiation) => [negotiation.loan, negotiation]),
  )
  return standings.map((standing) => {
    const { id } = standing
    const planned =
      progress?.instalments.find(({ loan, status }) => loan === id && status !== 'paid') ?? null
    return rowOf({ standing, planned, negotiation: talks.get(id) ?? null, on })
  })
}

interface LoanPart {
  readonly standing: LoanStanding
  readonly planned: PlanProgress['instalments'][number] | null
  readonly negotiation: LoanNegotiation | null
  readonly on: CalendarDate
}

function rowOf(part: LoanPart): MatrixRow {
  const { standing, planned, negotiation, on } = part
  const task = taskOf({ standing, planned, move: negotiation?.move ?? 'ask', on })
  return standing.state.owedNow === 0
    ? { ...standing, next: null, talks: null, task }
    : { ...standing, next: nextOf(part), talks: negotiation?.stage ?? null, task }
}

/** What is agreed or planned takes the place of the contract's own dates. */
const nextOf = ({ standing: { state }, planned, negotiation }: LoanPart): NextDate | null =>
  earliest({
    plan: planned?.dueOn ?? null,
    talks: negotiation?.dueOn ?? null,
    contract: planned === null ? (state.nextDue?.dueOn ?? null) : null,
  })

/** The nearest of some dates and what it is of; of one day the first kind counts. */
function earliest(dates: Readonly<Record<NextDate['what'], CalendarDate | null>>): NextDate | null {
  const known = (['plan', 'talks', 'contract'] as const).flatMap((what) => {
    const on = dates[what]
    return on === null ? [] : [{ on, what }]
  })
  return known.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null
}

interface Task {
  readonly standing: LoanStanding
  readonly planned: PlanProgress['instalments'][number] | null
  readonly move: NegotiationMove
  readonly on: CalendarDate
}

/** A late instalment of the plan comes first, then the talks; a loan that is not late and was never spoken of is simply paid. */
function taskOf({ standing: { state }, planned, move, on }: Task): LoanTask {
  if (state.owedNow === 0) return 'get-certificate'
  if (planned !== null && planned.dueOn < on) return 'pay-late'
  if (move === 'keep-to-it' && planned !== null) return 'pay-next'
  return move === 'ask' && state.overdueDays === 0 ? 'pay-on-time' : move
}
