import type { LogEntry } from './contact-log.ts'
import type { ConductRule, EvidenceNeed } from './types.ts'

/** Reads what a finding lacks to be believed. Entries that lack the same share one list: a log may be long. */
export function missingReader({
  evidence,
}: ConductRule): (entry: LogEntry, isDoubtful: boolean) => readonly EvidenceNeed[] {
  const tests = evidence.map((need) => IS_THERE[need] ?? neverThere)
  const lists = new Map<number, readonly EvidenceNeed[]>()
  return (entry, isDoubtful) => {
    const doubt = entry.lender.kind === null ? 2 : Number(isDoubtful)
    let key = doubt
    for (const isThere of tests) key = key * 2 + Number(isThere(entry))
    const known = lists.get(key)
    if (known !== undefined) return known
    const missing = evidence.filter((_, at) => tests[at]?.(entry) !== true)
    if (doubt === 2) missing.push('lender-kind')
    else if (doubt === 1) missing.push('rule-covers-lender')
    lists.set(key, missing)
    return missing
  }
}

const neverThere = (): boolean => false

/** What the log can show to have; of the other needs it can't tell. */
const IS_THERE: Readonly<Partial<Record<EvidenceNeed, (entry: LogEntry) => boolean>>> = {
  recording: ({ contact }) => contact.recorded,
  screenshot: ({ contact }) => contact.evidence.length > 0,
  'call-log': ({ contact }) => contact.evidence.length > 0,
  'caller-number': ({ contact }) => (contact.caller?.number ?? '') !== '',
  'visitor-count': ({ contact }) => contact.visitors !== null,
  agreement: ({ loan }) =>
    loan?.agreements.some(({ inWriting, recorded }) => inWriting || recorded) ?? false,
}
