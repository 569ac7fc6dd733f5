import type {
  Caller,
  Case,
  ConductTag,
  Contact,
  ContactChannel,
  ContactDirection,
  ContactParty,
} from '../../domain/case/index.ts'
import { clockText, localMoment, momentAt, type LocalMoment } from '../../domain/conduct/index.ts'
import { refuse, succeed, type CalendarDate, type Result } from '../../domain/kernel/index.ts'
import { aboutIds } from './about-options.ts'

/** Whether the caller said who they are and for whom they ring. */
export const IDENTITIES = ['said', 'not-said', 'unknown'] as const
export type Identity = (typeof IDENTITIES)[number]

/** An entry of the log as its dialog holds it. */
export interface EntryDraft {
  date: CalendarDate | null
  /** As typed. */
  time: string
  channel: ContactChannel
  direction: ContactDirection
  connected: boolean
  party: ContactParty
  person: string
  /** `loan <id>`, `creditor <id>`, or '' where it is not known. */
  about: string
  name: string
  agency: string
  number: string
  identity: Identity
  visitors: number | null
  disclosedDebt: boolean
  conduct: readonly ConductTag[]
  recorded: boolean
  notes: string
}

export type EntryProblems = Partial<
  Record<'date' | 'time', 'required' | 'in-future' | 'not-a-time'>
>

/** The clock that entries are written by, and the moment it shows. */
export interface EntryClock {
  readonly utcOffset: number
  readonly now: LocalMoment
}

export const clockAt = (moment: Date, utcOffset: number): EntryClock => ({
  utcOffset,
  now: localMoment(moment.toISOString(), utcOffset),
})

/** A new entry: a call to the debtor just now, about the loan that is named or the only one there is. */
export function newEntryDraft(
  facts: Case,
  { now }: EntryClock,
  loan: string | null = null,
): EntryDraft {
  const [only, second] = facts.loans
  const about = loan ?? (second === undefined ? only?.id : undefined)
  return {
    date: now.date,
    time: clockText(now.minute),
    channel: 'call',
    direction: 'in',
    connected: true,
    party: 'debtor',
    person: '',
    about: about === undefined ? '' : `loan ${about}`,
    name: '',
    agency: '',
    number: '',
    identity: 'unknown',
    visitors: null,
    disclosedDebt: false,
    conduct: [],
    recorded: false,
    notes: '',
  }
}

export function draftOfContact(contact: Contact, { utcOffset }: EntryClock): EntryDraft {
  const { date, minute } = localMoment(contact.at, utcOffset)
  const { caller, channel, direction, connected, party, visitors, disclosedDebt } = contact
  const { conduct, recorded, notes } = contact
  return {
    ...{ date, time: clockText(minute), channel, direction, connected, party },
    person: contact.person ?? '',
    about: aboutOf(contact),
    name: caller?.name ?? '',
    agency: caller?.agency ?? '',
    number: caller?.number ?? '',
    identity: identityOf(caller),
    ...{ visitors, disclosedDebt, conduct, recorded, notes },
  }
}

function aboutOf({ loan, creditor }: Contact): string {
  if (loan !== null) return `loan ${loan}`
  return creditor === null ? '' : `creditor ${creditor}`
}

function identityOf(caller: Caller | null): Identity {
  if (caller === null || caller.identityUnknown === true) return 'unknown'
  return caller.identified ? 'said' : 'not-said'
}

/** Whether others than the debtor were reached: then it matters who, and what they were told. */
export const isToOthers = (party: ContactParty): boolean => party !== 'debtor'

/** Minutes after midnight of a time as people write it: 21:40, 21：40, 2140, 9.05. Null where it is none. */
export function readTime(typed: string): number | null {
  const match = /^(\d{1,2})\s*[:：.点时]?\s*(\d{2})分?$/.exec(typed.trim())
  const [hours, minutes] = [Number(match?.[1] ?? NaN), Number(match?.[2] ?? NaN)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

interface EntryFrame {
  readonly facts: Case
  readonly clock: EntryClock
  readonly id: string
  /** The entry that is changed; null for a new one. */
  readonly before: Contact | null
}

/** The entry that a draft stands for, or what is wrong with it. Files are added apart. */
export function readEntryDraft(
  draft: EntryDraft,
  frame: EntryFrame,
): Result<Contact, EntryProblems> {
  const { date } = draft
  const minute = readTime(draft.time)
  const problems = problemsOf(draft, minute, frame.clock)
  if (date === null || minute === null || Object.keys(problems).length > 0) return refuse(problems)
  return succeed({
    ...(frame.before ?? { evidence: [] }),
    ...partsOf(draft, frame),
    id: frame.id,
    at: momentOf(date, minute, frame),
  })
}

function problemsOf(
  { date, time }: EntryDraft,
  minute: number | null,
  { now }: EntryClock,
): EntryProblems {
  const isToday = date === now.date
  return {
    ...(date === null ? { date: 'required' } : {}),
    ...(date !== null && date > now.date ? { date: 'in-future' } : {}),
    ...(minute === null ? { time: time.trim() === '' ? 'required' : 'not-a-time' } : {}),
    ...(isToday && minute !== null && minute > now.minute ? { time: 'in-future' } : {}),
  }
}

/** The moment of an entry; one that stays in its minute keeps the seconds and offset it came with. */
function momentOf(date: CalendarDate, minute: number, { before, clock }: EntryFrame): string {
  const { utcOffset } = clock
  const known = before === null ? null : localMoment(before.at, utcOffset)
  return before !== null && known?.date === date && known.minute === minute
    ? before.at
    : momentAt(date, minute, utcOffset)
}

function partsOf(draft: EntryDraft, { facts, before }: EntryFrame) {
  const { channel, direction, party, conduct, recorded } = draft
  const person = facts.people.some(({ id }) => id === draft.person) ? draft.person : null
  return {
    ...aboutIds(draft.about, facts, before),
    ...{ channel, direction, party, conduct, recorded },
    person: isToOthers(party) ? person : null,
    caller: callerOf(draft, before?.caller ?? null),
    connected: channel !== 'call' || draft.connected,
    visitors: channel === 'visit' ? draft.visitors : null,
    disclosedDebt: isToOthers(party) && draft.disclosedDebt,
    notes: draft.notes.trim(),
  }
}

function callerOf(draft: EntryDraft, before: Caller | null): Caller | null {
  const { identity } = draft
  const [name, agency, number] = [draft.name.trim(), draft.agency.trim(), draft.number.trim()]
  if (name === '' && agency === '' && number === '' && identity === 'unknown') return null
  return {
    ...(before?.extra === undefined ? {} : { extra: before.extra }),
    ...{ name, agency, number, identified: identity === 'said' },
    ...(identity === 'unknown' ? { identityUnknown: true } : {}),
  }
}
