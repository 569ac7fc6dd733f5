import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BACKUP_NAME } from '../../../src/contract/backup-names.ts'
import type { DesktopReply } from '../../../src/contract/index.ts'
import { OWN_FOLDER } from '../backups/backup-requests.ts'
import { isThere } from '../backups/backup-folder.ts'
import { syncFolder, writeAtomically } from '../files/atomic-write.ts'
import { isMissing } from '../files/failure-code.ts'
import { DONE } from '../ipc/done.ts'
import type { RequestHandlers } from '../ipc/handle.ts'

/** Where Chromium keeps the window's databases. */
export const DATABASE_FOLDER = 'IndexedDB'
/** As long as it is there the backup that it names counts, and the databases don't. */
export const RENEWAL_FILE = 'renewal.json'

interface RenewalSources {
  /** The profile's folder. */
  readonly folder: () => string
  /** Deletes the window's databases with their files. */
  readonly clearDatabases: () => Promise<void>
}

/** Making the window's databases anew out of a backup, so that nothing is left of what was deleted in the old files. */
export function renewalRequests({
  folder,
  clearDatabases,
}: RenewalSources): Pick<RequestHandlers, 'renewalCopy' | 'beginRenewal' | 'endRenewal'> {
  const inProfile = (name: string) => join(folder(), name)

  async function noteDown(name: string): Promise<DesktopReply<unknown>> {
    if ((await copyIn(inProfile(RENEWAL_FILE))) === name) return DONE
    return writeAtomically(inProfile(RENEWAL_FILE), JSON.stringify({ name }))
  }

  return {
    renewalCopy: async () => {
      const name = await copyIn(inProfile(RENEWAL_FILE))
      return name === undefined ? { ok: false, code: 'not-readable' } : { ok: true, value: name }
    },
    beginRenewal: async ({ name }) => {
      if (!(await isThere(inProfile(join(OWN_FOLDER, name)))))
        return { ok: false, code: 'not-readable' }
      const noted = await noteDown(name)
      if (!noted.ok) return noted
      // From here on the backup counts: whatever becomes of the databases, they are made anew.
      await clearDatabases().catch(() => undefined)
      return { ok: true, value: { isEmpty: await isEmpty(inProfile(DATABASE_FOLDER)) } }
    },
    endRenewal: async () => {
      await syncFolders(inProfile(DATABASE_FOLDER))
      await rm(inProfile(RENEWAL_FILE), { force: true })
      await syncFolder(folder())
      return DONE
    },
  }
}

/** The backup that a renewal goes by: null without one, undefined where the note is there and can't be read. */
async function copyIn(path: string): Promise<string | null | undefined> {
  try {
    const { name } = JSON.parse(await readFile(path, 'utf8')) as { readonly name?: unknown }
    return typeof name === 'string' && BACKUP_NAME.test(name) ? name : undefined
  } catch (error) {
    return isMissing(error) ? null : undefined
  }
}

/** Whether no file is left in a folder. */
async function isEmpty(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return !entries.some((entry) => entry.isFile())
}

/** Makes the names of new database files last through a power cut. */
async function syncFolders(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries)
    if (entry.isDirectory()) await syncFolder(join(folder, entry.name)).catch(() => undefined)
  await syncFolder(folder).catch(() => undefined)
}
