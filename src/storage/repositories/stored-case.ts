import { Dexie, type Table } from 'dexie'
import { assembleCase, membersIn } from '../database/row-codec.ts'
import type { Case } from '../../domain/case/index.ts'
import {
  MEMBER_TABLES,
  type Database,
  type MemberRow,
  type MemberTable,
  type RowChange,
} from '../database/rows.ts'

/** All rows of a case in a table whose key starts with the case's id. */
export const rowsOf = <Row, Last extends string | number>(
  table: Table<Row, [string, Last]>,
  caseId: string,
) => table.where(':id').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey])

/** Reads a case inside the caller's transaction; null where there is none. */
export async function readCase(database: Database, caseId: string): Promise<Case | null> {
  const row = await database.cases.get(caseId)
  if (row === undefined) return null
  const lists = await Promise.all(
    MEMBER_TABLES.map(async (table) => [table, await rowsOf(database[table], caseId).toArray()]),
  )
  const members = Object.fromEntries(lists) as Record<MemberTable, MemberRow[]>
  return assembleCase({ body: row.body, members })
}

/** The rows of a new case's members. */
export const memberRows = (caseId: string, facts: Case, table: MemberTable): MemberRow[] =>
  membersIn[table](facts).map(({ id, body }, order) => ({ caseId, id, order, body: body() }))

/** Writes one side of a change's rows inside the caller's transaction. */
export async function writeRows(
  database: Database,
  caseId: string,
  { rows, side }: { readonly rows: readonly RowChange[]; readonly side: 'before' | 'after' },
): Promise<void> {
  for (const { table, id, [side]: content } of rows) {
    if (table === 'cases') {
      if (content !== null) await database.cases.update(id, { body: content.body })
    } else if (content === null) await database[table].delete([caseId, id])
    else await database[table].put({ caseId, id, ...content })
  }
}
