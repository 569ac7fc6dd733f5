import type { DesktopApi, DesktopFailure, StoredBackup } from '../contract/index.ts'
import type { Result } from '../domain/kernel/index.ts'
import { refuse, succeed } from '../domain/kernel/index.ts'
import type { StorageFailureCode } from '../storage/repositories/index.ts'
import {
  archiveKey,
  readParts,
  sealedFileName,
  type ArchiveProblem,
  type BackupPreview,
  type BackupRepository,
  type DataKey,
  type OpenedBackup,
} from '../storage/index.ts'

/** Why a backup can't be looked at; `needs-secret`: it was sealed with another key, which a secret of its day opens. */
export type LookProblem = ArchiveProblem | DesktopFailure | 'needs-secret'

/** Why a backup was not put back: what the shell could not do, or what the storage refused. */
export type RestoreProblem =
  | { readonly of: 'desktop'; readonly code: DesktopFailure }
  | { readonly of: 'storage'; readonly code: StorageFailureCode }

/** A backup that was read and opened, and what it holds. Nothing is changed so far. */
export interface LookedAt {
  readonly stored: StoredBackup
  readonly opened: OpenedBackup
  readonly preview: BackupPreview
}

interface Sources {
  readonly desktop: DesktopApi
  readonly backups: BackupRepository
}

/** Reads a backup and says what it holds. Opened by this profile's key, or by a secret of the app lock of its day. */
export async function lookAtBackup(
  { desktop, backups }: Sources,
  stored: StoredBackup,
  secret: string | null,
): Promise<Result<LookedAt, LookProblem>> {
  const read = await desktop.readBackup({ place: stored.place, name: stored.name })
  if (!read.ok) return refuse(read.code)
  const { bytes } = read.value
  const first = await backups.open(bytes)
  if (first.ok) return succeed(await looked(backups, stored, first.value))
  if (first.problem !== 'wrong-key') return first
  const key = await keyBySecret(bytes, secret)
  if (typeof key === 'string') return refuse(key)
  const second = await backups.open(bytes, key)
  return second.ok ? succeed(await looked(backups, stored, second.value)) : second
}

const looked = async (
  backups: BackupRepository,
  stored: StoredBackup,
  opened: OpenedBackup,
): Promise<LookedAt> => ({ stored, opened, preview: await backups.preview(opened) })

/** The key that a secret opens, or why there is none: `wrong-key` where no secret can open it, or this one does not. */
export async function keyBySecret(
  bytes: Uint8Array,
  secret: string | null,
): Promise<DataKey | LookProblem> {
  const parts = readParts(bytes)
  if (!parts.ok) return parts.problem
  const { header } = parts.value
  if (header.kind === 'backup' && header.wrapped === null) return 'wrong-key'
  if (secret === null) return 'needs-secret'
  return (await archiveKey(header, secret)) ?? 'wrong-key'
}

/**
 * Puts a backup in the place of all there is: first the attached files that are lacking, then all rows in one
 * transaction. Returns how many attached files could not be read. @throws StorageFailure
 */
export async function putBack(
  { desktop, backups }: Sources,
  { stored, opened }: Pick<LookedAt, 'stored' | 'opened'>,
): Promise<number> {
  let lost = 0
  for (const key of await backups.missingFiles(opened)) {
    const name = await sealedFileName(stored.keyId, key)
    const read = await desktop.readBackup({ place: stored.place, name })
    const isPut = read.ok && (await backups.putFile(opened, key, read.value.bytes))
    if (!isPut) lost += 1
  }
  await backups.replace(opened)
  return lost
}
