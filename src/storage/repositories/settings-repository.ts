import type { Locale } from '../../domain/case/index.ts'
import type { GuidePlace } from './guide-place.ts'
import type { ReminderRules, ReminderState } from '../../domain/plan/index.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Whether there is an icon in the tray, and whether the app stays under it when its window is closed. */
export const TRAY_CHOICES = ['off', 'icon', 'stays'] as const
export type TrayChoice = (typeof TRAY_CHOICES)[number]

/** After how many minutes without a touch the app locks itself; never where it is null. */
export const LOCK_MINUTES = [5, 10, 30] as const

export interface Settings {
  /** null until a person chose one: follow the system. */
  readonly locale: Locale | null
  readonly theme: Theme
  /** The case that was open last. */
  readonly activeCase: string | null
  /** Where the questions of the guided way stand, at most one place for a case, the latest first. */
  readonly guides: readonly GuidePlace[]
  readonly reminders: ReminderRules
  /** When each case last reminded of something, by the case's id. */
  readonly reminded: Readonly<Record<string, ReminderState>>
  readonly lockAfter: number | null
  readonly tray: TrayChoice
  /** Whether amounts are hidden from whoever looks over a shoulder. */
  readonly hidesAmounts: boolean
}

/** What a person chose for the app itself. Promises may reject with a `StorageFailure`. */
export interface SettingsRepository {
  /** The settings; a value that can't be read counts as not chosen. */
  read(): Promise<Settings>
  /** Stores the named settings, all or none. */
  write(settings: Partial<Settings>): Promise<void>
}
