import { caseTables } from './0001-case-tables.ts'
import { correspondenceTables } from './0002-correspondence-tables.ts'
import type { Migration } from './migration.ts'

export { declareVersions } from './declare-versions.ts'
export type * from './migration.ts'

/** Every version of the database, oldest first. Append only. */
export const MIGRATIONS: readonly Migration[] = [caseTables, correspondenceTables]
