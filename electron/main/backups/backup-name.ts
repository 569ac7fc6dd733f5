import { BACKUP_REASONS, type BackupReason } from '../../../src/contract/index.ts'
import { BACKUP_NAME } from '../../../src/contract/backup-names.ts'
import { timeStamp } from '../files/time-stamp.ts'
import type { DatedBackup } from './retention.ts'

/** What the name of a backup says of it, so that nothing has to be opened to tell them apart. */
export interface NamedBackup extends DatedBackup {
  readonly name: string
  readonly keyId: string
}

/** A backup's name. It tells the moment, why it was made and which key it needs, and nothing of what it holds. */
export function backupName({
  at,
  reason,
  keyId,
}: {
  readonly at: string
  readonly reason: BackupReason
  readonly keyId: string
}): string {
  return `respite-${keyId}-${timeStamp(new Date(at))}-${reason}.respite-backup`
}

/** What a name says, or null where it is no backup's. */
export function readBackupName(name: string): NamedBackup | null {
  const { keyId, at: moment, reason: word } = BACKUP_NAME.exec(name)?.groups ?? {}
  const reason = BACKUP_REASONS.find((known) => known === word)
  if (keyId === undefined || moment === undefined || reason === undefined) return null
  const at = Date.parse(
    moment.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  )
  return Number.isNaN(at) ? null : { name, keyId, at, reason }
}
