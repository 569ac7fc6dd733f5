import type { Locale } from '../../domain/case/index.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export interface Settings {
  /** null until a person chose one: follow the system. */
  readonly locale: Locale | null
  readonly theme: Theme
  /** The case that was open last. */
  readonly activeCase: string | null
}

/** What a person chose for the app itself. Promises may reject with a `StorageFailure`. */
export interface SettingsRepository {
  /** The settings; a value that can't be read counts as not chosen. */
  read(): Promise<Settings>
  /** Stores the named settings, all or none. */
  write(settings: Partial<Settings>): Promise<void>
}
