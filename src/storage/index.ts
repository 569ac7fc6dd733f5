import type { Dexie } from 'dexie'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import type { BackupRepository, BackupSource } from './backup/index.ts'
import { createBackupRepository, takeSource } from './backup/dexie-backup-repository.ts'
import { rescueCases, type Rescued } from './backup/rescue.ts'
import { rebuildDatabase, type DatabaseCopy } from './backup/rebuild-database.ts'
import { forgetRemnants, hasRemnants, movePlain } from './database/move-plain.ts'
import { installedVersion, openDatabase, type DatabaseProblem } from './database/open-database.ts'
import {
  createCaseRepository,
  createFileRepository,
  createSettingsRepository,
  type CaseRepository,
  type FileRepository,
  type SettingsRepository,
} from './repositories/index.ts'
import type { DataKey } from './sealing/data-key.ts'

export * from './backup/index.ts'
export { keyIdOf, openArchive } from './backup/archive.ts'
export { filePlaces } from './backup/raw-tables.ts'
export { sameRaw } from './backup/rebuild-database.ts'
export { sameBytes } from './sealing/bytes.ts'
export { openBackup } from './backup/dexie-backup-repository.ts'
export type { Rescued, RescuedCase } from './backup/rescue.ts'
export * from './case-file/index.ts'
export * from './lock/index.ts'
export { newDataKey, type DataKey } from './sealing/data-key.ts'
export type { DatabaseProblem } from './database/open-database.ts'
export * from './repositories/index.ts'

export interface Storage {
  readonly cases: CaseRepository
  readonly files: FileRepository
  readonly settings: SettingsRepository
  readonly backups: BackupRepository
  /** Whether the files that the data lies in may still hold plain rows of an earlier version. */
  readonly hasRemnants: () => Promise<boolean>
  /** The files were made anew. */
  readonly forgetRemnants: () => Promise<void>
  readonly close: () => void
}

const SEALED_NAME = 'respite-sealed'
const PLAIN_NAME = 'respite'

/** Whether there is sealed data, which only its own key opens. Rejects where the browser's storage can't be used. */
export const hasSealedData = async (): Promise<boolean> => (await installedVersion(SEALED_NAME)) > 0

/** Where the data lies: the sealed database, and the plain one of versions that did not seal. */
export interface StorageNames {
  readonly name?: string
  readonly plainName?: string
}

/** Reads what can be read of data that does not open. Rejects where there is no way to read at all. */
export const rescueData = (
  key: DataKey | null,
  { name = SEALED_NAME, plainName = PLAIN_NAME }: StorageNames = {},
): Promise<Rescued> => rescueCases(key, { name, plainName })

/** Makes the sealed database anew out of a copy; false where it is not the same then. Rejects as `rebuildDatabase` does. */
export const rebuildStorage = (
  copy: DatabaseCopy,
  { name = SEALED_NAME }: StorageNames = {},
): Promise<boolean> => rebuildDatabase(name, copy)

export interface StorageOptions extends StorageNames {
  readonly key: DataKey
  /** Writes a backup before an upgrade; says whether it lies safe. */
  readonly keepBackup?: (source: BackupSource) => Promise<boolean>
}

/** Opens the app's storage, or says why it does not open; what is stored is untouched then. Never rejects. */
export async function openStorage({
  key,
  name = SEALED_NAME,
  plainName = PLAIN_NAME,
  keepBackup = () => Promise.resolve(true),
}: StorageOptions): Promise<Result<Storage, DatabaseProblem>> {
  const keepCopy = async (found: Dexie) => keepBackup(await takeSource(found, key))
  const opened = await openDatabase({ name, key, keepCopy })
  if (!opened.ok) return opened
  const database = opened.value
  const problem = await movePlain(database, plainName, keepCopy)
  if (problem !== null) {
    database.close()
    return refuse(problem)
  }
  return succeed({
    cases: createCaseRepository(database, {
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    }),
    files: createFileRepository(database),
    settings: createSettingsRepository(database),
    backups: createBackupRepository(database, { key, newId: () => crypto.randomUUID() }),
    hasRemnants: () => hasRemnants(database, plainName),
    forgetRemnants: () => forgetRemnants(database),
    close: () => {
      database.close()
    },
  })
}
