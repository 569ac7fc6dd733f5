import { groupedBy } from '../../domain/kernel/index.ts'
import { debtorSchema } from '../case-file/debtor-schema.ts'
import { MEMBER_TABLES } from '../database/rows.ts'
import type { StoredRow } from '../migrations/index.ts'
import { FILES_TABLE, type RawTables } from './raw-tables.ts'
import type { Snapshot } from './snapshot.ts'

/** What is counted of a case for a person to recognise it by. */
export const COUNTED = ['loans', 'payments', 'contacts', 'letters', FILES_TABLE] as const
export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>

/** A case in a few words. */
export interface CaseLine {
  readonly id: string
  /** The debtor's name; empty where none was entered. */
  readonly name: string
  readonly isSample: boolean
  /** ISO 8601, or empty where the row does not say. */
  readonly updatedAt: string
  readonly counts: Counts
}

/** A case of a backup beside what there is of it now. */
export interface ComparedCase extends CaseLine {
  /** `missing`: there is no such case now. */
  readonly standing: 'same' | 'differs' | 'missing'
  readonly now: CaseLine | null
}

export interface BackupPreview {
  readonly cases: readonly ComparedCase[]
  /** Cases that there are now and that the backup knows nothing of. */
  readonly onlyNow: readonly CaseLine[]
  /** Rows of the backup that could not be read when it was made. */
  readonly damaged: number
}

/** Opened rows and the raw tables they are of. */
export interface OpenedTables {
  readonly snapshot: Snapshot
  readonly raw: RawTables
}

/** What a backup holds, and how it differs from what there is now. */
export function previewOf(backup: OpenedTables, now: OpenedTables): BackupPreview {
  const [then, today] = [casesIn(backup), casesIn(now)]
  const present = new Map(linesOf(today).map((line) => [line.id, line]))
  const lines = linesOf(then)
  const known = new Set(lines.map(({ id }) => id))
  return {
    cases: lines.map((line) => {
      const other = present.get(line.id) ?? null
      const isSame = factsOf(then, line.id) === factsOf(today, line.id)
      return {
        ...line,
        standing: other === null ? 'missing' : isSame ? 'same' : 'differs',
        now: other,
      }
    }),
    onlyNow: [...present.values()].filter(({ id }) => !known.has(id)),
    damaged: backup.snapshot.damaged,
  }
}

/** The rows of each case in each table: every row is looked at once, however many cases there are. */
interface CasesIn {
  readonly heads: ReadonlyMap<unknown, StoredRow>
  readonly members: ReadonlyMap<string, ReadonlyMap<unknown, readonly StoredRow[]>>
  /** How many attached files each case has. */
  readonly files: ReadonlyMap<unknown, number>
}

function casesIn({ snapshot, raw }: OpenedTables): CasesIn {
  const files = groupedBy(raw.tables[FILES_TABLE]?.rows ?? [], ({ key }) => key[0])
  return {
    heads: new Map(rowsIn(snapshot, 'cases').map((row) => [row['id'], row])),
    members: new Map(
      MEMBER_TABLES.map((table) => [
        table,
        groupedBy(rowsIn(snapshot, table), ({ caseId }) => caseId),
      ]),
    ),
    files: new Map([...files].map(([id, rows]) => [id, rows.length])),
  }
}

function linesOf(cases: CasesIn): readonly CaseLine[] {
  return [...cases.heads.values()]
    .map((row) => ({
      id: textIn(row, 'id'),
      name: nameIn(row),
      isSample: row['sample'] === true,
      updatedAt: textIn(row, 'updatedAt'),
      counts: countsOf(cases, textIn(row, 'id')),
    }))
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
}

const countsOf = (cases: CasesIn, caseId: string): Counts => ({
  loans: membersOf(cases, 'loans', caseId).length,
  payments: membersOf(cases, 'payments', caseId).length,
  contacts: membersOf(cases, 'contacts', caseId).length,
  letters: membersOf(cases, 'letters', caseId).length,
  files: cases.files.get(caseId) ?? 0,
})

/** The facts of a case as one text, whatever order its rows lie in; its history is not asked for. */
function factsOf(cases: CasesIn, caseId: string): string {
  const head = cases.heads.get(caseId)?.['body']
  const members = MEMBER_TABLES.map((table) =>
    membersOf(cases, table, caseId)
      .map((row) => JSON.stringify([row['id'], row['order'], row['body']]))
      .sort(),
  )
  return JSON.stringify([head, members])
}

const rowsIn = (snapshot: Snapshot, table: string): readonly StoredRow[] =>
  snapshot.tables[table] ?? []

const membersOf = (cases: CasesIn, table: string, caseId: string): readonly StoredRow[] =>
  cases.members.get(table)?.get(caseId) ?? []

const textIn = (row: StoredRow, field: string): string => {
  const value = row[field]
  return typeof value === 'string' ? value : ''
}

function nameIn(row: StoredRow): string {
  const body = row['body'] as { readonly debtor?: unknown } | undefined
  const debtor = debtorSchema.safeParse(body?.debtor ?? {})
  return debtor.success ? debtor.data.name : ''
}
