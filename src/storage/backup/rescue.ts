import { Dexie } from 'dexie'
import { dropLoan, dropPerson, type Case, type Creditor } from '../../domain/case/index.ts'
import { groupedBy } from '../../domain/kernel/index.ts'
import { encodeCaseText } from '../case-file/index.ts'
import { assembleCase, isReadable } from '../database/row-codec.ts'
import { installedVersion } from '../database/open-database.ts'
import {
  MEMBER_TABLES,
  type FileRow,
  type MemberRow,
  type MemberTable,
  type RowBody,
} from '../database/rows.ts'
import type { StoredRow } from '../migrations/index.ts'
import type { DataKey } from '../sealing/data-key.ts'
import { openFile } from './dexie-backup-repository.ts'
import { FILES_TABLE, readBox, readRaw } from './raw-tables.ts'
import { migrateSnapshot, openRows, type Snapshot } from './snapshot.ts'

/** A case of data that does not open: what of it could be read. */
export interface RescuedCase {
  /** A whole and valid case file; records that could not be read are left out of it. */
  readonly text: string
  readonly files: readonly Pick<FileRow, 'name' | 'sha256' | 'bytes'>[]
}

export interface Rescued {
  readonly cases: readonly RescuedCase[]
  /** How many records could not be read. */
  readonly lost: number
}

interface Found {
  readonly snapshot: Snapshot
  readonly files: readonly StoredRow[]
}

/**
 * Reads what can be read of a database that does not open, past the upgrade and the checks that stopped it.
 * Changes nothing. Rejects where the browser's storage can't be used at all.
 */
export async function rescueCases(
  key: DataKey | null,
  { name, plainName }: { readonly name: string; readonly plainName: string },
): Promise<Rescued> {
  const plain = await readFrom(plainName, plainRows)
  const sealed = key === null ? null : await readFrom(name, (found) => sealedRows(found, key))
  const all = [sealed, plain].filter((found) => found !== null).map(casesOf)
  return {
    cases: all.flatMap(({ cases }) => cases),
    lost: all.reduce((sum, { lost }) => sum + lost, 0),
  }
}

async function readFrom(
  name: string,
  read: (database: Dexie) => Promise<Found>,
): Promise<Found | null> {
  if ((await installedVersion(name)) === 0) return null
  const database = await new Dexie(name, { indexedDB, IDBKeyRange }).open()
  try {
    return await read(database)
  } finally {
    database.close()
  }
}

async function sealedRows(database: Dexie, key: DataKey): Promise<Found> {
  const raw = await readRaw(database)
  const files: StoredRow[] = []
  for (const { key: place } of raw.tables[FILES_TABLE]?.rows ?? []) {
    const box = await readBox(database, FILES_TABLE, place)
    const row = box === null ? null : await openFile(key, place, box)
    if (row !== null) files.push(row)
  }
  return { snapshot: openRows(raw, key), files }
}

async function plainRows(database: Dexie): Promise<Found> {
  const tables: Record<string, readonly StoredRow[]> = {}
  for (const { name } of database.tables)
    tables[name] = (await database.table(name).toArray()) as StoredRow[]
  const { [FILES_TABLE]: files = [], ...others } = tables
  return { snapshot: { database: database.verno, tables: others, damaged: 0 }, files }
}

function casesOf({ snapshot, files }: Found): Rescued {
  const { tables, damaged } = upgraded(snapshot)
  const heads = (tables['cases'] ?? []).filter(({ body }) => isReadable('cases', body as RowBody))
  let lost = damaged + (tables['cases']?.length ?? 0) - heads.length
  const ofCase = new Map(
    MEMBER_TABLES.map((table) => [table, groupedBy(tables[table] ?? [], ({ caseId }) => caseId)]),
  )
  const filesOf = groupedBy(files, ({ caseId }) => caseId)
  const cases = heads.map(({ id, body }): RescuedCase => {
    const members = MEMBER_TABLES.map((table) => {
      const own = ofCase.get(table)?.get(id) ?? []
      const readable = own.filter((row) => isReadable(table, row['body'] as RowBody))
      lost += own.length - readable.length
      return [table, readable]
    })
    const facts = assembleCase({
      body: body as RowBody,
      members: Object.fromEntries(members) as Record<MemberTable, MemberRow[]>,
    })
    return {
      text: encodeCaseText(whole(facts)),
      files: (filesOf.get(id) ?? []) as unknown as readonly FileRow[],
    }
  })
  return { cases, lost }
}

/** By the migrations' own row functions; where those are what fails, the rows as they are. */
function upgraded(snapshot: Snapshot): Snapshot {
  try {
    const migrated = migrateSnapshot(snapshot)
    return migrated.ok ? migrated.value : snapshot
  } catch {
    return snapshot
  }
}

/** The case without references to what is lost; a lender that is lost stays as one without a name. */
function whole(facts: Case): Case {
  const { payments, contacts, letters, tasks, plan, pastPlans } = facts
  const plans = [...(plan === null ? [] : [plan]), ...pastPlans]
  const planned = plans.flatMap(({ instalments, figures }) => [
    ...instalments,
    ...(figures?.owed ?? []),
  ])
  const loans = [...payments, ...contacts, ...letters, ...tasks, ...planned].map(({ loan }) => loan)
  const people = contacts.map(({ person }) => person)
  const withoutLoans = unknown(facts.loans, loans).reduce(dropLoan, facts)
  return withLenders(unknown(facts.people, people).reduce(dropPerson, withoutLoans))
}

function withLenders(facts: Case): Case {
  const { creditors, loans, contacts, letters, complaints } = facts
  const named = [...loans, ...contacts, ...letters, ...complaints].map(({ creditor }) => creditor)
  const owners = creditors.map(({ onBehalfOf }) => onBehalfOf)
  const lost = unknown(creditors, [...named, ...owners]).map(namelessLender)
  return { ...facts, creditors: [...creditors, ...lost] }
}

const namelessLender = (id: string): Creditor => ({
  id,
  name: '',
  kind: 'other',
  licensed: null,
  phone: '',
  email: '',
  address: '',
  onBehalfOf: null,
})

/** The ids among those named that no record has, each once. */
function unknown(
  records: readonly { readonly id: string }[],
  named: readonly (string | null)[],
): readonly string[] {
  const known = new Set(records.map(({ id }) => id))
  return [...new Set(named)].filter((id) => id !== null && !known.has(id)) as readonly string[]
}
