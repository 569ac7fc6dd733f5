import type { Result } from '../../domain/kernel/index.ts'
import type { WrappedKeys } from '../lock/key-file.ts'
import type { DataKey } from '../sealing/data-key.ts'
import type { ArchiveProblem } from './archive-header.ts'
import type { BackupPreview, OpenedTables } from './backup-preview.ts'
import type { RawRow, RawTables } from './raw-tables.ts'

/** Rows as they lie on the disk at one moment, and a way to the boxes of attached files. */
export interface BackupSource {
  /** Tells this profile's key from others. */
  readonly keyId: string
  readonly raw: RawTables
  /** The sealed box of an attached file; null where it is gone. */
  readonly box: (key: RawRow['key']) => Promise<Uint8Array | null>
  /** The backup as a file. */
  readonly seal: (how: {
    readonly wrapped: WrappedKeys | null
    readonly createdAt: string
    readonly files: readonly string[]
  }) => Promise<Uint8Array>
}

/** A backup that was opened: nothing is changed by it so far. */
export interface OpenedBackup extends OpenedTables {
  readonly key: DataKey
}

/** Copies of everything. Promises of the last three may reject with a `StorageFailure`. */
export interface BackupRepository {
  /** Tells this profile's key from others. */
  readonly keyId: string
  /** Everything as it is now. */
  take(): Promise<BackupSource>
  /** Opens a backup with its own key; with this profile's where none is given. Changes nothing. */
  open(bytes: Uint8Array, key?: DataKey): Promise<Result<OpenedBackup, ArchiveProblem>>
  /** What a backup holds and how it differs from now. */
  preview(backup: OpenedBackup): Promise<BackupPreview>
  /** The keys of attached files of a backup that there are not now. */
  missingFiles(backup: OpenedBackup): Promise<readonly RawRow['key'][]>
  /** Opens an attached file's box and stores the file; false where the box does not open. */
  putFile(backup: OpenedBackup, key: RawRow['key'], box: Uint8Array): Promise<boolean>
  /** Puts the rows of a backup in the place of all there are, in one transaction. */
  replace(backup: OpenedBackup): Promise<void>
  /** Everything, or one case, with its attached files, in one file behind a passphrase. */
  exportAll(how: ExportChoice): Promise<Uint8Array>
  /** Adds the cases of an export beside those that are there. Returns their ids. */
  importAll(
    bytes: Uint8Array,
    passphrase: string,
  ): Promise<Result<readonly string[], ArchiveProblem>>
}

export interface ExportChoice {
  readonly passphrase: string
  readonly createdAt: string
  /** The one case to write; all of them where it is null. */
  readonly caseId: string | null
}
