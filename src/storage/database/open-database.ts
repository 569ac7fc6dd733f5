import { Dexie } from 'dexie'
import { refuse, succeed, type Result } from '../../domain/kernel/index.ts'
import { declareVersions, MIGRATIONS, type Migration } from '../migrations/index.ts'
import type { Database } from './rows.ts'

/**
 * Why a database does not open: it was written by a newer app, its upgrade failed and was rolled
 * back, or the browser's storage can't be used. The data is untouched in each case.
 */
export type DatabaseProblem = 'newer-database' | 'upgrade-failed' | 'unavailable'

export interface DatabaseOptions {
  readonly name?: string
  /** For tests of the migrations. */
  readonly migrations?: readonly Migration[]
}

/** Opens the database, upgrading it from any earlier version. Never rejects. */
export async function openDatabase({
  name = 'respite',
  migrations = MIGRATIONS,
}: DatabaseOptions = {}): Promise<Result<Database, DatabaseProblem>> {
  const newest = migrations.at(-1)?.number ?? 0
  let installed = 0
  try {
    installed = await installedVersion(name)
    // Dexie would open a newer database and let old code write into it.
    if (installed > newest) return refuse('newer-database')
    const database = new Dexie(name, {
      chromeTransactionDurability: 'strict',
      // Named here, where Dexie would take those that were there when it was imported.
      indexedDB,
      IDBKeyRange,
    })
    declareVersions(database, migrations)
    await database.open()
    // The declared versions create exactly these tables: a test holds the two together.
    return succeed(database as Database)
  } catch {
    return refuse(installed > 0 && installed < newest ? 'upgrade-failed' : 'unavailable')
  }
}

/** The version of the database on disk, 0 where there is none. Dexie counts ten native versions to one. */
async function installedVersion(name: string): Promise<number> {
  const known = await indexedDB.databases()
  return Math.floor((known.find((found) => found.name === name)?.version ?? 0) / 10)
}
