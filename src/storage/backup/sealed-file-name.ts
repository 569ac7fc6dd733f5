import { sha256Of } from '../repositories/dexie-file-repository.ts'
import { utf8Bytes } from '../sealing/bytes.ts'
import type { RawRow } from './raw-tables.ts'

/** The name of an attached file beside the backups: the same for the same file, and telling nothing of it. */
export async function sealedFileName(keyId: string, key: RawRow['key']): Promise<string> {
  const digest = await sha256Of(utf8Bytes(JSON.stringify(key)))
  return `${keyId}-${digest.slice(0, 32)}.respite-file`
}
