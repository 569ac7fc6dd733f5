import { succeed, type Result } from '../domain/kernel/index.ts'
import {
  openDatabase,
  type DatabaseOptions,
  type DatabaseProblem,
} from './database/open-database.ts'
import {
  createCaseRepository,
  createFileRepository,
  createSettingsRepository,
  type CaseRepository,
  type FileRepository,
  type SettingsRepository,
} from './repositories/index.ts'

export * from './case-file/index.ts'
export type { DatabaseProblem } from './database/open-database.ts'
export * from './repositories/index.ts'

export interface Storage {
  readonly cases: CaseRepository
  readonly files: FileRepository
  readonly settings: SettingsRepository
  readonly close: () => void
}

/** Opens the app's storage, or says why it does not open; what is stored is untouched then. Never rejects. */
export async function openStorage(
  options: DatabaseOptions = {},
): Promise<Result<Storage, DatabaseProblem>> {
  const opened = await openDatabase(options)
  if (!opened.ok) return opened
  const database = opened.value
  return succeed({
    cases: createCaseRepository(database, {
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    }),
    files: createFileRepository(database),
    settings: createSettingsRepository(database),
    close: () => {
      database.close()
    },
  })
}
