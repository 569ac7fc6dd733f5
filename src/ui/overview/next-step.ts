import type { Case } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import type { PlanInstalmentState, PlanProgress } from '../../domain/plan/index.ts'

export type NextStepCode =
  | 'go-on'
  | 'add-loan'
  | 'fill-budget'
  | 'see-proposals'
  | 'nothing-affordable'
  | 'instalment-overdue'
  | 'instalment-today'
  | 'instalment-next'
  | 'plan-done'

export interface Step {
  readonly code: NextStepCode
  /** The page where it is done. */
  readonly page: 'start' | 'budget' | 'proposals' | 'plan'
  readonly instalment: PlanInstalmentState | null
}

interface Situation {
  readonly facts: Case
  readonly progress: PlanProgress | null
  readonly on: CalendarDate
  /** Whether the questions of the guided way were begun and not ended. */
  readonly isGuideUnfinished: boolean
  readonly isAnythingAffordable: () => boolean
}

const step = (
  code: NextStepCode,
  page: Step['page'],
  instalment: PlanInstalmentState | null = null,
): Step => ({ code, page, instalment })

/** The one thing to do now, from what is known: what is missing first, then what is due. */
export function nextStep(situation: Situation): Step {
  const { facts, progress, on, isGuideUnfinished, isAnythingAffordable } = situation
  if (progress !== null) return planStep(progress, on)
  if (isGuideUnfinished) return step('go-on', 'start')
  if (facts.loans.length === 0) return step('add-loan', 'start')
  if (facts.budget.incomes.length === 0) return step('fill-budget', 'budget')
  return isAnythingAffordable()
    ? step('see-proposals', 'proposals')
    : step('nothing-affordable', 'proposals')
}

/** `next` is the earliest instalment that is not wholly paid, so a late one comes before all others. */
function planStep({ next }: PlanProgress, on: CalendarDate): Step {
  if (next === null) return step('plan-done', 'plan')
  if (next.dueOn < on) return step('instalment-overdue', 'plan', next)
  return step(next.dueOn === on ? 'instalment-today' : 'instalment-next', 'plan', next)
}
