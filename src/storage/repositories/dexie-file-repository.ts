import type { Database } from '../database/rows.ts'
import { isDamaged } from '../sealing/sealed-row.ts'
import { MAX_ATTACHED_BYTES, type FileRepository } from './file-repository.ts'
import { hexOf } from '../sealing/bytes.ts'
import { StorageFailure, storageFailureOf } from './storage-failure.ts'

/** Attached files in a Dexie database. */
export function createFileRepository(database: Database): FileRepository {
  return {
    async add(caseId, { name, mediaType, bytes }) {
      if (bytes.length > MAX_ATTACHED_BYTES) throw new StorageFailure('refused')
      // Digested before the transaction: it would close while another promise is awaited.
      const sha256 = await sha256Of(bytes)
      const row = { caseId, sha256, name, mediaType, size: bytes.length, bytes }
      try {
        await database.transaction('rw', [database.cases, database.files], async () => {
          if ((await database.cases.get(caseId)) === undefined)
            throw new StorageFailure('no-such-case')
          const known = await database.files.get([caseId, sha256])
          if (known === undefined) await database.files.add(row)
        })
      } catch (thrown) {
        throw storageFailureOf(thrown)
      }
      return { name, sha256 }
    },
    async load(caseId, sha256) {
      try {
        const row = await database.files.get([caseId, sha256])
        if (isDamaged(row)) throw new StorageFailure('damaged')
        return row === undefined
          ? null
          : { name: row.name, mediaType: row.mediaType, bytes: row.bytes }
      } catch (thrown) {
        throw storageFailureOf(thrown)
      }
    },
  }
}

/** SHA-256 as 64 lower-case hexadecimal digits (FIPS 180-4). */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))))
}
