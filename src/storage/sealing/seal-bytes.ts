import { gcm } from '@noble/ciphers/aes.js'
import { joinBytes } from './bytes.ts'

/** The form of what `sealBytes` makes: a format number, the nonce, then ciphertext and tag. */
export const FORMAT = 1
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D) under a fresh random nonce. `context` is not hidden
 * but vouched for: opening needs the same. Synchronous, since a database transaction ends where
 * something else is waited for.
 */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: Uint8Array): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  return joinBytes([Uint8Array.of(FORMAT), nonce, gcm(key, nonce, context).encrypt(plain)])
}

/** What was sealed, or null where the key or context is another or any bit was changed. */
export function openSealed(
  key: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array,
): Uint8Array | null {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORMAT) return null
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  try {
    return gcm(key, nonce, context).decrypt(sealed.subarray(1 + NONCE_BYTES))
  } catch {
    return null
  }
}
