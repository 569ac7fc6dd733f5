import type {
  BackupPlace,
  BackupReason,
  DesktopApi,
  DesktopFailure,
  DesktopReply,
} from '../contract/index.ts'
import {
  filePlaces,
  sealedFileName,
  type BackupSource,
  type RawRow,
  type WrappedKeys,
} from '../storage/index.ts'

/** How a backup went: where it lies, and why it does not lie in the folder that was chosen. */
export type BackupOutcome =
  | { readonly ok: true; readonly at: string; readonly fellBack: DesktopFailure | null }
  | { readonly ok: false; readonly code: DesktopFailure }

export interface BackupHow {
  readonly reason: BackupReason
  readonly now: Date
  readonly wrapped: WrappedKeys | null
}

/**
 * Writes a backup: the attached files that do not lie there yet, each sealed as it is, then the rows. Where
 * the chosen folder can't be written it goes into the app's own. Never rejects.
 */
export async function writeBackup(
  desktop: DesktopApi,
  source: BackupSource,
  how: BackupHow,
): Promise<BackupOutcome> {
  const at = how.now.toISOString()
  const shelf = await desktop.listBackups()
  if (!shelf.ok) return shelf
  const { place } = shelf.value
  const first = await writeBackupTo(desktop, source, { ...how, place })
  if (first.ok) return { ok: true, at, fellBack: null }
  if (place === 'own') return first
  const second = await writeBackupTo(desktop, source, { ...how, place: 'own' })
  return second.ok ? { ok: true, at, fellBack: first.code } : second
}

interface Writing extends BackupHow {
  readonly place: BackupPlace
}

/** Writes a backup into one place and no other; says how it was named. Never rejects. */
export async function writeBackupTo(
  desktop: DesktopApi,
  source: BackupSource,
  { now, place, reason, wrapped }: Writing,
): Promise<DesktopReply<{ readonly name: string }>> {
  try {
    const places = new Map<string, RawRow['key']>()
    for (const key of filePlaces(source.raw))
      places.set(await sealedFileName(source.keyId, key), key)
    const files = await writeFiles(desktop, source, { place, places })
    if (typeof files === 'string') return { ok: false, code: files }
    const at = now.toISOString()
    const bytes = await source.seal({ wrapped, createdAt: at, files })
    const { keyId } = source
    return await desktop.writeBackup({ place, at, reason, keyId, files, bytes })
  } catch {
    return { ok: false, code: 'failed' }
  }
}

interface Files {
  readonly place: BackupPlace
  readonly places: ReadonlyMap<string, RawRow['key']>
}

/** Writes what is lacking; the names of all files that lie there then, or why one could not be written. */
async function writeFiles(
  desktop: DesktopApi,
  source: BackupSource,
  { place, places }: Files,
): Promise<readonly string[] | DesktopFailure> {
  const names = [...places.keys()]
  const lacking = await desktop.lackingFiles({ place, names })
  if (!lacking.ok) return lacking.code
  const gone = new Set<string>()
  for (const name of lacking.value) {
    const bytes = await source.box(places.get(name) ?? [])
    if (bytes === null) {
      // Its case was removed a moment ago.
      gone.add(name)
      continue
    }
    const written = await desktop.writeSealedFile({ place, name, bytes })
    if (!written.ok) return written.code
  }
  return names.filter((name) => !gone.has(name))
}
