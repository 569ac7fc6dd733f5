import type { ContactLog, LogEntry } from './contact-log.ts'
import { clearly, hitBy, hitsAmong, possibly, type Hit } from './hit.ts'
import { clockText } from './moment.ts'
import type { ConductCheck, ConductCheckKind } from './types.ts'

export type CheckOf<Kind extends ConductCheckKind> = Extract<ConductCheck, { kind: Kind }>

const comesIn = ({ contact }: LogEntry): boolean => contact.direction === 'in'

/** Contact at night: from `from` until before `until`, past midnight where `until` is the smaller. */
export const checkQuietHours = (check: CheckOf<'quiet-hours'>, log: ContactLog): readonly Hit[] => {
  const [from, until] = [clockText(check.from), clockText(check.until)]
  return hitsAmong(log.entries, (entry) => {
    const { channel } = entry.contact
    if (!isWithin(entry.minute, check) || !comesIn(entry)) return null
    const values = { time: clockText(entry.minute), from, until }
    if (check.channels.includes(channel)) return clearly('at-night', values)
    return check.doubtfulChannels.includes(channel) ? possibly('message-at-night', values) : null
  })
}

const isWithin = (minute: number, { from, until }: CheckOf<'quiet-hours'>): boolean =>
  from <= until ? minute >= from && minute < until : minute >= from || minute < until

/** The debt was mentioned to anybody but the debtor. */
export const checkDebtDisclosed = (_: CheckOf<'debt-disclosed'>, log: ContactLog): readonly Hit[] =>
  hitsAmong(log.entries, ({ contact }) =>
    contact.disclosedDebt && contact.party !== 'debtor' ? TOLD_OTHERS : null,
  )

/** Somebody was spoken to and did not say for whom; what the log does not tell is no finding. */
export const checkUnidentifiedCaller = (
  _: CheckOf<'unidentified-caller'>,
  log: ContactLog,
): readonly Hit[] =>
  hitsAmong(log.entries, (entry) => {
    const { caller, connected } = entry.contact
    if (!comesIn(entry) || !connected || caller === null) return null
    return caller.identified || caller.identityUnknown === true ? null : NOT_IDENTIFIED
  })

/** What the person marked themselves, whoever rang whom. */
export const checkTag = ({ tag }: CheckOf<'tag'>, log: ContactLog): readonly Hit[] =>
  (log.tagged.get(tag) ?? []).map((entry) => hitBy(entry, MARKED))

export const checkPublicised = (_: CheckOf<'publicised'>, log: ContactLog): readonly Hit[] =>
  hitsAmong(log.entries, ({ contact: { conduct, party, disclosedDebt } }) => {
    if (conduct.includes('publicised')) return MARKED
    if (party !== 'public') return null
    return disclosedDebt ? TOLD_THE_PUBLIC : SEEN_BY_THE_PUBLIC
  })

export const checkVisitPersons = (
  { atLeast }: CheckOf<'visit-persons'>,
  log: ContactLog,
): readonly Hit[] => {
  const limit = String(atLeast)
  const unknown = possibly('number-unknown', { limit })
  return hitsAmong(log.entries, (entry) => {
    const { channel, visitors } = entry.contact
    if (channel !== 'visit' || !comesIn(entry)) return null
    if (visitors === null) return unknown
    return visitors < atLeast ? clearly('one-person', { limit, count: String(visitors) }) : null
  })
}

const TOLD_OTHERS = clearly('told-others')
const NOT_IDENTIFIED = clearly('not-identified')
const MARKED = clearly('marked')
const TOLD_THE_PUBLIC = clearly('public-contact')
const SEEN_BY_THE_PUBLIC = possibly('public-contact')
