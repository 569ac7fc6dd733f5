import { Dexie } from 'dexie'
import { refuse, succeed, type Result } from '../../domain/kernel/index.ts'
import { declareVersions, MIGRATIONS, type Migration } from '../migrations/index.ts'
import type { DataKey } from '../sealing/data-key.ts'
import { isDamaged } from '../sealing/sealed-row.ts'
import { sealTables } from '../sealing/sealed-tables.ts'
import { dexieVersion } from './native-version.ts'
import type { Database } from './rows.ts'

/**
 * Why a database does not open: it was written by a newer app, its upgrade or its move was rolled
 * back, no backup could be made before an upgrade, it was sealed with another key, or the browser's
 * storage can't be used. The data is untouched in each case.
 */
export type DatabaseProblem =
  'newer-database' | 'upgrade-failed' | 'no-backup' | 'wrong-key' | 'unavailable'

/** Keeps a copy of a database as it is; false where it could not. */
export type KeepCopy = (database: Dexie) => Promise<boolean>

export interface DatabaseOptions {
  readonly name: string
  /** Seals every row. Without one the database is a plain one, as versions before 0.2 wrote it. */
  readonly key?: DataKey
  /** Asked before an upgrade, which is not made where it says false. */
  readonly keepCopy?: KeepCopy | undefined
  /** For tests of the migrations. */
  readonly migrations?: readonly Migration[]
}

/** Opens the database, upgrading it from any earlier version. Never rejects. */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<Result<Database, DatabaseProblem>> {
  const { name, migrations = MIGRATIONS } = options
  const newest = migrations.at(-1)?.number ?? 0
  let installed = 0
  try {
    installed = await installedVersion(name)
    const problem = await obstacle(options, { installed, newest })
    if (problem !== null) return refuse(problem)
    return succeed(await upgraded(options, migrations))
  } catch {
    return refuse(installed > 0 && installed < newest ? 'upgrade-failed' : 'unavailable')
  }
}

/** What keeps a database from being opened or upgraded. */
async function obstacle(
  options: DatabaseOptions,
  { installed, newest }: { readonly installed: number; readonly newest: number },
): Promise<DatabaseProblem | null> {
  // Dexie would open a newer database and let old code write into it.
  if (installed > newest) return 'newer-database'
  // Asked before the upgrade, which would rewrite rows that it could not read.
  if (!(await fitsKey(options, installed))) return 'wrong-key'
  const isUpgrade = installed > 0 && installed < newest
  return isUpgrade && !(await isCopied(options)) ? 'no-backup' : null
}

/** The database at its newest version, with the row that tells its key. */
async function upgraded(
  options: DatabaseOptions,
  migrations: readonly Migration[],
): Promise<Database> {
  const database = await connect(options, (dexie) => {
    declareVersions(dexie, migrations)
  })
  if (options.key !== undefined) await database.settings.put(SEAL_ROW)
  return database
}

/** A row of the settings that is there to be opened: with another key it can't be. */
const SEAL_ROW = { name: 'seal', value: 'respite' } as const

async function connect(
  { name, key }: DatabaseOptions,
  declare: (database: Dexie) => void,
): Promise<Database> {
  const database = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    // Named here, where Dexie would take those that were there when it was imported.
    indexedDB,
    IDBKeyRange,
  })
  if (key !== undefined) sealTables(database, key)
  declare(database)
  await database.open()
  // The declared versions create exactly these tables: a test holds the two together.
  return database as Database
}

/** Whether any row opens with the key, or there is none. One damaged row does not make a wrong key. */
async function fitsKey(options: DatabaseOptions, installed: number): Promise<boolean> {
  if (options.key === undefined || installed === 0) return true
  const database = await connect(options, () => undefined)
  try {
    const settings = await database.table<object>('settings').toArray()
    const rows = settings.every(isDamaged)
      ? [...settings, ...(await database.table<object>('cases').toArray())]
      : []
    return rows.length === 0 || !rows.every(isDamaged)
  } finally {
    database.close()
  }
}

async function isCopied(options: DatabaseOptions): Promise<boolean> {
  const { keepCopy } = options
  if (keepCopy === undefined) return true
  const database = await connect(options, () => undefined)
  try {
    return await keepCopy(database)
  } finally {
    database.close()
  }
}

/** The version of the database on disk, 0 where there is none. */
export async function installedVersion(name: string): Promise<number> {
  const known = await indexedDB.databases()
  return dexieVersion(known.find((found) => found.name === name)?.version ?? 0)
}
