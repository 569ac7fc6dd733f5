import type { DesktopApi } from '../contract/index.ts'
import { refuse, type Result } from '../domain/kernel/index.ts'
import {
  filePlaces,
  hasSealedData,
  keyIdOf,
  openArchive,
  rebuildStorage,
  sameBytes,
  sameRaw,
  sealedFileName,
  type BackupSource,
  type DatabaseProblem,
  type DataKey,
  type RawRow,
  type RawTables,
  type Storage,
  type StorageNames,
  type WrappedKeys,
} from '../storage/index.ts'
import { writeBackupTo } from './write-backup.ts'

/** Why the storage does not open; `not-renewed`: its files are being made anew, and could not be so far. */
export type StorageProblem = DatabaseProblem | 'not-renewed'

interface FreshSources {
  readonly desktop: DesktopApi
  readonly key: DataKey
  readonly wrapped: WrappedKeys | null
  readonly now: () => Date
  readonly open: () => Promise<Result<Storage, DatabaseProblem>>
  /** For tests. */
  readonly names?: StorageNames
}

/** Whether there is data that only its own key opens, in the database or in a backup that counts in its place. */
export async function hasStoredData(desktop: DesktopApi): Promise<boolean> {
  const waiting = await desktop.renewalCopy()
  return !waiting.ok || waiting.value !== null || (await hasSealedData())
}

/**
 * Opens the storage. Where plain rows of an earlier version once lay in its files, these are first deleted whole and
 * the database is made anew out of a backup, since deleting rows does not take them out of the files. At every moment
 * either the database or the backup that the shell has noted down counts, and nobody can change anything in between:
 * cut off anywhere, the next start goes on. Where no such backup can be made the storage opens as it is, and the next
 * start tries again.
 */
export async function openFreshStorage(
  sources: FreshSources,
): Promise<Result<Storage, StorageProblem>> {
  const waiting = await sources.desktop.renewalCopy()
  if (!waiting.ok) return refuse('not-renewed')
  if (waiting.value !== null) return renew(sources, waiting.value)
  const opened = await sources.open()
  if (!opened.ok) return opened
  const storage = opened.value
  if (!(await storage.hasRemnants().catch(() => false))) return opened
  const name = await keepCopy(sources, storage).catch(() => null)
  if (name === null) return opened
  storage.close()
  return renew(sources, name)
}

/** Writes a backup of everything and compares all of it with the database; its name, or null where it is not the same. */
async function keepCopy(sources: FreshSources, { backups }: Storage): Promise<string | null> {
  const { desktop, wrapped, now } = sources
  const source = await backups.take()
  const how = { place: 'own', reason: 'upgrade', now: now(), wrapped } as const
  const written = await writeBackupTo(desktop, source, how)
  if (!written.ok) return null
  const { name } = written.value
  const raw = await readCopy(sources, name)
  const isSame = raw !== null && sameRaw(raw, source.raw) && (await hasSameFiles(sources, source))
  return isSame ? name : null
}

async function hasSameFiles(sources: FreshSources, { raw, box }: BackupSource): Promise<boolean> {
  for (const place of filePlaces(raw)) {
    const [bytes, kept] = [await box(place), await readFile(sources, place)]
    if (bytes === null || kept === null || !sameBytes(bytes, kept)) return false
  }
  return true
}

/** Makes the database anew out of the backup, in files that are new too. */
async function renew(
  sources: FreshSources,
  name: string,
): Promise<Result<Storage, StorageProblem>> {
  const { desktop, open, names = {} } = sources
  // Read before anything is deleted.
  const raw = await readCopy(sources, name)
  if (raw === null || !(await hasAllFiles(sources, raw))) return refuse('not-renewed')
  const begun = await desktop.beginRenewal({ name })
  if (!begun.ok) return (await isUntouched(desktop)) ? open() : refuse('not-renewed')
  const copy = { raw, box: (place: RawRow['key']) => readFile(sources, place) }
  const isWhole = await rebuildStorage(copy, names).catch(() => false)
  if (!isWhole) return refuse('not-renewed')
  const opened = await open()
  return opened.ok ? finish(desktop, opened.value, begun.value) : opened
}

async function isUntouched(desktop: DesktopApi): Promise<boolean> {
  const waiting = await desktop.renewalCopy()
  return waiting.ok && waiting.value === null
}

/** Lets the database count again. While the shell's note stays nobody may change anything: the backup would undo it. */
async function finish(
  desktop: DesktopApi,
  storage: Storage,
  { isEmpty }: { readonly isEmpty: boolean },
): Promise<Result<Storage, StorageProblem>> {
  // Where old files are left the next start tries again.
  if (isEmpty) await storage.forgetRemnants().catch(() => undefined)
  const ended = await desktop.endRenewal()
  if (ended.ok) return { ok: true, value: storage }
  storage.close()
  return refuse('not-renewed')
}

async function readCopy({ desktop, key }: FreshSources, name: string): Promise<RawTables | null> {
  const read = await desktop.readBackup({ place: 'own', name })
  const opened = read.ok ? await openArchive(read.value.bytes, key) : null
  return opened?.ok === true ? opened.value : null
}

async function hasAllFiles({ desktop, key }: FreshSources, raw: RawTables): Promise<boolean> {
  const keyId = keyIdOf(key)
  const names = await Promise.all(filePlaces(raw).map((place) => sealedFileName(keyId, place)))
  const lacking = await desktop.lackingFiles({ place: 'own', names })
  return lacking.ok && lacking.value.length === 0
}

async function readFile(
  { desktop, key }: FreshSources,
  place: RawRow['key'],
): Promise<Uint8Array | null> {
  const name = await sealedFileName(keyIdOf(key), place)
  const read = await desktop.readBackup({ place: 'own', name })
  return read.ok ? read.value.bytes : null
}
