import type { LogEntry } from './contact-log.ts'
import type { Certainty, WhyCode } from './types.ts'

/** Why a check found something and how sure it is. */
export interface Reason {
  readonly certainty: Certainty
  readonly code: WhyCode
  readonly values?: Readonly<Record<string, string>>
}

/** What a check found before it is known which source binds this lender. */
export interface Hit extends Reason {
  readonly entry: LogEntry
  /** The contacts it is counted with, itself among them, in the order of time. */
  readonly counted: readonly LogEntry[]
}

/** A hit by one contact alone. */
export const hitBy = (entry: LogEntry, reason: Reason): Hit => ({
  entry,
  counted: [entry],
  ...reason,
})

/** Entries by a key, each list in the order of time. */
export function groupEntries(
  entries: readonly LogEntry[],
  keyOf: (entry: LogEntry) => string,
): readonly (readonly LogEntry[])[] {
  const groups = new Map<string, LogEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return [...groups.values()]
}
