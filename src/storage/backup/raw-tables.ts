import * as z from 'zod/mini'
import type { Dexie } from 'dexie'
import { dexieVersion } from '../database/native-version.ts'
import { joinBytes, lengthBytes, readLength, textOf, utf8Bytes } from '../sealing/bytes.ts'

/** A row as it lies on the disk: the parts of its key, and its box. */
export interface RawRow {
  readonly key: readonly (string | number)[]
  readonly box: Uint8Array
}

export interface RawTable {
  readonly keyFields: readonly string[]
  readonly rows: readonly RawRow[]
}

/** Every row of a database as it lies on the disk; of attached files the keys alone, with empty boxes. */
export interface RawTables {
  readonly database: number
  readonly tables: Readonly<Record<string, RawTable>>
}

/** A database whose native side is open; Dexie's own are. */
type OpenDatabase = Pick<Dexie, 'backendDB'>

/** The table whose rows are large: they are copied one by one, and only once. */
export const FILES_TABLE = 'files'

/** Where the attached files of a copy lie. */
export const filePlaces = ({ tables }: RawTables): readonly RawRow['key'][] =>
  (tables[FILES_TABLE]?.rows ?? []).map(({ key }) => key)

/** Reads all tables of an open database in one transaction, below the layer that opens boxes. */
export async function readRaw(database: OpenDatabase): Promise<RawTables> {
  const native = database.backendDB()
  const names = [...native.objectStoreNames]
  const transaction = native.transaction(names, 'readonly')
  const tables = await Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name)
      const keyFields = [store.keyPath ?? []].flat()
      const keys = await answer<IDBValidKey[]>(store.getAllKeys())
      const boxes = name === FILES_TABLE ? [] : await answer<StoredBox[]>(store.getAll())
      const rows = keys.map((key, at) => ({ key: keyParts(key), box: boxOf(boxes[at]) }))
      return [name, { keyFields, rows }] as const
    }),
  )
  return { database: dexieVersion(native.version), tables: Object.fromEntries(tables) }
}

/** The keys of a table as they lie on the disk; no row is read. */
export async function readKeys(
  database: OpenDatabase,
  name: string,
): Promise<readonly RawRow['key'][]> {
  const store = database.backendDB().transaction(name, 'readonly').objectStore(name)
  return (await answer<IDBValidKey[]>(store.getAllKeys())).map(keyParts)
}

/** The box of one row, or null where there is no such row any more. */
export async function readBox(
  database: OpenDatabase,
  name: string,
  key: RawRow['key'],
): Promise<Uint8Array | null> {
  const store = database.backendDB().transaction(name, 'readonly').objectStore(name)
  const found = await answer<StoredBox | undefined>(store.get([...key]))
  return found === undefined ? null : boxOf(found)
}

interface StoredBox {
  readonly sealed?: unknown
}

const EMPTY = new Uint8Array()

const boxOf = (stored: StoredBox | undefined): Uint8Array =>
  stored?.sealed instanceof Uint8Array ? stored.sealed : EMPTY

const keyParts = (key: IDBValidKey): RawRow['key'] => [key].flat() as (string | number)[]

/** What a request of the browser's database brings. Rejects with the database's own error. */
export function answer<Value>(request: IDBRequest): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Value)
    request.onerror = () => reject(request.error ?? new Error('the request failed'))
  })
}

const indexSchema = z.strictObject({
  database: z.int().check(z.minimum(1)),
  tables: z.record(
    z.string(),
    z.strictObject({
      keys: z.array(z.string()),
      rows: z.array(
        z.tuple([z.array(z.union([z.string(), z.number()])), z.int().check(z.minimum(0))]),
      ),
    }),
  ),
})

/** Raw tables as bytes: an index of keys and lengths behind its own length, then the boxes in its order. */
export function packRaw({ database, tables }: RawTables): Uint8Array {
  const all = Object.entries(tables)
  const index = {
    database,
    tables: Object.fromEntries(
      all.map(([name, { keyFields: keys, rows }]) => [
        name,
        { keys, rows: rows.map(({ key, box }) => [key, box.length]) },
      ]),
    ),
  }
  const json = utf8Bytes(JSON.stringify(index))
  const boxes = all.flatMap(([, { rows }]) => rows.map(({ box }) => box))
  return joinBytes([lengthBytes(json.length), json, ...boxes])
}

/** The raw tables that were packed. @throws Error where the bytes are none, or too few or too many */
export function unpackRaw(bytes: Uint8Array): RawTables {
  let at = 4 + readLength(bytes)
  const { database, tables } = indexSchema.parse(JSON.parse(textOf(bytes.subarray(4, at))))
  const unpacked = Object.entries(tables).map(([name, { keys, rows }]) => {
    const list = rows.map(([key, length]) => {
      const box = bytes.subarray(at, (at += length))
      if (box.length !== length) throw new RangeError('a box is cut short')
      return { key, box }
    })
    return [name, { keyFields: keys, rows: list }] as const
  })
  if (at !== bytes.length) throw new RangeError('there are bytes behind the last box')
  return { database, tables: Object.fromEntries(unpacked) }
}
