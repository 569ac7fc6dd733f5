import { LOCALES } from '../../domain/case/index.ts'
import type { Database } from '../database/rows.ts'
import { readGuidePlaces } from './guide-place.ts'
import {
  LOCK_MINUTES,
  THEMES,
  TRAY_CHOICES,
  type Settings,
  type SettingsRepository,
} from './settings-repository.ts'
import { reminderSettingsOf } from './reminder-settings.ts'
import { storageFailureOf } from './storage-failure.ts'

/** Settings in a Dexie database, one row each. */
export function createSettingsRepository(database: Database): SettingsRepository {
  return {
    async read() {
      try {
        const rows = await database.settings.toArray()
        return settingsOf(new Map(rows.map(({ name, value }) => [name, value])))
      } catch (thrown) {
        throw storageFailureOf(thrown)
      }
    },
    async write(settings) {
      const rows = Object.entries(settings).map(([name, value]) => ({ name, value }))
      try {
        await database.settings.bulkPut(rows)
      } catch (thrown) {
        throw storageFailureOf(thrown)
      }
    },
  }
}

function settingsOf(stored: ReadonlyMap<string, unknown>): Settings {
  const activeCase = stored.get('activeCase')
  return {
    locale: LOCALES.find((known) => known === stored.get('locale')) ?? null,
    theme: THEMES.find((known) => known === stored.get('theme')) ?? 'system',
    activeCase: typeof activeCase === 'string' ? activeCase : null,
    guides: readGuidePlaces(stored.get('guides') ?? [stored.get('guide')]),
    ...reminderSettingsOf(stored),
    lockAfter: lockAfterOf(stored.get('lockAfter')),
    tray: TRAY_CHOICES.find((known) => known === stored.get('tray')) ?? 'off',
    hidesAmounts: stored.get('hidesAmounts') === true,
  }
}

/** Ten minutes until the person chose otherwise; never is a choice of its own. */
function lockAfterOf(stored: unknown): number | null {
  if (stored === null) return null
  return LOCK_MINUTES.find((minutes) => minutes === stored) ?? 10
}
