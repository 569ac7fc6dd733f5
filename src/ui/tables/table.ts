import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'

export const TABLE_NAMES = ['loans', 'schedules', 'payments', 'contacts'] as const
export type TableName = (typeof TABLE_NAMES)[number]

export const COLUMN_NAMES = [
  'lender',
  'product',
  'contractNo',
  'kind',
  'disbursedOn',
  'principal',
  'received',
  'method',
  'term',
  'dueDay',
  'firstDueOn',
  'rate',
  'ratePer',
  'owed',
  'daysLate',
  'instalmentNo',
  'dueOn',
  'principalPart',
  'interestPart',
  'feesPart',
  'payment',
  'balance',
  'paidOn',
  'amount',
  'note',
  'reversedOn',
  'at',
  'direction',
  'channel',
  'party',
  'callerName',
  'agency',
  'number',
  'connected',
  'disclosedDebt',
  'conduct',
  'recorded',
  'notes',
] as const
export type ColumnName = (typeof COLUMN_NAMES)[number]

/** A cell by what it holds: words, a day, an amount in fen, or a number as exact decimal text. */
export type Cell =
  | { readonly text: string }
  | { readonly date: CalendarDate }
  | { readonly fen: Fen }
  | { readonly number: string }
  | null

/** A table of records. Every row has a cell for each column. */
export interface RecordTable {
  readonly name: TableName
  readonly columns: readonly ColumnName[]
  readonly rows: readonly (readonly Cell[])[]
}
