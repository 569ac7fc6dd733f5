import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { DesktopFailure, OpenedFile } from '../contract/index.ts'
import { isArchive, type ArchiveProblem } from '../storage/index.ts'
import { storageFailureOf, type StorageFailureCode } from '../storage/repositories/index.ts'
import { useCaseStore } from './case-store.ts'
import { useServices } from './services.ts'

export type CopySaving =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: DesktopFailure }

export type CopyProblem = ArchiveProblem | StorageFailureCode

/** Encrypted copies: one file behind a passphrase of its own, with everything or one case, to be opened anywhere. */
export const useCopyStore = defineStore('copy', () => {
  const { backups, desktop, now, today } = useServices()
  const cases = useCaseStore()
  /** A copy that was chosen and waits for its passphrase. */
  const waiting = shallowRef<OpenedFile | null>(null)

  /** Whether a file is an encrypted copy: it waits for its passphrase then. */
  function take(file: OpenedFile): boolean {
    if (!isArchive(file.bytes)) return false
    waiting.value = file
    return true
  }

  /** Asks for a place and writes a copy there; of the open case alone, or of all. Never rejects. */
  async function save(passphrase: string, what: 'all' | 'open'): Promise<CopySaving> {
    await cases.settled()
    const caseId = what === 'open' ? cases.caseId : null
    const how = { passphrase, createdAt: now().toISOString(), caseId }
    const bytes = await backups.exportAll(how).catch(() => null)
    if (bytes === null) return { ok: false, code: 'not-readable' }
    const suggestedName = `respite-${today()}.respite`
    const saved = await desktop.saveFile({ suggestedName, extension: 'respite', bytes })
    // The one thing about such a request that can be refused is its size.
    if (!saved.ok) return { ok: false, code: saved.code === 'refused' ? 'too-large' : saved.code }
    return { ok: true, path: saved.value.path }
  }

  /** Adds the cases of the waiting copy beside those that are there and opens the first. Null when it is done. */
  async function open(passphrase: string): Promise<CopyProblem | null> {
    if (waiting.value === null) return null
    try {
      const added = await backups.importAll(waiting.value.bytes, passphrase)
      if (!added.ok) return added.problem
      const first = added.value.at(0)
      if (first !== undefined) await cases.openCase(first)
      // Not before: whoever goes on in the meantime would be taken away from there again.
      waiting.value = null
      return null
    } catch (thrown) {
      return storageFailureOf(thrown).code
    }
  }

  return { waiting, take, save, open }
})
