import { isReadable } from '../database/row-codec.ts'
import { MEMBER_TABLES, type Database, type MemberTable, type RowBody } from '../database/rows.ts'
import type { StoredRow } from '../migrations/index.ts'
import { StorageFailure, storageFailureOf } from '../repositories/storage-failure.ts'
import { sha256Of } from '../repositories/dexie-file-repository.ts'
import type { Snapshot } from './snapshot.ts'

/** What an export holds: rows of the newest version, those of attached files apart. */
export interface CasesToAdd {
  readonly snapshot: Snapshot
  readonly files: readonly StoredRow[]
}

/**
 * Adds the cases of an export beside those that are there, each under a new id, all in one transaction.
 * Returns the new ids. A row that could not be read back later makes it refuse, and nothing is added.
 * @throws StorageFailure
 */
export async function addCases(
  database: Database,
  { snapshot, files }: CasesToAdd,
  newId: () => string,
): Promise<readonly string[]> {
  const heads = snapshot.tables['cases'] ?? []
  const ids = new Map(heads.map((row) => [row['id'], newId()]))
  const tables: [string, readonly StoredRow[]][] = [
    ['cases', heads.map((row) => ({ ...row, id: ids.get(row['id']) }))],
  ]
  for (const name of [...MEMBER_TABLES, 'changes'] as const) {
    const rows = (snapshot.tables[name] ?? []).filter((row) => ids.has(row['caseId']))
    tables.push([name, rows.map((row) => underNewId(row, ids))])
  }
  if (!tables.every(([name, rows]) => areReadable(name, rows))) throw new StorageFailure('refused')
  const attached = files.filter((row) => ids.has(row['caseId'])).map((row) => underNewId(row, ids))
  if (!(await areWhole(attached))) throw new StorageFailure('refused')
  try {
    await database.transaction('rw', database.tables, async () => {
      for (const [name, rows] of tables) await database.table(name).bulkAdd(rows)
      await database.files.bulkPut(attached as never[])
    })
  } catch (thrown) {
    throw storageFailureOf(thrown)
  }
  return [...ids.values()]
}

type Ids = ReadonlyMap<unknown, string>

/** A row of a case under its new id; a step of its history names the case's own row by that id, too. */
function underNewId(row: StoredRow, ids: Ids): StoredRow {
  const caseId = ids.get(row['caseId'])
  const { rows } = row
  if (!Array.isArray(rows)) return { ...row, caseId }
  const renamed = (rows as readonly StoredRow[]).map((change) =>
    change['table'] === 'cases' ? { ...change, id: caseId } : change,
  )
  return { ...row, caseId, rows: renamed }
}

function areReadable(name: string, rows: readonly StoredRow[]): boolean {
  if (name === 'changes') return rows.every(({ n }) => Number.isSafeInteger(n))
  return rows.every(({ body }) => isReadable(name as MemberTable | 'cases', body as RowBody))
}

/** Whether each attached file is what its digest says. */
async function areWhole(rows: readonly StoredRow[]): Promise<boolean> {
  for (const { bytes, sha256 } of rows)
    if (!(bytes instanceof Uint8Array) || (await sha256Of(bytes)) !== sha256) return false
  return true
}
