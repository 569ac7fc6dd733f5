import { nativeVersion } from '../database/native-version.ts'
import { sameBytes } from '../sealing/bytes.ts'
import {
  answer,
  filePlaces,
  FILES_TABLE,
  readBox,
  readRaw,
  type RawRow,
  type RawTables,
} from './raw-tables.ts'

/** Rows as they lay on the disk, and a way to the boxes of attached files. */
export interface DatabaseCopy {
  readonly raw: RawTables
  /** The sealed box of an attached file; null where it can't be had. */
  readonly box: (key: RawRow['key']) => Promise<Uint8Array | null>
}

/**
 * Makes a database anew, box by box as a copy holds it: no row is opened, so that one which does not open stays what
 * it is, and the version is the copy's own. Reads everything back; false where it is not the same, or a file is lacking.
 * Whatever was there under that name is gone. Rejects where the browser's storage can't be used.
 */
export async function rebuildDatabase(name: string, { raw, box }: DatabaseCopy): Promise<boolean> {
  await answer(indexedDB.deleteDatabase(name))
  const native = await create(name, raw)
  try {
    await putRows(native, raw)
    for (const key of filePlaces(raw)) {
      const bytes = await box(key)
      if (bytes === null) return false
      await putRows(native, filesOnly(raw, { key, box: bytes }))
      const back = await readBox(asDexie(native), FILES_TABLE, key)
      if (back === null || !sameBytes(back, bytes)) return false
    }
    return sameRaw(raw, await readRaw(asDexie(native)))
  } finally {
    native.close()
  }
}

/** Whether two copies hold the same rows, to the byte; of attached files the keys alone are compared. */
export function sameRaw(a: RawTables, b: RawTables): boolean {
  const names = Object.keys(a.tables).sort()
  if (a.database !== b.database || names.join() !== Object.keys(b.tables).sort().join())
    return false
  return names.every((name) => {
    const [rows, others] = [a.tables[name]?.rows ?? [], b.tables[name]?.rows ?? []]
    return rows.length === others.length && rows.every((row, at) => sameRow(row, others[at]))
  })
}

const sameRow = (row: RawRow, other: RawRow | undefined): boolean =>
  other !== undefined &&
  JSON.stringify(row.key) === JSON.stringify(other.key) &&
  sameBytes(row.box, other.box)

const asDexie = (native: IDBDatabase) => ({ backendDB: () => native })

const filesOnly = (raw: RawTables, row: RawRow): RawTables => ({
  database: raw.database,
  tables: { [FILES_TABLE]: { keyFields: raw.tables[FILES_TABLE]?.keyFields ?? [], rows: [row] } },
})

async function create(name: string, { database, tables }: RawTables): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, nativeVersion(database))
  opening.onupgradeneeded = () => {
    for (const [table, { keyFields }] of Object.entries(tables))
      opening.result.createObjectStore(table, {
        keyPath: keyFields.length === 1 ? keyFields.join() : [...keyFields],
      })
  }
  const native = await answer<IDBDatabase>(opening)
  // A page that hangs must not hold up the one that begins anew.
  native.onversionchange = () => {
    native.close()
  }
  return native
}

/** Puts rows into their tables in one transaction; rows without a box, which are those of attached files, are left out. */
function putRows(native: IDBDatabase, { tables }: RawTables): Promise<void> {
  const transaction = native.transaction(Object.keys(tables), 'readwrite', { durability: 'strict' })
  for (const [name, { keyFields, rows }] of Object.entries(tables))
    for (const { key, box } of rows.filter((row) => name !== FILES_TABLE || row.box.length > 0)) {
      const fields = keyFields.map((field, at) => [field, key[at]] as const)
      // Copied: of a view the browser would store the whole archive behind it.
      transaction.objectStore(name).put({ ...Object.fromEntries(fields), sealed: box.slice() })
    }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the copy was rolled back'))
  })
}
