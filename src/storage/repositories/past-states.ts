import type { Case } from '../../domain/case/index.ts'
import { assembleCase } from '../database/row-codec.ts'
import {
  MEMBER_TABLES,
  type ChangeRow,
  type Database,
  type MemberRow,
  type MemberTable,
  type RowBody,
} from '../database/rows.ts'
import { changeLabelOf, type ChangeLabel } from './change-label.ts'
import { rowsOf } from './stored-case.ts'

// Every function here runs inside the caller's transaction over all tables.

/** A step of a case's history: when it was made and what it did. */
export interface PastChange {
  readonly n: number
  readonly label: ChangeLabel
  /** ISO 8601 moment. */
  readonly at: string
  /** It was taken back and can be made again. */
  readonly isUndone: boolean
}

/** What is kept of a case's history, the latest step first. */
export async function pastChanges(
  database: Database,
  caseId: string,
): Promise<readonly PastChange[]> {
  const row = await database.cases.get(caseId)
  const changes = await rowsOf(database.changes, caseId).reverse().toArray()
  return changes.map(({ n, label, at }) => ({
    n,
    label: changeLabelOf(label),
    at,
    isUndone: n > (row?.lastChange ?? 0),
  }))
}

/**
 * The case as it was before a step of its history that stands: every step from the last one down to it is
 * taken back, in memory. Null where that step is not kept, was taken back, or there is no such case.
 */
export async function stateBefore(
  database: Database,
  caseId: string,
  n: number,
): Promise<Case | null> {
  const row = await database.cases.get(caseId)
  if (row === undefined || n > row.lastChange) return null
  const changes = await database.changes
    .where(':id')
    .between([caseId, n], [caseId, row.lastChange], true, true)
    .reverse()
    .toArray()
  if (changes.at(-1)?.n !== n) return null
  const tables = await memberMaps(database, caseId)
  const body = takeBack(changes, { caseId, tables, body: row.body })
  const lists = MEMBER_TABLES.map((table) => [table, [...tables[table].values()]])
  return assembleCase({
    body,
    members: Object.fromEntries(lists) as Record<MemberTable, MemberRow[]>,
  })
}

type MemberMaps = Readonly<Record<MemberTable, Map<string, MemberRow>>>

async function memberMaps(database: Database, caseId: string): Promise<MemberMaps> {
  const lists = await Promise.all(
    MEMBER_TABLES.map(async (table) => {
      const rows = await rowsOf(database[table], caseId).toArray()
      return [table, new Map(rows.map((row) => [row.id, row]))] as const
    }),
  )
  return Object.fromEntries(lists) as MemberMaps
}

/** Takes steps back, the latest first, in the maps; answers what the case's own row said before them. */
function takeBack(
  changes: readonly ChangeRow[],
  held: { readonly caseId: string; readonly tables: MemberMaps; readonly body: RowBody },
): RowBody {
  const { caseId, tables } = held
  let { body } = held
  for (const { table, id, before } of changes.flatMap(({ rows }) => rows)) {
    if (table === 'cases') body = before?.body ?? body
    else if (before === null) tables[table].delete(id)
    else tables[table].set(id, { caseId, id, ...before })
  }
  return body
}
