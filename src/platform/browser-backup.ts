import type { DesktopApi } from '../contract/index.ts'
import { guarded, REFUSED } from './guarded.ts'

/** A page can write no file by itself: in a plain browser there are no backups, and nothing waits at its close. */
export function backupTwin(): Pick<
  DesktopApi,
  | 'listBackups'
  | 'lackingFiles'
  | 'writeSealedFile'
  | 'writeBackup'
  | 'readBackup'
  | 'chooseBackupFolder'
  | 'useOwnBackupFolder'
  | 'openBackupFolder'
  | 'wipe'
  | 'setAside'
  | 'renewalCopy'
  | 'beginRenewal'
  | 'endRenewal'
  | 'holdClose'
> {
  const none = async () => REFUSED
  return {
    listBackups: guarded('listBackups', none),
    lackingFiles: guarded('lackingFiles', none),
    writeSealedFile: guarded('writeSealedFile', none),
    writeBackup: guarded('writeBackup', none),
    readBackup: guarded('readBackup', none),
    chooseBackupFolder: guarded('chooseBackupFolder', none),
    useOwnBackupFolder: guarded('useOwnBackupFolder', none),
    openBackupFolder: guarded('openBackupFolder', none),
    wipe: guarded('wipe', none),
    setAside: guarded('setAside', none),
    renewalCopy: guarded('renewalCopy', async () => ({ ok: true, value: null }) as const),
    beginRenewal: guarded('beginRenewal', none),
    endRenewal: guarded('endRenewal', none),
    holdClose: guarded('holdClose', async () => ({ ok: true, value: null }) as const),
  }
}
