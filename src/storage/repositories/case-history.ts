import type { Case } from '../../domain/case/index.ts'
import { isReadable } from '../database/row-codec.ts'
import type { CaseRow, Database, RowChange, RowContent } from '../database/rows.ts'
import {
  differingHead,
  differingTables,
  rowChanges,
  type TableDifference,
} from './case-difference.ts'
import type { CaseChange, HistoryState } from './case-repository.ts'
import { isDamaged } from '../sealing/sealed-row.ts'
import { changeLabelOf } from './change-label.ts'
import { StorageFailure } from './storage-failure.ts'
import { readCase, rowsOf, writeRows } from './stored-case.ts'

// Every function here runs inside the caller's transaction over all tables.

/** How many steps can be undone; older ones are forgotten. */
export const MOST_CHANGES = 500

/**
 * Writes what differs between two states, with the record that undoes it. The record holds the rows
 * as they were stored, not as the caller remembers them, so that undo restores exactly those.
 */
export async function makeChange(
  database: Database,
  caseId: string,
  change: CaseChange & { readonly at: string },
): Promise<void> {
  const row = await caseRow(database, caseId)
  const rows = await changedRows(database, row, change)
  if (rows.length === 0) return
  if (rows.some(({ table, after }) => after !== null && !isReadable(table, after.body)))
    throw new StorageFailure('refused')

  const n = row.lastChange + 1
  const { at, label } = change
  await writeRows(database, caseId, { rows, side: 'after' })
  await dropChanges(database, caseId, { from: n, to: Infinity })
  await dropChanges(database, caseId, { from: -Infinity, to: n - MOST_CHANGES })
  await database.changes.add({ caseId, n, label, at, rows })
  await database.cases.update(caseId, { lastChange: n, updatedAt: at })
}

async function changedRows(
  database: Database,
  row: CaseRow,
  { before, after }: CaseChange,
): Promise<RowChange[]> {
  const rows: RowChange[] = []
  const body = differingHead(before, after)
  if (body !== null)
    rows.push({
      table: 'cases',
      id: row.id,
      before: { order: 0, body: row.body },
      after: { order: 0, body },
    })
  for (const difference of differingTables(before, after))
    rows.push(...rowChanges(difference, await storedRows(database, row.id, difference)))
  return rows
}

/** What a table holds now: every row of the case when their order matters, else those to be written. */
async function storedRows(
  database: Database,
  caseId: string,
  { table, written, sequence }: TableDifference,
): Promise<ReadonlyMap<string, RowContent>> {
  const rows =
    sequence === null
      ? await database[table].bulkGet([...written.keys()].map((id) => [caseId, id]))
      : await rowsOf(database[table], caseId).toArray()
  return new Map(
    rows.flatMap((found) =>
      found === undefined ? [] : [[found.id, { order: found.order, body: found.body }]],
    ),
  )
}

const dropChanges = (
  database: Database,
  caseId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number> =>
  database.changes.where(':id').between([caseId, from], [caseId, to], true, true).delete()

/** Takes the last change back or makes the next one again; the case as it is then, or null without such a step. */
export async function moveInHistory(
  database: Database,
  caseId: string,
  { step, at }: { readonly step: 'undo' | 'redo'; readonly at: string },
): Promise<Case | null> {
  const { lastChange } = await caseRow(database, caseId)
  const n = step === 'undo' ? lastChange : lastChange + 1
  const change = await database.changes.get([caseId, n])
  if (change === undefined) return null
  if (isDamaged(change)) throw new StorageFailure('damaged')
  const side = step === 'undo' ? 'before' : 'after'
  await writeRows(database, caseId, { rows: change.rows, side })
  await database.cases.update(caseId, {
    lastChange: step === 'undo' ? n - 1 : n,
    updatedAt: at,
  })
  return readCase(database, caseId)
}

/** What undo and redo would do next. */
export async function historyOf(database: Database, caseId: string): Promise<HistoryState> {
  const { lastChange } = await caseRow(database, caseId)
  const [undo, redo] = await database.changes.bulkGet([
    [caseId, lastChange],
    [caseId, lastChange + 1],
  ])
  return {
    undo: undo === undefined ? null : changeLabelOf(undo.label),
    redo: redo === undefined ? null : changeLabelOf(redo.label),
  }
}

async function caseRow(database: Database, caseId: string): Promise<CaseRow> {
  const row = await database.cases.get(caseId)
  if (row === undefined) throw new StorageFailure('no-such-case')
  if (isDamaged(row)) throw new StorageFailure('damaged')
  return row
}
