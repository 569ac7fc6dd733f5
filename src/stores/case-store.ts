import { defineStore } from 'pinia'
import { computed, readonly, ref } from 'vue'
import { emptyCase, type Locale } from '../domain/case/index.ts'
import {
  decodeCaseBytes,
  decodeCaseText,
  encodeCaseText,
  type CaseProblem,
  type CaseReading,
  type CaseWarning,
} from '../storage/case-file/index.ts'
import { storageFailureOf, type ChangeLabel } from '../storage/repositories/index.ts'
import { CaseSession } from './case-session.ts'
import type { CaseUpdate, ChangeOutcome } from './change-queue.ts'
import { useServices, type Services } from './services.ts'

export type SaveState = 'saved' | 'saving' | 'failed'

export type ImportOutcome =
  | { readonly ok: true; readonly warnings: readonly CaseWarning[] }
  | { readonly ok: false; readonly problems: readonly CaseProblem[] }

/**
 * The case that is open. `facts` is read-only and replaced as a whole by each change; every change
 * is shown at once, saved at once, and can be undone, also after a restart.
 * Actions that open, import or remove a case reject with a `StorageFailure`; `change`, `undo` and
 * `redo` never reject: `change` answers with its outcome, and `saveFailure` says what failed.
 */
export const useCaseStore = defineStore('case', () => {
  const services = useServices()
  const session = new CaseSession(services)
  const { facts, caseId, isSample, saving, failure, history } = session
  return {
    /** The facts of the open case; null without one. */
    facts: computed(() => facts.value),
    caseId: readonly(caseId),
    /** Whether the open case is the invented sample. */
    isSample: readonly(isSample),
    saveState: computed<SaveState>(() =>
      failure.value !== null ? 'failed' : saving.value > 0 ? 'saving' : 'saved',
    ),
    /** Why the last save or opening failed; null when it did not. */
    saveFailure: readonly(failure),
    canUndo: computed(() => history.value.undo !== null),
    canRedo: computed(() => history.value.redo !== null),
    /** What undo and redo would do, as message codes. */
    undoLabel: computed(() => history.value.undo),
    redoLabel: computed(() => history.value.redo),
    ...openingActions(session, services),
    ...changeActions(session, services),
    ...fileActions(session, services),
  }
})

function openingActions(session: CaseSession, { cases, settings, pack, sampleCase }: Services) {
  const ready = ref(false)

  /** Opens the case that was open last. Without one `facts` stays null. Never rejects: see `saveFailure`. */
  async function open(): Promise<void> {
    try {
      const { activeCase } = await settings.read()
      if (activeCase !== null) await session.show(activeCase)
    } catch (thrown) {
      session.close()
      session.failure.value = storageFailureOf(thrown).code
    } finally {
      ready.value = true
    }
  }

  /** Starts an empty case of the person's own and opens it. */
  async function startOwn(locale: Locale): Promise<void> {
    const { id: jurisdiction, currency } = pack.meta
    const facts = emptyCase(jurisdiction, currency, locale)
    await session.show(await cases.create(facts, { sample: false }))
  }

  /** Opens the sample; the one already there when it was opened before. */
  async function openSample(locale: Locale): Promise<void> {
    const known = (await cases.list()).find((summary) => summary.isSample)
    if (known !== undefined && (await session.show(known.id))) return
    const reading = decodeCaseText(await sampleCase(locale))
    if (!reading.ok) throw new Error('the sample case is not a valid case file')
    await session.show(await cases.create({ ...reading.facts, locale }, { sample: true }))
  }

  /** Deletes the open case with its history, then opens the one changed last before it, if any. */
  async function removeCase(): Promise<void> {
    const id = session.caseId.value
    if (id === null) return
    await session.queue?.settled()
    await cases.remove(id)
    session.close()
    await settings.write({ activeCase: null })
    const next = (await cases.list()).at(0)
    if (next !== undefined) await session.show(next.id)
  }

  return { ready: readonly(ready), open, startOwn, openSample, removeCase }
}

function changeActions(session: CaseSession, { cases }: Services) {
  /**
   * Changes the case by a pure update: shown at once, saved after the changes before it, taken back
   * when it can't be saved. Make ids before the call, not inside the update. Nothing without a case.
   */
  async function change(label: ChangeLabel, update: CaseUpdate): Promise<ChangeOutcome> {
    if (session.queue === null) return 'unchanged'
    const outcome = await session.track(session.queue.change(label, update))
    if (outcome !== 'unchanged') session.failure.value = outcome === 'saved' ? null : outcome
    return outcome
  }

  async function travel(step: 'undo' | 'redo'): Promise<void> {
    const { queue, caseId } = session
    const id = caseId.value
    if (queue === null || id === null) return
    try {
      await session.track(queue.replace(() => cases[step](id)))
      session.failure.value = null
    } catch (thrown) {
      session.failure.value = storageFailureOf(thrown).code
    }
  }

  return { change, undo: () => travel('undo'), redo: () => travel('redo') }
}

function fileActions(session: CaseSession, { cases }: Services) {
  async function openReading(reading: CaseReading): Promise<ImportOutcome> {
    if (!reading.ok) return { ok: false, problems: reading.problems }
    await session.show(await cases.create(reading.facts, { sample: false }))
    return { ok: true, warnings: reading.warnings }
  }

  /** Imports a case file as a new case and opens it. An invalid one changes nothing and names its problems. */
  const importText = (text: string): Promise<ImportOutcome> => openReading(decodeCaseText(text))

  /** The same for a file's bytes, which may not be text at all. */
  const importBytes = (bytes: Uint8Array): Promise<ImportOutcome> =>
    openReading(decodeCaseBytes(bytes))

  /** The open case as the text of a case file, or null without one. */
  const exportText = (): string | null =>
    session.facts.value === null ? null : encodeCaseText(session.facts.value)

  return { importText, importBytes, exportText }
}
