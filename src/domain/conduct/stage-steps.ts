import { dropMember, putMember, type Case, type Task } from '../case/index.ts'
import type { Localised } from '../cost/index.ts'
import type { CalendarDate } from '../kernel/index.ts'

/** A stage with what is to be done in it, in order. */
interface StageWithSteps {
  readonly id: string
  readonly checklist: readonly { readonly id: string; readonly text: Localised }[]
}

/** One thing to do about a loan, and whether it was done. */
export interface StageStep {
  /** The id of the task that keeps the tick. */
  readonly task: string
  readonly text: Localised
  readonly doneOn: CalendarDate | null
}

/** What is to be done about a loan in a stage, in the pack's order. */
export const stageSteps = (
  { id: stage, checklist }: StageWithSteps,
  about: { readonly loan: string; readonly tasks: readonly Task[] },
): readonly StageStep[] =>
  checklist.map(({ id, text }) => {
    const task = `${stage}/${id}/${about.loan}`
    const kept = about.tasks.find((other) => other.id === task)
    return { task, text, doneOn: kept?.doneOn ?? null }
  })

/** The case with a step ticked as done on a day: a task of the case, done. */
export const tickStep = (
  facts: Case,
  step: StageStep,
  done: { readonly loan: string; readonly title: string; readonly on: CalendarDate },
): Case =>
  putMember(facts, 'tasks', {
    id: step.task,
    title: done.title,
    dueOn: done.on,
    doneOn: done.on,
    loan: done.loan,
  })

/** The case with the tick taken back. */
export const untickStep = (facts: Case, { task }: StageStep): Case =>
  dropMember(facts, 'tasks', task)
