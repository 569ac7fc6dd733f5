import type { CalendarDate } from '../kernel/index.ts'
import type { Carried } from './carried.ts'

export const HARDSHIP_REASONS = [
  'unemployment',
  'illness',
  'income-drop',
  'family-event',
  'business-failure',
  'other',
] as const
export type HardshipReason = (typeof HARDSHIP_REASONS)[number]

export interface Household extends Carried {
  readonly adults: number
  readonly children: number
}

/** The person whose loans these are. Text that is not known is empty. */
export interface Debtor extends Carried {
  readonly name: string
  readonly city: string
  readonly phone: string
  /** The last characters of the identity number, never the whole. */
  readonly idTail: string
  readonly address: string
  readonly household: Household | null
  readonly hardship: readonly HardshipReason[]
  readonly hardshipSince: CalendarDate | null
  readonly hardshipNote: string
}
