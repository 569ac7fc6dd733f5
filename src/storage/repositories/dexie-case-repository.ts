import { liveQuery } from 'dexie'
import type { Case } from '../../domain/case/index.ts'
import { headBody, isReadable } from '../database/row-codec.ts'
import { MEMBER_TABLES, type CaseRow, type Database } from '../database/rows.ts'
import { caseSchema } from '../case-file/case-schema.ts'
import { historyOf, makeChange, moveInHistory } from './case-history.ts'
import type { CaseRepository, CaseSummary } from './case-repository.ts'
import { StorageFailure, storageFailureOf } from './storage-failure.ts'
import { memberRows, readCase, rowsOf } from './stored-case.ts'

/** What the repository takes from outside: the moment, and ids that were never used. */
export interface RepositorySources {
  readonly now: () => Date
  readonly newId: () => string
}

type Transact = <Answer>(mode: 'r' | 'rw', work: () => Promise<Answer>) => Promise<Answer>

/** Cases in a Dexie database. */
export function createCaseRepository(
  database: Database,
  sources: RepositorySources,
): CaseRepository {
  const transact = transactionsOf(database)
  return { ...readers(database, transact), ...writers(database, { transact, sources }) }
}

/** Runs work in one transaction over all tables of the cases: a case is read and written as a whole. */
function transactionsOf(database: Database): Transact {
  const tables = [
    database.cases,
    database.changes,
    database.files,
    ...MEMBER_TABLES.map((name) => database[name]),
  ]
  return async (mode, work) => {
    try {
      // Dexie keeps a transaction open over native promises only when it sees an async function.
      return await database.transaction(mode, tables, async () => await work())
    } catch (thrown) {
      throw storageFailureOf(thrown)
    }
  }
}

function readers(
  database: Database,
  transact: Transact,
): Pick<CaseRepository, 'list' | 'load' | 'observe' | 'historyState'> {
  const load = (caseId: string) => transact('r', () => readCase(database, caseId))
  return {
    load,
    list: () =>
      transact('r', async () => {
        const rows = await database.cases.toArray()
        return rows.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).map(summaryOf)
      }),
    observe: (caseId, { next, failed }) => {
      const subscription = liveQuery(() => load(caseId)).subscribe({
        next,
        error: (thrown: unknown) => failed?.(storageFailureOf(thrown)),
      })
      return () => {
        subscription.unsubscribe()
      }
    },
    historyState: (caseId) => transact('r', () => historyOf(database, caseId)),
  }
}

function writers(
  database: Database,
  { transact, sources }: { readonly transact: Transact; readonly sources: RepositorySources },
): Pick<CaseRepository, 'create' | 'commit' | 'undo' | 'redo' | 'remove'> {
  const moment = () => sources.now().toISOString()
  const move = (caseId: string, step: 'undo' | 'redo') =>
    transact('rw', () => moveInHistory(database, caseId, { step, at: moment() }))
  return {
    create: (facts, { sample }) => {
      const id = sources.newId()
      const row: CaseRow = { ...newCaseRow(id, facts, moment()), sample }
      return transact('rw', async () => {
        await addCase(database, row, facts)
        return id
      })
    },
    commit: (caseId, change) =>
      transact('rw', () => makeChange(database, caseId, { ...change, at: moment() })),
    undo: (caseId) => move(caseId, 'undo'),
    redo: (caseId) => move(caseId, 'redo'),
    remove: (caseId) =>
      transact('rw', async () => {
        await database.cases.delete(caseId)
        await rowsOf(database.changes, caseId).delete()
        await rowsOf(database.files, caseId).delete()
        for (const table of MEMBER_TABLES) await rowsOf(database[table], caseId).delete()
      }),
  }
}

const newCaseRow = (id: string, facts: Case, at: string): CaseRow => ({
  id,
  sample: false,
  createdAt: at,
  updatedAt: at,
  lastChange: 0,
  body: headBody(facts),
})

/** Adds a case's rows inside the caller's transaction, none that could not be read back. */
async function addCase(database: Database, row: CaseRow, facts: Case): Promise<void> {
  if (!isReadable('cases', row.body)) throw new StorageFailure('refused')
  await database.cases.add(row)
  for (const table of MEMBER_TABLES) {
    const members = memberRows(row.id, facts, table)
    if (!members.every(({ body }) => isReadable(table, body))) throw new StorageFailure('refused')
    await database[table].bulkAdd(members)
  }
}

/** A case whose own row is damaged is listed all the same: it must stay removable. */
function summaryOf({ id, sample, createdAt, updatedAt, body }: CaseRow): CaseSummary {
  const head = caseSchema.safeParse(body)
  const locale = head.success ? head.data.locale : 'zh-CN'
  return { id, isSample: sample, locale, createdAt, updatedAt }
}
