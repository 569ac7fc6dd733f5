/** A row as a migration sees it: its own copy of the shape is in the migration's file. */
export type StoredRow = Readonly<Record<string, unknown>>

/**
 * One version of the database. A shipped migration is frozen: it imports nothing but this type, so
 * that later code can't change what it did.
 */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly number: number
  /** Tables and indexes that this version adds or changes, in Dexie's notation; null drops a table. */
  readonly stores: Readonly<Record<string, string | null>>
  /** How each row of a table of the version before becomes a row of this one. Pure. */
  readonly rows?: Readonly<Record<string, (row: StoredRow) => StoredRow>>
}
