import * as z from 'zod/mini'
import { utf8Bytes } from '../sealing/bytes.ts'
import { KEY_BYTES, type DataKey } from '../sealing/data-key.ts'
import { openSealed, sealBytes } from '../sealing/seal-bytes.ts'
import {
  deriveKey,
  derivationSchema,
  fromBase64,
  newDerivation,
  toBase64,
  type Derivation,
} from './secret.ts'

/** A data key that only a secret opens. */
export interface WrappedKey {
  readonly derivation: Derivation
  /** Base64. */
  readonly sealed: string
}

/** The same key twice: what a person knows opens it, and so does what they wrote down. */
export interface WrappedKeys {
  readonly passphrase: WrappedKey
  readonly recovery: WrappedKey
}

export type KeyPart = keyof WrappedKeys

/** What the key file says: the key itself, or the key wrapped where an app lock is set. */
export type KeyFile =
  | { readonly protection: 'none'; readonly key: DataKey }
  | { readonly protection: 'passphrase'; readonly wrapped: WrappedKeys }

const wrappedSchema = z.strictObject({
  derivation: derivationSchema,
  sealed: z.base64().check(z.maxLength(400)),
})

/** The wrapped keys as a file holds them. */
export const wrappedKeysSchema = z.strictObject({
  passphrase: wrappedSchema,
  recovery: wrappedSchema,
})

const head = { format: z.literal('respite-key'), version: z.literal(1) }
const keyFileSchema = z.discriminatedUnion('protection', [
  z.strictObject({ ...head, protection: z.literal('none'), key: z.base64() }),
  z.strictObject({ ...head, protection: z.literal('passphrase'), wrapped: wrappedKeysSchema }),
])

/** A key file as text. */
export function writeKeyFile(file: KeyFile): string {
  const said =
    file.protection === 'none'
      ? { protection: 'none', key: toBase64(file.key.bytes) }
      : { protection: 'passphrase', wrapped: file.wrapped }
  return JSON.stringify({ format: 'respite-key', version: 1, ...said })
}

/** Reads a key file; null where it is damaged or of a version that this one does not know. */
export function readKeyFile(text: string): KeyFile | null {
  try {
    const said = keyFileSchema.parse(JSON.parse(text))
    if (said.protection === 'passphrase') return said
    const bytes = fromBase64(said.key)
    return bytes.length === KEY_BYTES ? { protection: 'none', key: { bytes } } : null
  } catch {
    return null
  }
}

/** Wraps the key for a passphrase and for a recovery code. */
export async function wrapKey(
  key: DataKey,
  secrets: Readonly<Record<KeyPart, string>>,
): Promise<WrappedKeys> {
  return {
    passphrase: await wrapFor(key, 'passphrase', secrets.passphrase),
    recovery: await wrapFor(key, 'recovery', secrets.recovery),
  }
}

async function wrapFor(key: DataKey, part: KeyPart, secret: string): Promise<WrappedKey> {
  const derivation = newDerivation()
  const outer = await deriveKey(secret, derivation)
  return { derivation, sealed: toBase64(sealBytes(outer, key.bytes, contextOf(part, derivation))) }
}

/** The key, or null where the secret is another. */
export async function unwrapKey(
  wrapped: WrappedKeys,
  part: KeyPart,
  secret: string,
): Promise<DataKey | null> {
  const { derivation, sealed } = wrapped[part]
  const outer = await deriveKey(secret, derivation)
  const bytes = openSealed(outer, fromBase64(sealed), contextOf(part, derivation))
  return bytes?.length === KEY_BYTES ? { bytes } : null
}

/** The parameters are vouched for with the key: a file can't be made to ask for less work. */
const contextOf = (part: KeyPart, derivation: Derivation): Uint8Array =>
  utf8Bytes(`respite key 1 ${part} ${JSON.stringify(Object.entries(derivation).sort())}`)
