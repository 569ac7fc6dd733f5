import { refuse, succeed, type Result } from '../../domain/kernel/index.ts'
import { MIGRATIONS, type Migration, type StoredRow } from '../migrations/index.ts'
import type { DataKey } from '../sealing/data-key.ts'
import { isDamaged, rowSeal, unpackRow } from '../sealing/sealed-row.ts'
import { FILES_TABLE, type RawTable, type RawTables } from './raw-tables.ts'

/** The rows of every table at one moment, opened; those of attached files apart. */
export interface Snapshot {
  /** The version of the database that the rows are of. */
  readonly database: number
  readonly tables: Readonly<Record<string, readonly StoredRow[]>>
  /** How many rows could not be opened, and are not in it. */
  readonly damaged: number
}

/** Opens the rows of raw tables, those of attached files aside. */
export function openRows(raw: RawTables, key: DataKey): Snapshot {
  return snapshotOf(raw, (name, { keyFields, rows }) => {
    const seal = rowSeal(key, name, keyFields)
    return rows.map(({ key: parts, box }) => {
      const fields = keyFields.map((field, at) => [field, parts[at]] as const)
      const row = seal.open({ ...Object.fromEntries(fields), sealed: box })
      return isDamaged(row) ? null : row
    })
  })
}

/** Reads the rows of raw tables whose boxes are not sealed each, as an export holds them. */
export function readRows(raw: RawTables): Snapshot {
  return snapshotOf(raw, (_name, { rows }) => rows.map(({ box }) => unpackRow(box)))
}

function snapshotOf(
  { database, tables }: RawTables,
  open: (name: string, table: RawTable) => readonly (StoredRow | null)[],
): Snapshot {
  const opened = Object.entries(tables)
    .filter(([name]) => name !== FILES_TABLE)
    .map(([name, table]) => [name, open(name, table)] as const)
  return {
    database,
    tables: Object.fromEntries(
      opened.map(([name, rows]) => [name, rows.filter((row) => row !== null)]),
    ),
    damaged: opened.flatMap(([, rows]) => rows).filter((row) => row === null).length,
  }
}

/**
 * A snapshot as the newest version of the database would hold it: by the migrations' own row functions,
 * and without tables that they dropped. Refuses one of a newer version, which this program can't judge.
 */
export function migrateSnapshot(
  snapshot: Snapshot,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<Snapshot, 'newer'> {
  const newest = migrations.at(-1)?.number ?? 0
  if (snapshot.database > newest) return refuse('newer')
  const tables = migrations
    .filter(({ number }) => number > snapshot.database)
    .reduce(migrateTables, snapshot.tables)
  return succeed({ ...snapshot, database: newest, tables })
}

function migrateTables(
  tables: Snapshot['tables'],
  { stores, rows = {} }: Migration,
): Snapshot['tables'] {
  const migrated = Object.entries(tables).map(([name, list]) => {
    const migrate = rows[name]
    return [name, migrate === undefined ? list : list.map(migrate)] as const
  })
  return Object.fromEntries(migrated.filter(([name]) => stores[name] !== null))
}
