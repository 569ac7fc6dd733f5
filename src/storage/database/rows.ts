import type { Dexie, Table } from 'dexie'

/** What a row says of its record: in the form of the case file. */
export type RowBody = Readonly<Record<string, unknown>>

/** A case as a whole: what it says of itself, and where its history stands. */
export interface CaseRow {
  readonly id: string
  readonly sample: boolean
  /** ISO 8601 moments. */
  readonly createdAt: string
  readonly updatedAt: string
  /** Number of the change that was made last and not undone; 0 at the beginning. */
  readonly lastChange: number
  readonly body: RowBody
  /** What the list of cases says of it, none of it a fact of the case. Absent until it was said. */
  readonly listing?: ListingRow
}

/** How a case is listed. Every part may be missing. */
export interface ListingRow {
  /** What the person calls the case. */
  readonly name?: string
  readonly archived?: boolean
  /** ISO 8601 moment. */
  readonly openedAt?: string
  /** The case in one line, as it stood after a change of its history. */
  readonly brief?: { readonly change: number; readonly content: unknown }
}

/** The tables that hold the members of a case. */
export const MEMBER_TABLES = [
  'incomes',
  'expenses',
  'creditors',
  'loans',
  'payments',
  'contacts',
  'people',
  'letters',
  'complaints',
  'tasks',
  'plans',
  'pastPlans',
] as const
export type MemberTable = (typeof MEMBER_TABLES)[number]

/** A member of a case. Rows of a case sort by `order`, which need not be whole. */
export interface MemberRow {
  readonly caseId: string
  readonly id: string
  readonly order: number
  readonly body: RowBody
}

/** What a row holds apart from its key. */
export interface RowContent {
  readonly order: number
  readonly body: RowBody
}

/** One row of a change, before and after it; null where there was or is none. */
export interface RowChange {
  readonly table: MemberTable | 'cases'
  readonly id: string
  readonly before: RowContent | null
  readonly after: RowContent | null
}

/** One step of a case's history. */
export interface ChangeRow {
  readonly caseId: string
  readonly n: number
  readonly label: string
  readonly at: string
  readonly rows: readonly RowChange[]
}

/** A file that was attached to a case, kept once however often it is named. */
export interface FileRow {
  readonly caseId: string
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly bytes: Uint8Array
}

export interface SettingRow {
  readonly name: string
  readonly value: unknown
}

type MemberTables = Readonly<Record<MemberTable, Table<MemberRow, [string, string]>>>

interface OtherTables {
  readonly cases: Table<CaseRow, string>
  readonly changes: Table<ChangeRow, [string, number]>
  readonly files: Table<FileRow, [string, string]>
  readonly settings: Table<SettingRow, string>
}

export type Database = Dexie & MemberTables & OtherTables
