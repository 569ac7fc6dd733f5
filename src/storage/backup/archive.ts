import { refuse, succeed, type Result } from '../../domain/kernel/index.ts'
import { unwrapKey, type WrappedKeys } from '../lock/key-file.ts'
import { readRecoveryCode } from '../lock/recovery-code.ts'
import { deriveKey, newDerivation } from '../lock/secret.ts'
import { hexOf, joinBytes } from '../sealing/bytes.ts'
import { keyFor, type DataKey } from '../sealing/data-key.ts'
import { openLarge, sealLarge } from '../sealing/seal-large.ts'
import {
  ARCHIVE_HEAD,
  readParts,
  writeHead,
  type ArchiveHeader,
  type ArchiveProblem,
} from './archive-header.ts'
import { packRaw, unpackRaw, type RawTables } from './raw-tables.ts'

/** Eight hexadecimal digits that tell one key from another. */
export const keyIdOf = (key: DataKey): string => hexOf(keyFor(key, 'key-id').subarray(0, 4))

export interface BackupSeal {
  readonly key: DataKey
  /** The key for who knows a secret of the app lock; null without a lock. */
  readonly wrapped: WrappedKeys | null
  readonly createdAt: string
  /** The names of the sealed files beside it. */
  readonly files: readonly string[]
}

/** A backup: rows as they lie on the disk, sealed as a whole under the profile's key. */
export function sealBackup(
  raw: RawTables,
  { key, wrapped, createdAt, files }: BackupSeal,
): Promise<Uint8Array> {
  const header: ArchiveHeader = {
    ...ARCHIVE_HEAD,
    kind: 'backup',
    createdAt,
    database: raw.database,
    keyId: keyIdOf(key),
    wrapped,
    files: [...files],
  }
  return sealArchive(header, key, raw)
}

/** An export: packed rows, attached files among them, under a key that only the passphrase makes. */
export async function sealExport(
  raw: RawTables,
  { passphrase, createdAt }: { readonly passphrase: string; readonly createdAt: string },
): Promise<Uint8Array> {
  const derivation = newDerivation()
  const key = { bytes: await deriveKey(passphrase, derivation) }
  const header: ArchiveHeader = {
    ...ARCHIVE_HEAD,
    kind: 'export',
    createdAt,
    database: raw.database,
    keyId: keyIdOf(key),
    derivation,
  }
  return sealArchive(header, key, raw)
}

/** The key that a secret opens an archive with; null where it is another, or the archive names none. */
export async function archiveKey(header: ArchiveHeader, secret: string): Promise<DataKey | null> {
  if (header.kind === 'export') {
    const key = { bytes: await deriveKey(secret, header.derivation) }
    return keyIdOf(key) === header.keyId ? key : null
  }
  if (header.wrapped === null) return null
  return (
    (await unwrapKey(header.wrapped, 'passphrase', secret)) ??
    (await unwrapKey(header.wrapped, 'recovery', readRecoveryCode(secret)))
  )
}

/** Opens an archive. Any bit that was changed or lost, of the open part too, makes it refuse. */
export async function openArchive(
  bytes: Uint8Array,
  key: DataKey,
): Promise<Result<RawTables, ArchiveProblem>> {
  const parts = readParts(bytes)
  if (!parts.ok) return parts
  const { header, head, sealed } = parts.value
  if (keyIdOf(key) !== header.keyId) return refuse('wrong-key')
  const body = await openLarge(keyFor(key, 'backups'), sealed, head)
  if (body === null) return refuse('damaged')
  try {
    return succeed(unpackRaw(body))
  } catch {
    return refuse('damaged')
  }
}

async function sealArchive(
  header: ArchiveHeader,
  key: DataKey,
  raw: RawTables,
): Promise<Uint8Array> {
  const head = writeHead(header)
  return joinBytes([head, await sealLarge(keyFor(key, 'backups'), packRaw(raw), head)])
}
