import type { ConductTag, ContactChannel, ContactParty } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import { creditorsOf, type ShownContact } from './shown-contacts.ts'

/** Which entries are looked at; null and '' leave a point open. */
export interface ContactFilter {
  readonly loan: string | null
  readonly creditor: string | null
  readonly channel: ContactChannel | null
  readonly party: ContactParty | null
  readonly tag: ConductTag | null
  /** The id of a conduct rule that the entry is counted for. */
  readonly rule: string | null
  readonly onlyFindings: boolean
  readonly from: CalendarDate | null
  readonly until: CalendarDate | null
  readonly text: string
}

export const NO_FILTER: ContactFilter = {
  loan: null,
  creditor: null,
  channel: null,
  party: null,
  tag: null,
  rule: null,
  onlyFindings: false,
  from: null,
  until: null,
  text: '',
}

/** How many points narrow the log down. */
export const pointsOf = (filter: ContactFilter): number =>
  (Object.keys(NO_FILTER) as (keyof ContactFilter)[]).filter(
    (name) => filter[name] !== NO_FILTER[name],
  ).length

/** The entries that meet every point. `nameOf` gives the name of a person, which is searched too. */
export function filterContacts(
  entries: readonly ShownContact[],
  filter: ContactFilter,
  nameOf: (person: string) => string,
): readonly ShownContact[] {
  if (pointsOf(filter) === 0) return entries
  const text = filter.text.trim().toLowerCase()
  return entries.filter(
    (entry) => meets(entry, filter) && (text === '' || textOf(entry, nameOf).includes(text)),
  )
}

function meets(entry: ShownContact, filter: ContactFilter): boolean {
  const { contact, date, findings } = entry
  const points: readonly boolean[] = [
    filter.loan === null || contact.loan === filter.loan,
    filter.creditor === null || creditorsOf(entry).includes(filter.creditor),
    filter.channel === null || contact.channel === filter.channel,
    filter.party === null || contact.party === filter.party,
    filter.tag === null || contact.conduct.includes(filter.tag),
    filter.rule === null || findings.some(({ rule }) => rule.id === filter.rule),
    !filter.onlyFindings || findings.length > 0,
    filter.from === null || date >= filter.from,
    filter.until === null || date <= filter.until,
  ]
  return points.every(Boolean)
}

/** All that a person may remember of an entry. */
function textOf({ contact }: ShownContact, nameOf: (person: string) => string): string {
  const { caller, notes, person, evidence } = contact
  return [
    notes,
    caller?.name ?? '',
    caller?.agency ?? '',
    caller?.number ?? '',
    person === null ? '' : nameOf(person),
    ...evidence.map(({ name }) => name),
  ]
    .join('\n')
    .toLowerCase()
}
