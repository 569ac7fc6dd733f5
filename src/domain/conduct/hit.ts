import { groupedBy } from '../kernel/index.ts'
import type { LogEntry } from './contact-log.ts'
import type { Certainty, ConductFinding, IdStretch, WhyCode } from './types.ts'

/** Why a check found something and how sure it is. Hits for the very same reason share one. */
export interface Reason {
  readonly certainty: Certainty
  readonly why: ConductFinding['why']
}

/** What a check found before it is known which source binds this lender. */
export interface Hit {
  readonly entry: LogEntry
  readonly reason: Reason
  readonly counted: IdStretch | null
}

/** What was found for certain. */
export const clearly = (code: WhyCode, values = NO_VALUES): Reason => ({
  certainty: 'clear',
  why: { code, values },
})

/** What the log only points to. */
export const possibly = (code: WhyCode, values = NO_VALUES): Reason => ({
  certainty: 'possible',
  why: { code, values },
})

/** A hit by one contact alone, or by one counted with others. */
export const hitBy = (entry: LogEntry, reason: Reason, counted: IdStretch | null = null): Hit => ({
  entry,
  reason,
  counted,
})

const NO_VALUES: Readonly<Record<string, string>> = {}

/** The hits of a check that looks at one contact at a time. */
export function hitsAmong(
  entries: readonly LogEntry[],
  judge: (entry: LogEntry) => Reason | null,
): readonly Hit[] {
  const hits: Hit[] = []
  for (const entry of entries) {
    const reason = judge(entry)
    if (reason !== null) hits.push(hitBy(entry, reason))
  }
  return hits
}

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
