import { liveQuery } from 'dexie'
import type { Case } from '../../domain/case/index.ts'
import { headBody, isReadable } from '../database/row-codec.ts'
import { MEMBER_TABLES, type CaseRow, type Database } from '../database/rows.ts'
import { isDamaged } from '../sealing/sealed-row.ts'
import { historyOf, makeChange, moveInHistory } from './case-history.ts'
import { keepBrief, noteListing, summaryOf } from './case-listing.ts'
import type { CaseRepository } from './case-repository.ts'
import { pastChanges, stateBefore } from './past-states.ts'
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
): Pick<
  CaseRepository,
  'list' | 'summary' | 'load' | 'observe' | 'historyState' | 'pastChanges' | 'stateBefore'
> {
  const load = (caseId: string) => transact('r', () => readCase(database, caseId))
  return {
    load,
    list: () =>
      transact('r', async () => {
        const rows = await database.cases.toArray()
        return rows.map(summaryOf).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
      }),
    summary: (caseId) =>
      transact('r', async () => {
        const row = await database.cases.get(caseId)
        return row === undefined ? null : summaryOf(row)
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
    pastChanges: (caseId) => transact('r', () => pastChanges(database, caseId)),
    stateBefore: (caseId, n) => transact('r', () => stateBefore(database, caseId, n)),
  }
}

function writers(
  database: Database,
  { transact, sources }: { readonly transact: Transact; readonly sources: RepositorySources },
): Pick<
  CaseRepository,
  'create' | 'duplicate' | 'commit' | 'undo' | 'redo' | 'noteListing' | 'keepBrief' | 'remove'
> {
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
    duplicate: (caseId, name) => {
      const id = sources.newId()
      return transact('rw', async () => {
        await copyCase(database, caseId, (facts) => ({
          ...newCaseRow(id, facts, moment()),
          listing: { name },
        }))
        return id
      })
    },
    noteListing: (caseId, listing) => transact('rw', () => noteListing(database, caseId, listing)),
    keepBrief: (caseId, reckon) => transact('rw', () => keepBrief(database, caseId, reckon)),
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

/** Copies a case's facts and files under a new row inside the caller's transaction. A copy of the sample stays invented. */
async function copyCase(
  database: Database,
  caseId: string,
  rowFor: (facts: Case) => CaseRow,
): Promise<void> {
  const facts = await readCase(database, caseId)
  const source = await database.cases.get(caseId)
  if (facts === null || source === undefined) throw new StorageFailure('no-such-case')
  const row: CaseRow = { ...rowFor(facts), sample: source.sample }
  await addCase(database, row, facts)
  const files = await rowsOf(database.files, caseId).toArray()
  if (files.some(isDamaged)) throw new StorageFailure('damaged')
  await database.files.bulkAdd(files.map((file) => ({ ...file, caseId: row.id })))
}
