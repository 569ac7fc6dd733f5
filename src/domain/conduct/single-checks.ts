import type { ContactLog, LogEntry } from './contact-log.ts'
import { hitBy, type Hit, type Reason } from './hit.ts'
import { clockText } from './moment.ts'
import type { ConductCheck, ConductCheckKind } from './types.ts'

export type CheckOf<Kind extends ConductCheckKind> = Extract<ConductCheck, { kind: Kind }>

/** Checks that look at one contact at a time. */
function everyEntry(log: ContactLog, judge: (entry: LogEntry) => Reason | null): readonly Hit[] {
  const hits: Hit[] = []
  for (const entry of log.entries) {
    const reason = judge(entry)
    if (reason !== null) hits.push(hitBy(entry, reason))
  }
  return hits
}

const comesIn = ({ contact }: LogEntry): boolean => contact.direction === 'in'

/** Contact at night: from `from` until before `until`, past midnight where `until` is the smaller. */
export const checkQuietHours = (check: CheckOf<'quiet-hours'>, log: ContactLog): readonly Hit[] => {
  const [from, until] = [clockText(check.from), clockText(check.until)]
  return everyEntry(log, (entry) => {
    const { channel } = entry.contact
    if (!comesIn(entry) || !isWithin(entry.minute, check)) return null
    const values = { time: clockText(entry.minute), from, until }
    if (check.channels.includes(channel)) return { certainty: 'clear', code: 'at-night', values }
    return check.doubtfulChannels.includes(channel)
      ? { certainty: 'possible', code: 'message-at-night', values }
      : null
  })
}

const isWithin = (minute: number, { from, until }: CheckOf<'quiet-hours'>): boolean =>
  from <= until ? minute >= from && minute < until : minute >= from || minute < until

/** The debt was mentioned to anybody but the debtor. */
export const checkDebtDisclosed = (_: CheckOf<'debt-disclosed'>, log: ContactLog): readonly Hit[] =>
  everyEntry(log, ({ contact }) =>
    contact.disclosedDebt && contact.party !== 'debtor'
      ? { certainty: 'clear', code: 'told-others' }
      : null,
  )

/** Somebody was spoken to and did not say for whom; what the log does not tell is no finding. */
export const checkUnidentifiedCaller = (
  _: CheckOf<'unidentified-caller'>,
  log: ContactLog,
): readonly Hit[] =>
  everyEntry(log, (entry) => {
    const { caller, connected } = entry.contact
    if (!comesIn(entry) || !connected || caller === null) return null
    if (caller.identified || caller.identityUnknown === true) return null
    return { certainty: 'clear', code: 'not-identified' }
  })

/** What the person marked themselves, whoever rang whom. */
export const checkTag = ({ tag }: CheckOf<'tag'>, log: ContactLog): readonly Hit[] =>
  (log.tagged.get(tag) ?? []).map((entry) => hitBy(entry, MARKED))

const MARKED: Reason = { certainty: 'clear', code: 'marked' }

export const checkPublicised = (_: CheckOf<'publicised'>, log: ContactLog): readonly Hit[] =>
  everyEntry(log, ({ contact: { conduct, party, disclosedDebt } }) => {
    if (conduct.includes('publicised')) return MARKED
    if (party !== 'public') return null
    return { certainty: disclosedDebt ? 'clear' : 'possible', code: 'public-contact' }
  })

export const checkVisitPersons = (
  { atLeast }: CheckOf<'visit-persons'>,
  log: ContactLog,
): readonly Hit[] =>
  everyEntry(log, (entry) => {
    const { channel, visitors } = entry.contact
    if (channel !== 'visit' || !comesIn(entry)) return null
    const limit = String(atLeast)
    if (visitors === null)
      return { certainty: 'possible', code: 'number-unknown', values: { limit } }
    return visitors < atLeast
      ? { certainty: 'clear', code: 'one-person', values: { limit, count: String(visitors) } }
      : null
  })
