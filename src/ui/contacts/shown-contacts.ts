import type { Contact, Loan } from '../../domain/case/index.ts'
import type { ConductFinding, ContactLog, LogEntry } from '../../domain/conduct/index.ts'
import { groupedBy, type CalendarDate } from '../../domain/kernel/index.ts'

/** An entry of the log as the page shows it: on the clock of the jurisdiction, with what was found. */
export interface ShownContact {
  readonly contact: Contact
  readonly date: CalendarDate
  /** Minutes after midnight. */
  readonly minute: number
  readonly loan: Loan | null
  readonly findings: readonly ConductFinding[]
}

/** The whole log, the newest entry first; of one moment the one that was written down last. */
export function shownContacts(
  { entries }: Pick<ContactLog, 'entries'>,
  findings: readonly ConductFinding[],
): readonly ShownContact[] {
  const found = groupedBy(findings, ({ contact }) => contact)
  return entries
    .map(({ contact, date, minute, loan }: LogEntry): ShownContact => {
      return { contact, date, minute, loan, findings: found.get(contact.id) ?? NOTHING }
    })
    .toReversed()
}

const NOTHING: readonly ConductFinding[] = []

/** The creditors an entry has to do with: the one it names, and the one of its loan. */
export const creditorsOf = ({ contact, loan }: ShownContact): readonly string[] =>
  [contact.creditor, loan?.creditor ?? null].filter((id) => id !== null)

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
  for (const [date, entries] of groupedBy(shown, (entry) => entry.date)) {
    rows.push({ kind: 'day', key: `day ${date}`, date, count: entries.length })
    for (const entry of entries) {
      place += 1
      rows.push({ kind: 'entry', key: entry.contact.id, place, shown: entry })
    }
  }
  return rows
}
