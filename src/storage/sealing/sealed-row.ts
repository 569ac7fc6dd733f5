import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { StorageFailure } from '../repositories/storage-failure.ts'
import { hexOf, joinBytes, lengthBytes, readLength, textOf, utf8Bytes } from './bytes.ts'
import { keyFor, type DataKey } from './data-key.ts'
import { openSealed, sealBytes } from './seal-bytes.ts'

/** A row as the screens of the app know it. */
export type PlainRow = Readonly<Record<string, unknown>>

/** Turns the rows of one table into what lies on the disk and back. */
export interface RowSeal {
  readonly seal: (row: PlainRow) => PlainRow
  /** The row, or a `damagedRow` where it can't be opened. */
  readonly open: (stored: PlainRow) => PlainRow
  /** The name under which a key lies on the disk. */
  readonly storedKey: (key: unknown) => unknown
}

/** On a row that can't be opened: it has its key and nothing else. */
const DAMAGED = Symbol('damaged')

/** Whether a row was read that can't be opened: it was changed outside the app, or the disk is failing. */
export const isDamaged = (row: object | undefined): boolean => row !== undefined && DAMAGED in row

/** How much of a name's digest is kept: no two names of a case meet by chance. */
const NAME_BYTES = 16

/**
 * The seal of a table. On the disk a row is its key and a sealed box with everything else; names
 * within a case (a loan's id may name its lender, a file's digest may be known) are digests under a
 * key. The box is bound to table and key, so that no row can be put in another's place.
 */
export function rowSeal(key: DataKey, table: string, keyFields: readonly string[]): RowSeal {
  const rowsKey = keyFor(key, 'rows')
  const namesKey = keyFor(key, 'row-names')
  const hidden = (name: string): string =>
    hexOf(hmac(sha256, namesKey, utf8Bytes(`${table} ${name}`)).subarray(0, NAME_BYTES))
  const storedKey = (plain: unknown): unknown =>
    Array.isArray(plain)
      ? plain.map((part: unknown, at) => (at > 0 && isName(part) ? hidden(part) : part))
      : plain
  const keyOf = (row: PlainRow): unknown =>
    keyFields.length === 1 ? row[keyFields[0] ?? ''] : keyFields.map((field) => row[field])
  const contextOf = (stored: unknown) => rowContext(table, stored)

  return {
    storedKey,
    seal: (row) => {
      if (isDamaged(row)) throw new StorageFailure('damaged')
      const stored = storedKey(keyOf(row))
      const parts = Array.isArray(stored) ? (stored as readonly unknown[]) : [stored]
      const fields = keyFields.map((field, at) => [field, parts[at]] as const)
      const sealed = sealBytes(rowsKey, packRow(row), contextOf(stored))
      return { ...Object.fromEntries(fields), sealed }
    },
    open: (stored) => {
      const { sealed } = stored
      const context = contextOf(keyOf(stored))
      const plain = sealed instanceof Uint8Array ? openSealed(rowsKey, sealed, context) : null
      const row = plain === null ? null : unpackRow(plain)
      return row ?? damagedRow(stored, keyFields)
    },
  }
}

/** What a box is bound to: its table and its key as it lies on the disk. */
export const rowContext = (table: string, stored: unknown): Uint8Array =>
  utf8Bytes(JSON.stringify([table, stored]))

/** Dexie ends a range of all names with this one, which is the last and nobody's. */
const LAST_NAME = '\uffff'

const isName = (part: unknown): part is string => typeof part === 'string' && part !== LAST_NAME

const damagedRow = (stored: PlainRow, keyFields: readonly string[]): PlainRow => ({
  ...Object.fromEntries(keyFields.map((field) => [field, stored[field]])),
  [DAMAGED]: true,
})

/** A row as bytes: its JSON behind a length, and then the one field that JSON has no form for. */
export function packRow({ bytes, ...row }: PlainRow): Uint8Array {
  const isFile = bytes instanceof Uint8Array
  const json = utf8Bytes(JSON.stringify(isFile || bytes === undefined ? row : { ...row, bytes }))
  return joinBytes([lengthBytes(json.length), json, ...(isFile ? [Uint8Array.of(1), bytes] : [])])
}

/** The row that was packed, or null where the bytes are none. */
export function unpackRow(plain: Uint8Array): PlainRow | null {
  try {
    const end = 4 + readLength(plain)
    const row = JSON.parse(textOf(plain.subarray(4, end))) as PlainRow
    return end === plain.length ? row : { ...row, bytes: plain.slice(end + 1) }
  } catch {
    return null
  }
}
