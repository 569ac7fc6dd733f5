import { defineStore } from 'pinia'
import { computed, readonly, ref, shallowRef } from 'vue'
import { emptyCase, type Case, type Locale } from '../domain/case/index.ts'
import {
  decodeCaseText,
  encodeCaseText,
  type CaseProblem,
  type CaseWarning,
} from '../storage/case-file/index.ts'
import {
  storageFailureOf,
  type ChangeLabel,
  type HistoryState,
  type StorageFailureCode,
} from '../storage/repositories/index.ts'
import { createChangeQueue, type CaseUpdate, type ChangeQueue } from './change-queue.ts'
import { useServices } from './services.ts'

export type SaveState = 'saved' | 'saving' | 'failed'

export type ImportOutcome =
  | { readonly ok: true; readonly warnings: readonly CaseWarning[] }
  | { readonly ok: false; readonly problems: readonly CaseProblem[] }

const NO_HISTORY: HistoryState = { undo: null, redo: null }

/**
 * The case that is open. `facts` is read-only and replaced as a whole by each change; every change
 * is shown at once, saved at once, and can be undone, also after a restart.
 * Actions that open or remove a case reject with a `StorageFailure`; `change` reports by its outcome.
 */
export const useCaseStore = defineStore('case', () => {
  const { cases, settings, pack, sampleCase } = useServices()
  const facts = shallowRef<Case | null>(null)
  const caseId = ref<string | null>(null)
  const isSample = ref(false)
  const ready = ref(false)
  const saving = ref(0)
  const failure = ref<StorageFailureCode | null>(null)
  const history = shallowRef<HistoryState>(NO_HISTORY)
  let queue: ChangeQueue | null = null

  const saveState = computed<SaveState>(() =>
    failure.value !== null ? 'failed' : saving.value > 0 ? 'saving' : 'saved',
  )

  function close(): void {
    queue = null
    facts.value = null
    caseId.value = null
    isSample.value = false
    history.value = NO_HISTORY
    failure.value = null
  }

  async function show(id: string): Promise<boolean> {
    const [opened, all, steps] = await Promise.all([
      cases.load(id),
      cases.list(),
      cases.historyState(id),
    ])
    if (opened === null) return false
    await settings.write({ activeCase: id })
    close()
    queue = createChangeQueue(opened, {
      save: (change) => cases.commit(id, change),
      show: (state) => {
        if (caseId.value === id) facts.value = state
      },
    })
    caseId.value = id
    isSample.value = all.find((summary) => summary.id === id)?.isSample ?? false
    history.value = steps
    facts.value = opened
    return true
  }

  async function track<Answer>(work: Promise<Answer>): Promise<Answer> {
    const id = caseId.value
    saving.value += 1
    try {
      return await work
    } finally {
      if (id !== null && id === caseId.value) {
        const steps = await cases.historyState(id).catch(() => history.value)
        if (id === caseId.value) history.value = steps
      }
      saving.value -= 1
    }
  }

  /** Opens the case that was open last. Without one, `facts` stays null: the person starts or looks at the sample. */
  async function open(): Promise<void> {
    try {
      const { activeCase } = await settings.read()
      if (activeCase !== null) await show(activeCase)
    } catch (thrown) {
      close()
      failure.value = storageFailureOf(thrown).code
    } finally {
      ready.value = true
    }
  }

  /** Starts an empty case of the person's own and opens it. */
  async function startOwn(locale: Locale): Promise<void> {
    const { id: jurisdiction, currency } = pack.meta
    await show(await cases.create(emptyCase(jurisdiction, currency, locale), { sample: false }))
  }

  /** Opens the sample; the one already there when it was opened before. */
  async function openSample(locale: Locale): Promise<void> {
    const known = (await cases.list()).find((summary) => summary.isSample)
    if (known !== undefined && (await show(known.id))) return
    const reading = decodeCaseText(await sampleCase(locale))
    if (!reading.ok) throw new Error('the sample case is not a valid case file')
    await show(await cases.create({ ...reading.facts, locale }, { sample: true }))
  }

  /** Deletes the open case with its history, then opens the one changed last before it, if any. */
  async function removeCase(): Promise<void> {
    if (caseId.value === null) return
    await queue?.replace(() => Promise.resolve(null))
    await cases.remove(caseId.value)
    close()
    await settings.write({ activeCase: null })
    const next = (await cases.list()).at(0)
    if (next !== undefined) await show(next.id)
  }

  /**
   * Changes the case by a pure update: shown at once, saved after the changes before it, taken back
   * when it can't be saved. Make ids before the call, not inside the update. Nothing without a case.
   */
  async function change(label: ChangeLabel, update: CaseUpdate) {
    if (queue === null) return 'unchanged'
    const outcome = await track(queue.change(label, update))
    if (outcome === 'saved') failure.value = null
    else if (outcome !== 'unchanged') failure.value = outcome
    return outcome
  }

  async function travel(direction: 'undo' | 'redo'): Promise<void> {
    const id = caseId.value
    if (queue === null || id === null) return
    try {
      await track(queue.replace(() => cases[direction](id)))
      failure.value = null
    } catch (thrown) {
      failure.value = storageFailureOf(thrown).code
    }
  }

  /** Imports a case file as a new case and opens it. An invalid one changes nothing and names its problems. */
  async function importText(text: string): Promise<ImportOutcome> {
    const reading = decodeCaseText(text)
    if (!reading.ok) return { ok: false, problems: reading.problems }
    await show(await cases.create(reading.facts, { sample: false }))
    return { ok: true, warnings: reading.warnings }
  }

  /** The open case as the text of a case file, or null without one. */
  const exportText = (): string | null =>
    facts.value === null ? null : encodeCaseText(facts.value)

  return {
    facts: computed(() => facts.value),
    caseId: readonly(caseId),
    isSample: readonly(isSample),
    ready: readonly(ready),
    saveState,
    /** Why the last save or opening failed; null when it did not. */
    saveFailure: readonly(failure),
    canUndo: computed(() => history.value.undo !== null),
    canRedo: computed(() => history.value.redo !== null),
    /** What undo and redo would do, as message codes. */
    undoLabel: computed(() => history.value.undo),
    redoLabel: computed(() => history.value.redo),
    open,
    startOwn,
    openSample,
    removeCase,
    change,
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    importText,
    exportText,
  }
})
