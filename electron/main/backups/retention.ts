import type { BackupReason } from '../../../src/contract/index.ts'

/** A backup as far as its age matters. */
export interface DatedBackup {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly reason: BackupReason
}

/** How many of each are kept. */
const NEWEST = 3
const DAYS = 7
const WEEKS = 5
const MONTHS = 12
/** Of those made before an upgrade or a restore. */
const BEFORE = 5

const DAY = 86_400_000

/**
 * Which backups stay: the newest three whatever they are, the newest of each of the last seven days, five weeks
 * (from Monday) and twelve months on which one was made (UTC), and the newest five made before an upgrade or
 * a restore. Counted by the backups themselves and not by the clock: neither a long pause nor a wrong clock
 * lets any go. Everything else may be deleted.
 */
export function backupsToKeep<Backup extends DatedBackup>(
  backups: readonly Backup[],
): ReadonlySet<Backup> {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at)
  const newestOf = (count: number, periodOf: (backup: Backup) => string): Backup[] => {
    const byPeriod = new Map<string, Backup>()
    for (const backup of newestFirst) {
      const period = periodOf(backup)
      if (!byPeriod.has(period)) byPeriod.set(period, backup)
    }
    return [...byPeriod.values()].slice(0, count)
  }
  return new Set([
    ...newestFirst.slice(0, NEWEST),
    ...newestOf(DAYS, ({ at }) => String(Math.floor(at / DAY))),
    // 1970 began on a Thursday: three days further a week begins on Monday.
    ...newestOf(WEEKS, ({ at }) => String(Math.floor((at / DAY + 3) / 7))),
    ...newestOf(MONTHS, ({ at }) => new Date(at).toISOString().slice(0, 7)),
    ...newestFirst.filter(({ reason }) => reason !== 'regular').slice(0, BEFORE),
  ])
}
