import type { Case } from '../domain/case/index.ts'
import {
  storageFailureOf,
  type CaseChange,
  type ChangeLabel,
  type StorageFailureCode,
} from '../storage/repositories/index.ts'

/** A pure step from one state of the case to the next. It may be asked again after a failed save. */
export type CaseUpdate = (facts: Case) => Case

export type ChangeOutcome = 'saved' | 'unchanged' | StorageFailureCode

export interface ChangeQueue {
  /** Shows a change at once and stores it after those before it; a failed one is taken back. */
  change(label: ChangeLabel, update: CaseUpdate): Promise<ChangeOutcome>
  /** Runs a step that moves the stored case by itself (undo, redo) after all waiting changes. */
  replace(step: () => Promise<Case | null>): Promise<void>
}

interface QueueEnds {
  readonly save: (change: CaseChange) => Promise<void>
  readonly show: (facts: Case) => void
}

interface Waiting {
  readonly label: ChangeLabel
  readonly update: CaseUpdate
  base: Case
  result: Case
}

/**
 * Changes of one case, shown at once and saved one after another. When a save fails, the changes
 * that wait behind it are made again on what is stored, so that only the failed one is lost.
 */
export function createChangeQueue(opened: Case, { save, show }: QueueEnds): ChangeQueue {
  let stored = opened
  let waiting: Waiting[] = []
  let tail: Promise<unknown> = Promise.resolve()

  const after = <Answer>(step: () => Promise<Answer>): Promise<Answer> => {
    const answer = tail.then(step)
    tail = answer.catch(() => undefined)
    return answer
  }
  const rebase = (): void => {
    let facts = stored
    for (const entry of waiting) {
      entry.base = facts
      entry.result = facts = reapply(entry, facts)
    }
    show(facts)
  }
  const settle = async (entry: Waiting): Promise<ChangeOutcome> => {
    const change: CaseChange = { label: entry.label, before: entry.base, after: entry.result }
    const failure = await save(change).then(
      () => null,
      (thrown: unknown) => storageFailureOf(thrown).code,
    )
    waiting = waiting.filter((other) => other !== entry)
    if (failure === null) stored = entry.result
    else rebase()
    return failure ?? 'saved'
  }
  return {
    change(label, update) {
      const base = waiting.at(-1)?.result ?? stored
      const result = update(base)
      if (result === base) return Promise.resolve('unchanged')
      const entry: Waiting = { label, update, base, result }
      waiting.push(entry)
      show(result)
      return after(() => settle(entry))
    },
    replace: (step) =>
      after(async () => {
        stored = (await step()) ?? stored
        rebase()
      }),
  }
}

/** An update that no longer fits what is stored (its loan is gone) changes nothing. */
function reapply({ update }: Waiting, facts: Case): Case {
  try {
    return update(facts)
  } catch {
    return facts
  }
}
