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
export class ChangeQueue {
  #stored: Case
  #waiting: Waiting[] = []
  #tail: Promise<unknown> = Promise.resolve()
  readonly #ends: QueueEnds

  constructor(opened: Case, ends: QueueEnds) {
    this.#stored = opened
    this.#ends = ends
  }

  /** Shows a change at once and stores it after those before it; a failed one is taken back. */
  change(label: ChangeLabel, update: CaseUpdate): Promise<ChangeOutcome> {
    const base = this.#waiting.at(-1)?.result ?? this.#stored
    const result = update(base)
    if (result === base) return Promise.resolve('unchanged')
    const entry: Waiting = { label, update, base, result }
    this.#waiting.push(entry)
    this.#ends.show(result)
    return this.#next(() => this.#settle(entry))
  }

  /** Runs a step that moves the stored case by itself (undo, redo) after all waiting changes. */
  replace(step: () => Promise<Case | null>): Promise<void> {
    return this.#next(async () => {
      this.#stored = (await step()) ?? this.#stored
      this.#rebase()
    })
  }

  /** Resolves when no change waits any more. */
  settled(): Promise<void> {
    return this.#next(() => Promise.resolve())
  }

  #next<Answer>(step: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#tail.then(step)
    this.#tail = answer.catch(() => undefined)
    return answer
  }

  async #settle(entry: Waiting): Promise<ChangeOutcome> {
    const change: CaseChange = { label: entry.label, before: entry.base, after: entry.result }
    const failure = await this.#ends.save(change).then(
      () => null,
      (thrown: unknown) => storageFailureOf(thrown).code,
    )
    this.#waiting = this.#waiting.filter((other) => other !== entry)
    if (failure === null) this.#stored = entry.result
    else this.#rebase()
    return failure ?? 'saved'
  }

  #rebase(): void {
    let facts = this.#stored
    for (const entry of this.#waiting) {
      entry.base = facts
      facts = entry.result = reapply(entry, facts)
    }
    this.#ends.show(facts)
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
