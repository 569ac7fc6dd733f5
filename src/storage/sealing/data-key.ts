import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8Bytes } from './bytes.ts'

/** How many bytes the data key and every key made from it have: AES-256. */
export const KEY_BYTES = 32

/** The one random key of a profile. Nothing is sealed with it itself: each use has a key of its own. */
export interface DataKey {
  readonly bytes: Uint8Array
}

/** A new random data key, from the system's source. */
export function newDataKey(): DataKey {
  return { bytes: crypto.getRandomValues(new Uint8Array(KEY_BYTES)) }
}

export type KeyUse = 'rows' | 'row-names' | 'backups' | 'key-id'

/** The key of one use (HKDF-SHA-256, RFC 5869), so that what is learnt of one says nothing of another. */
export function keyFor(key: DataKey, use: KeyUse): Uint8Array {
  return hkdf(sha256, key.bytes, undefined, utf8Bytes(`respite 1 ${use}`), KEY_BYTES)
}
