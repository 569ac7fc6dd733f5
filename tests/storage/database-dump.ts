import { Dexie } from 'dexie'
import { declareVersions, MIGRATIONS } from '../../src/storage/migrations/index.ts'

/** Every row of a database as it was written by one version of the app. */
export interface DatabaseDump {
  readonly version: number
  readonly tables: Readonly<Record<string, readonly object[]>>
}

/** Writes a dump as that version wrote it, by its frozen migrations alone. */
export async function restoreDump(name: string, { version, tables }: DatabaseDump): Promise<void> {
  const database = new Dexie(name, { indexedDB, IDBKeyRange })
  declareVersions(
    database,
    MIGRATIONS.filter(({ number }) => number <= version),
  )
  await database.open()
  for (const [table, rows] of Object.entries(tables)) await database.table(table).bulkAdd([...rows])
  database.close()
}

/** Reads every row of a database, whatever its version. */
export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const database = await new Dexie(name, { indexedDB, IDBKeyRange }).open()
  const tables: Record<string, object[]> = {}
  for (const table of database.tables) tables[table.name] = (await table.toArray()) as object[]
  const version = database.verno
  database.close()
  return { version, tables }
}
