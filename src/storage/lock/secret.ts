import * as z from 'zod/mini'
import { utf8Bytes } from '../sealing/bytes.ts'
import { KEY_BYTES } from '../sealing/data-key.ts'

/**
 * How a key is made from a secret: Argon2id (RFC 9106) with the memory, passes and lanes of its second
 * recommended option. Kept beside what it protects, so that later versions can ask for more.
 */
export interface Derivation {
  readonly kdf: 'argon2id'
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
  /** Base64. */
  readonly salt: string
}

const SALT_BYTES = 16
const COST = { memoryKib: 64 * 1024, passes: 3, lanes: 4 } as const

/** A stored derivation. Its bounds keep a hostile file from asking for all memory or no work at all. */
export const derivationSchema = z.strictObject({
  kdf: z.literal('argon2id'),
  memoryKib: z.int().check(z.minimum(8 * 1024), z.maximum(1024 * 1024)),
  passes: z.int().check(z.minimum(1), z.maximum(20)),
  lanes: z.int().check(z.minimum(1), z.maximum(16)),
  salt: z.base64().check(z.maxLength(100)),
})

/** Today's cost with a salt that was never used. */
export function newDerivation(): Derivation {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
  return { kdf: 'argon2id', ...COST, salt }
}

/**
 * The key that a secret makes: some tenths of a second of work, which is what a guess costs. Text is
 * normalised (NFKC), so that the same characters typed on another keyboard are the same secret.
 */
export async function deriveKey(secret: string, derivation: Derivation): Promise<Uint8Array> {
  // Read when a secret is asked for: most starts ask for none.
  const { argon2id } = await import('./argon2id.ts')
  return argon2id({
    password: utf8Bytes(secret.normalize('NFKC')),
    salt: fromBase64(derivation.salt),
    iterations: derivation.passes,
    parallelism: derivation.lanes,
    memorySize: derivation.memoryKib,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  })
}

/** Bytes as Base64 (RFC 4648). */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Base64 as bytes. @throws Error where it is none */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
