import type { Dexie, Transaction } from 'dexie'
import type { Migration, StoredRow } from './migration.ts'

/**
 * Declares every version to Dexie. It upgrades in one transaction: when a row function throws, the
 * whole upgrade is rolled back and the database stays as it was.
 */
export function declareVersions(database: Dexie, migrations: readonly Migration[]): void {
  for (const { number, stores, rows = {} } of migrations) {
    const version = database.version(number).stores({ ...stores })
    if (Object.keys(rows).length > 0)
      version.upgrade((transaction) => rewriteRows(transaction, rows))
  }
}

async function rewriteRows(
  transaction: Transaction,
  rows: NonNullable<Migration['rows']>,
): Promise<void> {
  for (const [name, migrate] of Object.entries(rows)) {
    const table = transaction.table<StoredRow>(name)
    const before = await table.toArray()
    await table.clear()
    await table.bulkAdd(before.map(migrate))
  }
}
