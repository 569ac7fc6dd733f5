import { access, constants, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { SEALED_FILE_NAME } from '../../../src/contract/backup-names.ts'
import type { DesktopReply, StoredBackup } from '../../../src/contract/index.ts'
import { writeAtomically } from '../files/atomic-write.ts'
import { writeFailure } from '../files/failure-code.ts'
import { DONE } from '../ipc/done.ts'
import { readBackupName, type NamedBackup } from './backup-name.ts'
import { backupsToKeep } from './retention.ts'

type Listed = Omit<StoredBackup, 'place'>

/** The backups in a folder; none where it is not there or can't be read. */
export async function listFolder(folder: string): Promise<readonly Listed[]> {
  const found = await Promise.all(
    (await namesIn(folder)).map(async (name): Promise<Listed | null> => {
      const named = readBackupName(name)
      const size = await stat(join(folder, name)).then(
        (facts) => facts.size,
        () => null,
      )
      if (named === null || size === null) return null
      const { at, keyId, reason } = named
      return { name, at: new Date(at).toISOString(), keyId, reason, size }
    }),
  )
  return found.filter((backup) => backup !== null)
}

/** Whether a folder can be written: tried by writing, since rights alone don't say it of every drive. */
export async function tryFolder(folder: string): Promise<DesktopReply<null>> {
  const draft = join(folder, `.respite-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(draft, 'wx', 0o600)
    await file.close()
    await rm(draft)
    return DONE
  } catch (error) {
    return { ok: false, code: writeFailure(error) }
  }
}

/** Whether a folder is there. */
export const isThere = (folder: string): Promise<boolean> =>
  access(folder, constants.R_OK).then(
    () => true,
    () => false,
  )

/** Makes the app's own folder, for its owner alone; one that the person chose is never made anew where it is gone. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** Which of these names do not lie in the folder. */
export async function lackingIn(
  folder: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const there = new Set(await namesIn(folder))
  return names.filter((name) => !there.has(name))
}

/** Writes a file whole or not at all, then reads it back: only what can be read again counts as written. */
export async function writeChecked(path: string, bytes: Uint8Array): Promise<DesktopReply<null>> {
  const written = await writeAtomically(path, bytes)
  if (!written.ok) return written
  const back = await readFile(path).catch(() => null)
  return back?.equals(bytes) === true ? DONE : { ok: false, code: 'failed' }
}

/**
 * Lets old backups of one key go, and then the sealed files that no backup of it names any more. Backups of another
 * key, of another computer in a shared folder, are not touched. What can't be deleted is tried again next time.
 */
export async function letOldGo(folder: string, keyId: string): Promise<void> {
  const names = await namesIn(folder)
  const own = names.map(readBackupName).filter((named) => named?.keyId === keyId)
  const backups = own.filter((named): named is NamedBackup => named !== null)
  const kept = backupsToKeep(backups)
  for (const backup of backups)
    if (!kept.has(backup)) await rm(join(folder, backup.name), { force: true })
  const needed = await filesNamedBy(folder, [...kept])
  if (needed === null) return
  for (const name of names)
    if (SEALED_FILE_NAME.exec(name)?.groups?.['keyId'] === keyId && !needed.has(name))
      await rm(join(folder, name), { force: true })
}

const HEAD_START = 'RESPITE-ARCHIVE\n'.length + 4

/** The sealed files that backups name in their open part; null where one can't be read: nothing is deleted then. */
async function filesNamedBy(
  folder: string,
  backups: readonly NamedBackup[],
): Promise<ReadonlySet<string> | null> {
  const needed = new Set<string>()
  try {
    for (const { name } of backups)
      for (const file of await filesNamedIn(join(folder, name))) needed.add(file)
    return needed
  } catch {
    return null
  }
}

/** What one backup names. Only its open part is read: the sealed one may be long. @throws Error where it can't be */
async function filesNamedIn(path: string): Promise<readonly string[]> {
  const file = await open(path, 'r')
  try {
    const start = Buffer.alloc(HEAD_START)
    await file.read(start, 0, HEAD_START, 0)
    const length = start.readUInt32BE(HEAD_START - 4)
    if (length > (await file.stat()).size) throw new RangeError('its open part is cut short')
    const head = Buffer.alloc(length)
    await file.read(head, 0, length, HEAD_START)
    return (JSON.parse(head.toString('utf8')) as { readonly files: readonly string[] }).files
  } finally {
    await file.close()
  }
}

/** Deletes the backups of one key and their sealed files; nothing else in the folder is touched. */
export async function deleteBackupsOf(folder: string, keyId: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const isOwn =
      readBackupName(name)?.keyId === keyId ||
      SEALED_FILE_NAME.exec(name)?.groups?.['keyId'] === keyId
    if (isOwn) await rm(join(folder, name), { force: true })
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}
