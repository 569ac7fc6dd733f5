import * as z from 'zod/mini'
import { refuse, succeed, type Result } from '../../domain/kernel/index.ts'
import { wrappedKeysSchema } from '../lock/key-file.ts'
import { derivationSchema } from '../lock/secret.ts'
import { joinBytes, lengthBytes, readLength, textOf, utf8Bytes } from '../sealing/bytes.ts'

/** Why an archive does not open. `wrong-key`: sealed with another key, or another passphrase. */
export type ArchiveProblem = 'not-an-archive' | 'newer' | 'damaged' | 'wrong-key'

/** The first bytes of every archive, by which it is known whatever its name is. */
const MAGIC = utf8Bytes('RESPITE-ARCHIVE\n')
const VERSION = 1
/** Room for the names of some ten thousand attached files. */
const LONGEST_HEADER = 4 * 1024 * 1024

const common = {
  format: z.literal('respite-archive'),
  version: z.literal(VERSION),
  /** ISO 8601. */
  createdAt: z.iso.datetime(),
  /** The version of the database that the rows are of. */
  database: z.int().check(z.minimum(1)),
  /** Tells keys apart and gives nothing away of them. */
  keyId: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
}

const headerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('backup'),
    /** The data key, wrapped for the secrets of the app lock of that day; null without a lock. */
    wrapped: z.nullable(wrappedKeysSchema),
    /** The names of the sealed files that lie beside it. */
    files: z.array(z.string().check(z.maxLength(100))),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('export'),
    /** How its key is made from the passphrase. */
    derivation: derivationSchema,
  }),
])

export type ArchiveHeader = z.output<typeof headerSchema>
export type BackupHeader = Extract<ArchiveHeader, { readonly kind: 'backup' }>
export type ExportHeader = Extract<ArchiveHeader, { readonly kind: 'export' }>

export const ARCHIVE_HEAD = { format: 'respite-archive', version: VERSION } as const

/** An archive apart: what it says openly, those bytes themselves, and what is sealed. */
export interface ArchiveParts {
  readonly header: ArchiveHeader
  readonly head: Uint8Array
  readonly sealed: Uint8Array
}

/** Whether bytes begin as an archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.length >= MAGIC.length && MAGIC.every((byte, at) => byte === bytes[at])

/** The open part of an archive: magic, length, header as JSON. */
export function writeHead(header: ArchiveHeader): Uint8Array {
  const json = utf8Bytes(JSON.stringify(header))
  return joinBytes([MAGIC, lengthBytes(json.length), json])
}

/** Takes an archive apart. What it says is not vouched for before its sealed part was opened. */
export function readParts(bytes: Uint8Array): Result<ArchiveParts, ArchiveProblem> {
  if (!isArchive(bytes)) return refuse('not-an-archive')
  const start = MAGIC.length + 4
  if (bytes.length < start) return refuse('damaged')
  const end = start + readLength(bytes, MAGIC.length)
  if (end - start > LONGEST_HEADER || end > bytes.length) return refuse('damaged')
  try {
    const said: unknown = JSON.parse(textOf(bytes.subarray(start, end)))
    if (isNewer(said)) return refuse('newer')
    const header = headerSchema.parse(said)
    return succeed({ header, head: bytes.subarray(0, end), sealed: bytes.subarray(end) })
  } catch {
    return refuse('damaged')
  }
}

const isNewer = (said: unknown): boolean =>
  typeof said === 'object' &&
  said !== null &&
  'version' in said &&
  typeof said.version === 'number' &&
  said.version > VERSION
