import type { Case, ConductTag, Contact, Creditor, CreditorKind, Loan } from '../case/index.ts'
import { rememberByPair, type CalendarDate } from '../kernel/index.ts'
import { momentReader, type LocalMoment } from './moment.ts'

/** The facts that conduct is judged by. */
export type ConductFacts = Pick<
  Case,
  'contacts' | 'creditors' | 'loans' | 'payments' | 'plan' | 'people'
>

/** For whom a contact was made: a lender and whoever collects for it count as one. */
export interface Lender {
  /** The lender's id; '' where the log does not say. */
  readonly id: string
  readonly kind: CreditorKind | null
  readonly name: string
}

/** A contact with its moment and its lender. */
export interface LogEntry extends LocalMoment {
  /** Its place in the order of time from 0; those of one moment share it. */
  readonly place: number
  readonly contact: Contact
  readonly lender: Lender
  readonly loan: Loan | null
  /** The contact's own creditor, which may be an agency. */
  readonly creditor: Creditor | null
}

/** A case's contacts in the order of time, with what the checks look up. */
export interface ContactLog {
  readonly entries: readonly LogEntry[]
  /** The entries that are marked with a tag, in the order of time. */
  readonly tagged: ReadonlyMap<ConductTag, readonly LogEntry[]>
  readonly facts: ConductFacts
}

const UNKNOWN: Lender = { id: '', kind: null, name: '' }

/** The whole log on the jurisdiction's clock. */
export function readLog(facts: ConductFacts, utcOffset: number): ContactLog {
  const momentOf = momentReader(utcOffset)
  const aboutOf = aboutReader(facts)
  const entries: { -readonly [Part in keyof LogEntry]: LogEntry[Part] }[] = []
  for (const contact of facts.contacts) {
    const { date, day, minute, instant } = momentOf(contact.at)
    const { lender, loan, creditor } = aboutOf(contact)
    // Written out: a log may be long, and objects put together from others are slow to make and read.
    entries.push({ place: 0, date, day, minute, instant, contact, lender, loan, creditor })
  }
  entries.sort((one, other) => one.instant - other.instant)
  let before: LogEntry | null = null
  let count = 0
  for (const entry of entries) {
    entry.place = before?.instant === entry.instant ? before.place : count
    before = entry
    count += 1
  }
  return { entries, tagged: byTag(entries), facts }
}

/** The log up to and including a day of the jurisdiction's calendar. */
export function logUpTo(log: ContactLog, on: CalendarDate): ContactLog {
  let end = log.entries.length
  while (end > 0 && isAfter(log.entries[end - 1], on)) end -= 1
  if (end === log.entries.length) return log
  const entries = log.entries.slice(0, end)
  return { ...log, entries, tagged: byTag(entries) }
}

const isAfter = (entry: LogEntry | undefined, on: CalendarDate): boolean =>
  entry !== undefined && entry.date > on

function byTag(entries: readonly LogEntry[]): ReadonlyMap<ConductTag, readonly LogEntry[]> {
  const tagged = new Map<ConductTag, LogEntry[]>()
  for (const entry of entries)
    for (const tag of entry.contact.conduct) {
      const marked = tagged.get(tag)
      if (marked === undefined) tagged.set(tag, [entry])
      // A tag that is set twice marks once.
      else if (marked.at(-1) !== entry) marked.push(entry)
    }
  return tagged
}

/** Who and what a contact is about, with the case's lists put by id once for the whole log. */
export function aboutReader(facts: ConductFacts) {
  const creditors = new Map(facts.creditors.map((creditor) => [creditor.id, creditor]))
  const loans = new Map(facts.loans.map((loan) => [loan.id, loan]))
  const lenders = new Map(
    facts.creditors.map((creditor) => [creditor.id, lenderOf(creditor, creditors)]),
  )
  const known = <Value>(values: ReadonlyMap<string, Value>, id: string | null | undefined) =>
    values.get(id ?? '') ?? null
  // A long log names the same few over and over.
  const aboutOf = rememberByPair((loanId: string | null, creditorId: string | null): About => {
    const loan = known(loans, loanId)
    const creditor = known(creditors, creditorId ?? loan?.creditor)
    const lender = known(lenders, loan?.creditor) ?? known(lenders, creditor?.id) ?? UNKNOWN
    return { lender, loan, creditor }
  })
  return ({ loan, creditor }: Contact): About => aboutOf(loan, creditor)
}

type About = Pick<LogEntry, 'lender' | 'loan' | 'creditor'>

/** Follows "on behalf of" to the lender itself; a circle ends where it closes. */
function lenderOf(creditor: Creditor, creditors: ReadonlyMap<string, Creditor>): Lender {
  let owner = creditor
  const seen = new Set([owner.id])
  for (;;) {
    const next = creditors.get(owner.onBehalfOf ?? '')
    if (next === undefined || seen.has(next.id)) break
    seen.add(next.id)
    owner = next
  }
  return { id: owner.id, kind: owner.kind, name: owner.name }
}
