import { defineStore } from 'pinia'
import { readonly, ref, shallowRef } from 'vue'
import type { BackupReason, BackupShelf, DesktopFailure, StoredBackup } from '../contract/index.ts'
import { refuse, succeed, type Result } from '../domain/kernel/index.ts'
import { storageFailureOf } from '../storage/repositories/index.ts'
import { useCaseStore } from './case-store.ts'
import { lookAtBackup, putBack, type LookedAt, type RestoreProblem } from './restore-backup.ts'
import { useServices, type Services } from './services.ts'
import { writeBackup, type BackupOutcome } from './write-backup.ts'

export type { LookedAt, LookProblem, RestoreProblem } from './restore-backup.ts'
export type { BackupOutcome } from './write-backup.ts'

/** How long after the last one a backup is made by itself at the earliest, in milliseconds. */
const BETWEEN = 30 * 60_000

/** What became of the backups at the last attempt. */
export type BackupNews =
  | { readonly kind: 'made' }
  /** It lies in the app's own folder since the chosen one could not be written. */
  | { readonly kind: 'fell-back' | 'failed'; readonly code: DesktopFailure }

/** Backups: made after changes, at the close and by hand; looked at, and put back. */
export const useBackupStore = defineStore('backup', () => {
  const services = useServices()
  const { desktop } = services
  const making = backupMaking(services, useCaseStore().settled)
  const { shelf, news, isWorking, isDue, refresh, backUp } = making

  /** Reads a backup and says what it holds. */
  const look = (stored: StoredBackup, secret: string | null) =>
    lookAtBackup(services, stored, secret)

  /** Puts a backup in the place of what there is, of which a backup is made first: without that nothing is changed. */
  async function restore(chosen: LookedAt): Promise<Result<number, RestoreProblem>> {
    const safe = await backUp('restore')
    if (!safe.ok) return refuse({ of: 'desktop', code: safe.code })
    try {
      return succeed(await putBack(services, chosen))
    } catch (thrown) {
      return refuse({ of: 'storage', code: storageFailureOf(thrown).code })
    }
  }

  async function choose(change: 'chooseBackupFolder' | 'useOwnBackupFolder'): Promise<void> {
    const reply = await desktop[change]()
    if (reply.ok) await backUp()
    else if (reply.code !== 'cancelled') news.value = { kind: 'failed', code: reply.code }
  }

  /** Deletes everything of this profile, on wish its backups too, and quits. Says why where that failed. */
  async function wipe(withBackups: boolean): Promise<DesktopFailure | null> {
    isDue.value = false
    const keyId = services.backups.keyId
    const reply = await desktop.wipe({ keyId, backups: withBackups })
    return reply.ok ? null : reply.code
  }

  return {
    wipe,
    shelf,
    news: readonly(news),
    isWorking: readonly(isWorking),
    isDue,
    refresh,
    backUp,
    look,
    restore,
    chooseFolder: () => choose('chooseBackupFolder'),
    useOwnFolder: () => choose('useOwnBackupFolder'),
    backUpIfDue: making.backUpIfDue,
    finish: making.finish,
  }
})

/** Making backups, one at a time. `settled` resolves when all changes are saved. */
function backupMaking({ desktop, backups, vault, now }: Services, settled: () => Promise<void>) {
  const shelf = shallowRef<BackupShelf | null>(null)
  const news = shallowRef<BackupNews | null>(null)
  const isWorking = ref(false)
  /** Whether there are changes that no backup holds. */
  const isDue = ref(false)
  let running: Promise<BackupOutcome> | null = null

  /** Looks what backups there are; null where there can be none. */
  async function refresh(): Promise<void> {
    const reply = await desktop.listBackups()
    shelf.value = reply.ok ? reply.value : null
  }

  async function make(reason: BackupReason): Promise<BackupOutcome> {
    await settled()
    isWorking.value = true
    const wasDue = isDue.value
    isDue.value = false
    const source = await backups.take().catch(() => null)
    const how = { reason, now: now(), wrapped: vault.wrapped }
    const outcome: BackupOutcome =
      source === null ? { ok: false, code: 'failed' } : await writeBackup(desktop, source, how)
    if (!outcome.ok && wasDue) isDue.value = true
    news.value = newsOf(outcome)
    isWorking.value = false
    await refresh()
    return outcome
  }

  /** Makes a backup now, after one that is being made. Never rejects. */
  async function backUp(reason: BackupReason = 'regular'): Promise<BackupOutcome> {
    await running
    running = make(reason)
    return running
  }

  /** Makes a backup where the last one is old enough. */
  async function backUpIfDue(): Promise<void> {
    const last = shelf.value?.backups.at(0)
    const age = last === undefined ? BETWEEN : now().getTime() - Date.parse(last.at)
    // A backup of a time to come tells of a clock that was wrong.
    if (isDue.value && (age >= BETWEEN || age < 0)) await backUp()
  }

  /** Before the window closes: what no backup holds is backed up, and the close goes on. */
  async function finish(): Promise<void> {
    await settled()
    if (isDue.value) await backUp()
    await desktop.holdClose({ holds: false })
  }

  return { shelf, news, isWorking, isDue, refresh, backUp, backUpIfDue, finish }
}

function newsOf(outcome: BackupOutcome): BackupNews {
  if (!outcome.ok) return { kind: 'failed', code: outcome.code }
  return outcome.fellBack === null
    ? { kind: 'made' }
    : { kind: 'fell-back', code: outcome.fellBack }
}
