import { inject, type InjectionKey } from 'vue'
import type { DesktopApi } from '../contract/index.ts'
import type { Locale } from '../domain/case/index.ts'
import type { CalendarDate } from '../domain/kernel/index.ts'
import type { Pack } from '../packs/index.ts'
import type { BackupRepository } from '../storage/index.ts'
import type {
  CaseRepository,
  FileRepository,
  SettingsRepository,
} from '../storage/repositories/index.ts'
import type { StartProposalSearch } from '../workers/index.ts'
import type { KeyVault } from './key-vault.ts'

/** What the stores need from outside. The composition root provides it; tests provide their own. */
export interface Services {
  readonly cases: CaseRepository
  readonly files: FileRepository
  readonly settings: SettingsRepository
  readonly backups: BackupRepository
  readonly vault: KeyVault
  readonly pack: Pack
  readonly desktop: DesktopApi
  /** The text of the sample case file in a language. */
  readonly sampleCase: (locale: Locale) => Promise<string>
  /** The texts of the user guide in a language, by the screen they are about. */
  readonly manual: (locale: Locale) => Promise<Readonly<Record<string, string>>>
  /** Starts the search for the exact proposals beside the window. */
  readonly startProposalSearch: StartProposalSearch
  /** The day on this computer's calendar. */
  readonly today: () => CalendarDate
  /** The moment by this computer's clock. */
  readonly now: () => Date
  /** An id that was never used before. */
  readonly newId: () => string
  /** Starts the window anew, at the lock screen where a lock is set. */
  readonly restart: () => void
}

export const servicesKey: InjectionKey<Services> = Symbol('services')

/** The provided services. @throws Error where the app provides none: a mistake of its wiring */
export function useServices(): Services {
  const services = inject(servicesKey, null)
  if (services === null) throw new Error('no services are provided to the stores')
  return services
}
