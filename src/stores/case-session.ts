import { ref, shallowRef } from 'vue'
import type { Case } from '../domain/case/index.ts'
import type {
  CaseRepository,
  HistoryState,
  SettingsRepository,
  StorageFailureCode,
} from '../storage/repositories/index.ts'
import { ChangeQueue } from './change-queue.ts'

const NO_HISTORY: HistoryState = { undo: null, redo: null }

interface SessionSources {
  readonly cases: CaseRepository
  readonly settings: SettingsRepository
  readonly now: () => Date
}

/** The case that is open, its queue of changes and what is known about saving them. */
export class CaseSession {
  readonly facts = shallowRef<Case | null>(null)
  readonly caseId = ref<string | null>(null)
  readonly isSample = ref(false)
  /** What the person calls it; empty until they named it. */
  readonly name = ref('')
  readonly history = shallowRef<HistoryState>(NO_HISTORY)
  /** How many changes are on their way to storage. */
  readonly saving = ref(0)
  readonly failure = ref<StorageFailureCode | null>(null)
  queue: ChangeQueue | null = null
  readonly #storage: SessionSources
  #turn: Promise<unknown> = Promise.resolve()

  constructor(storage: SessionSources) {
    this.#storage = storage
  }

  /** Opens a case, once all changes of the one that was open are saved; false where there is none of that id. */
  show(id: string): Promise<boolean> {
    // One after the other: two cases that open at once must not be mixed into one.
    const opening = this.#turn.then(() => this.#open(id))
    this.#turn = opening.catch(() => undefined)
    return opening
  }

  async #open(id: string): Promise<boolean> {
    await this.queue?.settled()
    const { cases, settings, now } = this.#storage
    const opened = await cases.load(id)
    if (opened === null) return false
    const [summary, steps] = await Promise.all([cases.summary(id), cases.historyState(id)])
    const openedAt = now().toISOString()
    await Promise.all([
      settings.write({ activeCase: id }),
      // Without it the case is only listed less well.
      cases.noteListing(id, { openedAt }).catch(() => undefined),
    ])
    this.close()
    this.queue = new ChangeQueue(opened, {
      save: (change) => cases.commit(id, change),
      show: (state) => {
        if (this.caseId.value === id) this.facts.value = state
      },
    })
    this.caseId.value = id
    this.isSample.value = summary?.isSample ?? false
    this.name.value = summary?.name ?? ''
    this.history.value = steps
    this.facts.value = opened
    return true
  }

  close(): void {
    this.queue = null
    this.facts.value = null
    this.caseId.value = null
    this.isSample.value = false
    this.name.value = ''
    this.history.value = NO_HISTORY
    this.failure.value = null
  }

  /** Waits for work on the open case and then looks what can be undone. */
  async track<Answer>(work: Promise<Answer>): Promise<Answer> {
    const id = this.caseId.value
    this.saving.value += 1
    try {
      return await work
    } finally {
      if (id !== null) await this.#readHistory(id)
      this.saving.value -= 1
    }
  }

  async #readHistory(id: string): Promise<void> {
    const steps = await this.#storage.cases.historyState(id).catch(() => null)
    if (steps !== null && id === this.caseId.value) this.history.value = steps
  }
}
