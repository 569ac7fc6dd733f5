import { defineStore } from 'pinia'
import { computed, readonly, ref } from 'vue'
import { emptyCase, type Evidence, type Locale } from '../domain/case/index.ts'
import {
  decodeCaseBytes,
  decodeCaseText,
  encodeCaseText,
  type CaseProblem,
  type CaseReading,
  type CaseWarning,
} from '../storage/case-file/index.ts'
import {
  storageFailureOf,
  type AttachedFile,
  type CaseSummary,
  type ChangeLabel,
  type PastChange,
  type StorageFailureCode,
} from '../storage/repositories/index.ts'
import { CaseSession } from './case-session.ts'
import type { CaseUpdate, ChangeOutcome } from './change-queue.ts'
import { plainFacts } from './plain-facts.ts'
import { useServices, type Services } from './services.ts'

export { MAX_ATTACHED_BYTES, type AttachedFile } from '../storage/repositories/index.ts'

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
  const { facts, caseId, isSample, name, saving, failure, history } = session
  return {
    /** The facts of the open case; null without one. */
    facts: computed(() => facts.value),
    caseId: readonly(caseId),
    /** Whether the open case is the invented sample. */
    isSample: readonly(isSample),
    /** What the person calls the open case; empty until they named it. */
    name: readonly(name),
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
    ...attachmentActions(session, services),
  }
})

/** A copy of the sample has a name of its own, and stays what the person made of it. */
const isOriginalSample = ({ isSample, name }: CaseSummary): boolean => isSample && name === ''

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
    const known = (await cases.list()).find(isOriginalSample)
    if (known !== undefined && (await session.show(known.id))) return
    const reading = decodeCaseText(await sampleCase(locale))
    if (!reading.ok) throw new Error('the sample case is not a valid case file')
    await session.show(await cases.create({ ...reading.facts, locale }, { sample: true }))
  }

  /** Opens a stored case in place of the one that is open; false where it is gone. */
  const openCase = (id: string): Promise<boolean> => session.show(id)

  /** Calls the open case something else, or nothing of its own. */
  async function renameOpen(name: string): Promise<void> {
    const id = session.caseId.value
    if (id === null) return
    await cases.noteListing(id, { name })
    if (session.caseId.value === id) session.name.value = name
  }

  /** Deletes the open case with its history, then opens the one changed last before it, if any that is not archived. */
  async function removeCase(): Promise<void> {
    const id = session.caseId.value
    if (id === null) return
    await session.queue?.settled()
    await cases.remove(id)
    session.close()
    await settings.write({ activeCase: null })
    const next = (await cases.list()).find(({ isArchived }) => !isArchived)
    if (next !== undefined) await session.show(next.id)
  }

  return { ready: readonly(ready), open, openCase, startOwn, openSample, renameOpen, removeCase }
}

function changeActions(session: CaseSession, { cases }: Services) {
  /**
   * Changes the case by a pure update: shown at once, saved after the changes before it, taken back
   * when it can't be saved. Make ids before the call, not inside the update. Nothing without a case.
   */
  async function change(label: ChangeLabel, update: CaseUpdate): Promise<ChangeOutcome> {
    if (session.queue === null) return 'unchanged'
    const outcome = await session.track(
      session.queue.change(label, (facts) => plainFacts(update(facts), facts)),
    )
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

  /** What was changed so far, the latest first. Empty without a case or where it can't be read. */
  async function pastChanges(): Promise<readonly PastChange[]> {
    const id = caseIdOf()
    if (id === null) return []
    await session.queue?.settled()
    return cases.pastChanges(id).catch(() => [])
  }

  /** Makes the case what it was before a step of its history: a change of its own, which can be undone. */
  async function restoreBefore(n: number): Promise<ChangeOutcome> {
    const id = caseIdOf()
    if (id === null) return 'unchanged'
    await session.queue?.settled()
    const state = await cases.stateBefore(id, n).catch(() => null)
    return state === null ? 'damaged' : change('state-restored', () => state)
  }

  /** Resolves when every change made so far is saved or refused. */
  const settled = async (): Promise<void> => {
    await session.queue?.settled()
  }

  const caseIdOf = (): string | null => session.caseId.value
  return {
    change,
    settled,
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    pastChanges,
    restoreBefore,
  }
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

/** A file that is in the database now, or why it is not. */
export type AttachOutcome =
  | { readonly ok: true; readonly evidence: Evidence }
  | { readonly ok: false; readonly code: StorageFailureCode }

function attachmentActions(session: CaseSession, { files }: Services) {
  /** Stores a file with the open case, named by its content. It belongs to a record once that names it. */
  async function attach(file: AttachedFile): Promise<AttachOutcome> {
    const id = session.caseId.value
    if (id === null) return { ok: false, code: 'no-such-case' }
    try {
      await session.queue?.settled()
      return { ok: true, evidence: await files.add(id, file) }
    } catch (thrown) {
      return { ok: false, code: storageFailureOf(thrown).code }
    }
  }

  /** A stored file of the open case; null where there is none or it can't be read. */
  async function attached(sha256: string): Promise<AttachedFile | null> {
    const id = session.caseId.value
    if (id === null) return null
    try {
      return await files.load(id, sha256)
    } catch {
      return null
    }
  }

  return { attach, attached }
}
