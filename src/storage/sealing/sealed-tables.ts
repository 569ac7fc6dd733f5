import type { Dexie, DBCoreCursor, DBCoreKeyRange, DBCoreQuery, DBCoreTable } from 'dexie'
import type { DataKey } from './data-key.ts'
import { rowSeal, type PlainRow, type RowSeal } from './sealed-row.ts'

/**
 * Seals every row on its way to the disk and opens it on its way back. It lies below all of Dexie:
 * nothing that uses the database can write a row past it.
 */
export function sealTables(database: Dexie, key: DataKey): void {
  database.use({
    stack: 'dbcore',
    name: 'seal',
    // Directly above the disk; Dexie's own layers begin at −1.
    level: -2,
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        const { keyPath } = table.schema.primaryKey
        const keyFields = typeof keyPath === 'string' ? [keyPath] : (keyPath ?? [])
        return sealedTable(table, rowSeal(key, name, keyFields))
      },
    }),
  })
}

function sealedTable(table: DBCoreTable, seal: RowSeal): DBCoreTable {
  const rangeOf = (range: DBCoreKeyRange): DBCoreKeyRange => ({
    ...range,
    lower: seal.storedKey(range.lower),
    upper: seal.storedKey(range.upper),
  })
  const queryOf = (query: DBCoreQuery): DBCoreQuery => ({ ...query, range: rangeOf(query.range) })
  const openOne = (stored: unknown): unknown =>
    stored === undefined ? undefined : seal.open(stored as PlainRow)
  const keyOf = (row: unknown): unknown => table.schema.primaryKey.extractKey?.(row)
  // Chained and not awaited: Dexie keeps a transaction open over its own promises.
  return {
    ...table,
    get: (request) => table.get({ ...request, key: seal.storedKey(request.key) }).then(openOne),
    getMany: (request) =>
      table
        .getMany({ ...request, keys: request.keys.map(seal.storedKey) })
        .then((found) => found.map(openOne)),
    count: (request) => table.count({ ...request, query: queryOf(request.query) }),
    query: (request) =>
      table.query({ ...request, query: queryOf(request.query), values: true }).then((found) => {
        const rows = found.result.map(openOne)
        return { ...found, result: request.values === true ? rows : rows.map(keyOf) }
      }),
    openCursor: (request) =>
      table
        .openCursor({ ...request, query: queryOf(request.query), values: true })
        .then((cursor) => (cursor === null ? null : openedCursor(cursor, { openOne, keyOf }))),
    mutate: (request) => {
      if (request.type === 'delete')
        return table.mutate({ ...request, keys: request.keys.map(seal.storedKey) })
      if (request.type === 'deleteRange')
        return table.mutate({ ...request, range: rangeOf(request.range) })
      const rows = request.values as readonly PlainRow[]
      return table.mutate({ ...request, values: rows.map(seal.seal) }).then((answer) => {
        const keys = rows.map(keyOf)
        return { ...answer, results: keys, lastResult: keys.at(-1) }
      })
    },
  }
}

interface RowOpening {
  readonly openOne: (stored: unknown) => unknown
  readonly keyOf: (row: unknown) => unknown
}

/** A cursor that shows opened rows and their own keys. */
function openedCursor(cursor: DBCoreCursor, { openOne, keyOf }: RowOpening): DBCoreCursor {
  const value = () => openOne(cursor.value)
  const key = () => keyOf(value())
  return Object.create(cursor, {
    value: { get: value },
    key: { get: key },
    primaryKey: { get: key },
  }) as DBCoreCursor
}
