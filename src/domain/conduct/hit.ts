import { groupedBy } from '../kernel/index.ts'
import type { LogEntry } from './contact-log.ts'
import type { Certainty, WhyCode } from './types.ts'

/** Why a check found something and how sure it is. */
export interface Reason {
  readonly certainty: Certainty
  readonly code: WhyCode
  readonly values?: Readonly<Record<string, string>>
}

/** What a check found before it is known which source binds this lender. */
export interface Hit extends Required<Reason> {
  readonly entry: LogEntry
  /** The ids of the contacts it is counted with, itself among them, in the order of time. */
  readonly counted: readonly string[]
}

/** A hit by one contact alone, or by one counted with others. */
export const hitBy = (
  entry: LogEntry,
  { certainty, code, values = NO_VALUES }: Reason,
  counted: readonly string[] = entry.alone,
): Hit => ({ entry, counted, certainty, code, values })

const NO_VALUES: Readonly<Record<string, string>> = {}

/** The ids of entries, in their order. */
export const idsOf = (entries: readonly LogEntry[]): readonly string[] =>
  entries.map(({ contact }) => contact.id)

/** Entries by a key, each list in the order of time. */
export function groupEntries(
  entries: readonly LogEntry[],
  keyOf: (entry: LogEntry) => string,
): readonly (readonly LogEntry[])[] {
  return [...groupedBy(entries, keyOf).values()]
}
