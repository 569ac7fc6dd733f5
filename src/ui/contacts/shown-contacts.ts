import type { Case, Contact } from '../../domain/case/index.ts'
import { clockText, momentReader, type ConductFinding } from '../../domain/conduct/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'

/** An entry of the log as the page shows it: on the clock of the jurisdiction, with what was found. */
export interface ShownContact {
  readonly contact: Contact
  readonly date: CalendarDate
  /** Minutes after midnight. */
  readonly minute: number
  /** HH:MM. */
  readonly time: string
  /** The creditors it has to do with: the one it names, and the one of its loan. */
  readonly creditors: readonly string[]
  readonly findings: readonly ConductFinding[]
}

/** The whole log, the newest entry first; of one moment the one that was written down last. */
export function shownContacts(
  facts: Pick<Case, 'contacts' | 'loans'>,
  findings: readonly ConductFinding[],
  utcOffset: number,
): readonly ShownContact[] {
  const found = byKey(findings, ({ contact }) => contact)
  const owners = new Map(facts.loans.map(({ id, creditor }) => [id, creditor]))
  const momentOf = momentReader(utcOffset)
  return facts.contacts
    .map((contact) => {
      const { date, minute, instant } = momentOf(contact.at)
      const owner = owners.get(contact.loan ?? '') ?? null
      const shown: ShownContact = {
        contact,
        date,
        minute,
        time: clockText(minute),
        creditors: [contact.creditor, owner].filter((id) => id !== null),
        findings: found.get(contact.id) ?? [],
      }
      return { shown, instant }
    })
    .toReversed()
    .toSorted((one, other) => other.instant - one.instant)
    .map(({ shown }) => shown)
}

/** A line of the timeline: the heading of a day, or an entry with its place in the list. */
export type TimelineRow =
  | {
      readonly kind: 'day'
      readonly key: string
      readonly date: CalendarDate
      readonly count: number
    }
  | {
      readonly kind: 'entry'
      readonly key: string
      readonly place: number
      readonly shown: ShownContact
    }

/** Entries by day, each day below its heading, in the order given. */
export function timelineRows(shown: readonly ShownContact[]): readonly TimelineRow[] {
  const rows: TimelineRow[] = []
  let place = 0
  for (const [date, entries] of byKey(shown, (entry) => entry.date)) {
    rows.push({ kind: 'day', key: `day ${date}`, date, count: entries.length })
    for (const entry of entries) {
      place += 1
      rows.push({ kind: 'entry', key: entry.contact.id, place, shown: entry })
    }
  }
  return rows
}

/** Members by a key, the keys in the order in which they first come. */
export function byKey<Member, Key>(
  members: readonly Member[],
  keyOf: (member: Member) => Key,
): ReadonlyMap<Key, readonly Member[]> {
  const groups = new Map<Key, Member[]>()
  for (const member of members) {
    const key = keyOf(member)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [member])
    else group.push(member)
  }
  return groups
}
