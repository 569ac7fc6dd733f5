import type { Case } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import type { PlanInstalmentState, PlanProgress } from '../../domain/plan/index.ts'

export type NextStepCode =
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
  readonly page: 'debt-new' | 'budget' | 'proposals' | 'plan'
  readonly instalment: PlanInstalmentState | null
}

interface Situation {
  readonly facts: Case
  readonly progress: PlanProgress | null
  readonly on: CalendarDate
  readonly isAnythingAffordable: () => boolean
}

const step = (
  code: NextStepCode,
  page: Step['page'],
  instalment: PlanInstalmentState | null = null,
): Step => ({ code, page, instalment })

/** The one thing to do now, from what is known: what is missing first, then what is due. */
export function nextStep({ facts, progress, on, isAnythingAffordable }: Situation): Step {
  if (facts.loans.length === 0) return step('add-loan', 'debt-new')
  if (progress !== null) return planStep(progress, on)
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
