import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'
import {
  MAX_CASE_FILE_BYTES,
  MAX_SAVED_FILE_BYTES,
  type DesktopFailure,
  type OpenedFile,
} from '../contract/index.ts'
import type { Locale } from '../domain/case/index.ts'
import type { CaseProblem, CaseWarning } from '../storage/case-file/index.ts'
import { storageFailureOf, type StorageFailureCode } from '../storage/repositories/index.ts'
import { useCaseStore } from './case-store.ts'
import { useCopyStore } from './copy-store.ts'
import { useServices } from './services.ts'

/** What came of the last thing that was done with a whole case. */
export type DeskNews =
  | {
      readonly kind: 'import-refused'
      readonly file: string
      readonly problems: readonly CaseProblem[]
    }
  | {
      readonly kind: 'imported'
      readonly file: string
      readonly warnings: readonly CaseWarning[]
    }
  | { readonly kind: 'exported'; readonly path: string }
  | { readonly kind: 'desktop-failed'; readonly code: DesktopFailure }
  | { readonly kind: 'storage-failed'; readonly code: StorageFailureCode }

/** An encrypted copy may be larger than a case file: it holds attached files. */
const mostOf = ({ name }: File): number =>
  name.toLowerCase().endsWith('.respite') ? MAX_SAVED_FILE_BYTES : MAX_CASE_FILE_BYTES

/**
 * Whole cases come and go here: started, opened from a file, written to one, removed. Actions never
 * reject; they answer whether they did it, and `news` holds what there is to tell about it.
 */
export const useCaseDeskStore = defineStore('case-desk', () => {
  const { desktop, today } = useServices()
  const cases = useCaseStore()
  const { take: takeCopy } = useCopyStore()
  const news = shallowRef<DeskNews | null>(null)

  /** Runs a storage action; its refusal becomes news. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    news.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      news.value = { kind: 'storage-failed', code: storageFailureOf(thrown).code }
      return false
    }
  }

  /** Asks for a case file and opens it as a new case. An invalid one changes nothing. */
  async function importFile(): Promise<boolean> {
    const opened = await desktop.openCaseFile()
    return opened.ok ? importOpened(opened.value) : failed(opened.code)
  }

  /** Opens a case file that was dropped on the window, as a new case. */
  async function importDropped(file: File): Promise<boolean> {
    if (file.size > mostOf(file)) return failed('too-large')
    const content = await file.arrayBuffer().catch(() => null)
    if (content === null) return failed('not-readable')
    return importOpened({ name: file.name, bytes: new Uint8Array(content) })
  }

  async function importOpened({ name: file, bytes }: OpenedFile): Promise<boolean> {
    if (takeCopy({ name: file, bytes })) return false
    let isImported = false
    await attempt(async () => {
      const outcome = await cases.importBytes(bytes)
      isImported = outcome.ok
      news.value = outcome.ok
        ? { kind: 'imported', file, warnings: outcome.warnings }
        : { kind: 'import-refused', file, problems: outcome.problems }
    })
    return isImported
  }

  /** Asks for a place and writes the open case there. */
  async function exportFile(): Promise<boolean> {
    const text = cases.exportText()
    if (text === null) return false
    const saved = await desktop.saveCaseFile({ suggestedName: `respite-${today()}.json`, text })
    if (!saved.ok) return failed(saved.code)
    news.value = { kind: 'exported', path: saved.value.path }
    return true
  }

  function failed(code: DesktopFailure): false {
    news.value = code === 'cancelled' ? null : { kind: 'desktop-failed', code }
    return false
  }

  return {
    news: readonly(news),
    dismiss: (): void => void (news.value = null),
    startOwn: (locale: Locale) => attempt(() => cases.startOwn(locale)),
    openSample: (locale: Locale) => attempt(() => cases.openSample(locale)),
    removeCase: () => attempt(() => cases.removeCase()),
    importFile,
    importDropped,
    exportFile,
  }
})
