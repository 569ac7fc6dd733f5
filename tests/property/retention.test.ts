import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BACKUP_REASONS } from '../../src/contract/index.ts'
import { backupName, readBackupName } from '../../electron/main/backups/backup-name.ts'
import { backupsToKeep, type DatedBackup } from '../../electron/main/backups/retention.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1)

/** Backups over some years, at any second, in any order. */
const backup: fc.Arbitrary<DatedBackup> = fc.record({
  at: fc.nat(3 * 365 * 86_400).map((seconds) => START + seconds * 1000),
  reason: fc.constantFrom(...BACKUP_REASONS),
})
const backups = fc.array(backup, { maxLength: 200 })

const newest = (list: readonly DatedBackup[]) => [...list].sort((a, b) => b.at - a.at)

describe('backups that are kept', () => {
  it('are the newest three at least, and never more than there are periods', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const kept = backupsToKeep(list)
        for (const one of newest(list).slice(0, 3)) expect(kept).toContain(one)
        expect(kept.size).toBeLessThanOrEqual(3 + 7 + 5 + 12 + 5)
        for (const one of kept) expect(list).toContain(one)
      }),
    )
  })

  it('stay kept when it is asked again, so that nothing goes twice', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const kept = backupsToKeep(list)
        expect(backupsToKeep([...kept])).toEqual(kept)
      }),
    )
  })

  it('include one of every day of a week of daily use, every week of a month, every month of a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 800 }), (days) => {
        const list = Array.from({ length: days }, (_, n) => ({
          at: START + n * DAY,
          reason: 'regular' as const,
        }))
        const kept = backupsToKeep(list)
        for (const one of list.slice(-7)) expect(kept).toContain(one)
        const months = new Set([...kept].map(({ at }) => new Date(at).toISOString().slice(0, 7)))
        const all = new Set(list.map(({ at }) => new Date(at).toISOString().slice(0, 7)))
        expect(months.size).toBeGreaterThanOrEqual(Math.min(12, all.size))
      }),
    )
  })

  it('include those made before an upgrade and before a restore, however many came since', () => {
    const upgrade = { at: START, reason: 'upgrade' as const }
    const later = Array.from({ length: 500 }, (_, n) => ({
      at: START + (n + 1) * DAY,
      reason: 'regular' as const,
    }))
    expect(backupsToKeep([upgrade, ...later])).toContain(upgrade)
  })

  it('tell by their names all that is asked of them', () => {
    fc.assert(
      fc.property(backup, ({ at, reason }) => {
        const keyId = '0a1b2c3d'
        const name = backupName({ at: new Date(at).toISOString(), reason, keyId })
        expect(readBackupName(name)).toEqual({ name, at, reason, keyId })
      }),
    )
    expect(readBackupName('respite-0a1b2c3d-20261399T000000Z-regular.respite-backup')).toBeNull()
    expect(readBackupName('holiday.jpg')).toBeNull()
  })
})
