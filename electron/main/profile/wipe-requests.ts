import { cp, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DesktopReply } from '../../../src/contract/index.ts'
import { OWN_FOLDER, PLACE_FILE, readPlace } from '../backups/backup-requests.ts'
import { deleteBackupsOf } from '../backups/backup-folder.ts'
import { syncFolder } from '../files/atomic-write.ts'
import { writeFailure } from '../files/failure-code.ts'
import { timeStamp } from '../files/time-stamp.ts'
import { DONE } from '../ipc/done.ts'
import type { RequestHandlers } from '../ipc/handle.ts'
import { ATTEMPTS_FILE, KEY_FILE } from '../keys/key-requests.ts'
import { DATABASE_FOLDER, RENEWAL_FILE } from './renewal-requests.ts'

/** Where data that does not open is put. */
const ASIDE_FOLDER = 'set-aside'
const WINDOW_FILE = 'window-state.json'

interface WipeSources {
  /** The profile's folder. */
  readonly folder: () => string
  /** Deletes what the window stored. */
  readonly clear: () => Promise<void>
  readonly quit: () => void
}

/** Deleting what a person no longer wants here, and putting away what does not open. */
export function wipeRequests({
  folder,
  clear,
  quit,
}: WipeSources): Pick<RequestHandlers, 'wipe' | 'setAside'> {
  const inProfile = (name: string) => join(folder(), name)
  return {
    wipe: ({ keyId, backups }) =>
      attempt(async () => {
        const chosen = await readPlace(inProfile(PLACE_FILE))
        // The key first: without it whatever is left of the sealed data, anywhere on the disk, opens no more.
        await shred(inProfile(KEY_FILE))
        await clear()
        if (backups) {
          await rm(inProfile(OWN_FOLDER), { recursive: true, force: true })
          if (chosen !== null) await deleteBackupsOf(chosen, keyId)
        }
        for (const name of [ATTEMPTS_FILE, PLACE_FILE, WINDOW_FILE, RENEWAL_FILE, ASIDE_FOLDER])
          await rm(inProfile(name), { recursive: true, force: true })
        await syncFolder(folder())
        quit()
      }),
    setAside: ({ keepsKey }) =>
      attempt(async () => {
        const target = inProfile(join(ASIDE_FOLDER, timeStamp(new Date())))
        await copyChecked(inProfile(DATABASE_FOLDER), join(target, DATABASE_FOLDER))
        await copyChecked(inProfile(KEY_FILE), join(target, KEY_FILE))
        await clear()
        // Else the next start would go on with the renewal that led here.
        await rm(inProfile(RENEWAL_FILE), { force: true })
        if (!keepsKey) await rm(inProfile(KEY_FILE), { force: true })
      }),
  }
}

async function attempt(work: () => Promise<void>): Promise<DesktopReply<null>> {
  try {
    await work()
    return DONE
  } catch (error) {
    return { ok: false, code: writeFailure(error) }
  }
}

/** Overwrites a small file before it is deleted. Where the disk writes elsewhere the old bytes may stay: no program can help that. */
async function shred(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(() => null)
  if (file === null) return
  try {
    const { size } = await file.stat()
    await file.write(new Uint8Array(size), 0, size, 0)
    await file.sync()
  } finally {
    await file.close()
  }
  await rm(path)
}

/** Copies a file or folder, if it is there. @throws Error where the copy has not all that is there */
async function copyChecked(from: string, to: string): Promise<void> {
  const facts = await stat(from).catch(() => null)
  if (facts === null) return
  await cp(from, to, { recursive: true, preserveTimestamps: true })
  if (!facts.isDirectory()) return
  const [before, after] = [await countIn(from), await countIn(to)]
  if (after < before) throw new Error('the copy is not whole')
}

const countIn = async (folder: string): Promise<number> =>
  (await readdir(folder, { recursive: true })).length
