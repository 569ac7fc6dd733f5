import type { ContactParty } from '../case/index.ts'
import { daysBetween, type CalendarDate } from '../kernel/index.ts'
import type { ContactLog, LogEntry } from './contact-log.ts'
import { groupEntries, hitBy, idsOf, type Hit, type Reason } from './hit.ts'
import { dayAfter } from './moment.ts'
import type { CheckOf } from './single-checks.ts'
import type { OutOfReach } from './types.ts'

const OTHERS: readonly ContactParty[] = ['emergency-contact', 'third-party']

/** Family, friends and contacts were turned to although the debtor could be reached. */
export const checkThirdPartyContact = (
  check: CheckOf<'third-party-contact'>,
  log: ContactLog,
): readonly Hit[] => beforeReaching(check, log, OTHERS)

/** The same at the debtor's place of work. */
export const checkWorkplace = (check: CheckOf<'workplace'>, log: ContactLog): readonly Hit[] =>
  beforeReaching(check, log, ['employer'])

function beforeReaching(
  limits: OutOfReach,
  log: ContactLog,
  parties: readonly ContactParty[],
): readonly Hit[] {
  return groupEntries(log.entries, ({ lender }) => lender.id).flatMap((entries) => {
    const reach = new Reach(limits)
    const hits: Hit[] = []
    for (const entry of entries) {
      const { party, direction } = entry.contact
      if (party === 'debtor') reach.note(entry)
      if (direction !== 'in' || !parties.includes(party)) continue
      const reason = reach.judge(entry.date)
      if (reason !== null) hits.push(hitBy(entry, reason))
    }
    return hits
  })
}

/** Whether the debtor could be reached, followed through one lender's contacts in the order of time. */
class Reach {
  readonly #limits: OutOfReach
  #reachedOn: CalendarDate | null = null
  /** Failed calls since then: of the last day, and how many days in a row. */
  #failedOn: CalendarDate | null = null
  #attempts = 0
  #daysInRow = 0
  /** From this day on the debtor counts as out of reach. */
  #lostFrom: CalendarDate | null = null

  constructor(limits: OutOfReach) {
    this.#limits = limits
  }

  note(entry: LogEntry): void {
    const { channel, connected, direction } = entry.contact
    const isSpoken = connected && (channel === 'call' || channel === 'visit')
    if (isSpoken || (direction === 'out' && channel !== 'call')) this.#reached(entry.date)
    else if (direction === 'in' && channel === 'call') this.#failed(entry.date)
  }

  #reached(date: CalendarDate): void {
    this.#reachedOn = date
    this.#failedOn = null
    this.#lostFrom = null
  }

  #failed(date: CalendarDate): void {
    if (this.#failedOn === null) this.#daysInRow = 1
    else if (this.#failedOn !== date)
      this.#daysInRow = date === dayAfter(this.#failedOn) ? this.#daysInRow + 1 : 1
    this.#attempts = this.#failedOn === date ? this.#attempts + 1 : 1
    this.#failedOn = date
    const { attemptsOnOneDay, daysInRow } = this.#limits
    if (this.#daysInRow >= daysInRow) this.#lostFrom ??= date
    if (this.#attempts >= attemptsOnOneDay) this.#lostFrom ??= dayAfter(date)
  }

  /** Why a contact with somebody else on that day is a breach, null when the debtor was out of reach. */
  judge(date: CalendarDate): Reason | null {
    if (this.#lostFrom !== null && this.#lostFrom <= date) return null
    const last = this.#reachedOn
    if (last !== null && daysBetween(last, date) <= this.#limits.lookBackDays)
      return { certainty: 'clear', code: 'reached-before', values: { date: last } }
    return { certainty: 'possible', code: 'not-shown-unreachable' }
  }
}

/**
 * The same person once more within the days. No source gives a number, so it stays possible unless
 * the person marked it as harassment.
 */
export const checkThirdPartyRepeated = (
  { withinDays }: CheckOf<'third-party-repeated'>,
  log: ContactLog,
): readonly Hit[] => {
  const toOthers = log.entries.filter(
    ({ contact: { direction, party } }) =>
      direction === 'in' && party !== 'debtor' && party !== 'public',
  )
  return groupEntries(toOthers, personKey).flatMap((entries) => {
    const ids = idsOf(entries)
    let first = 0
    const hits: Hit[] = []
    for (const [index, entry] of entries.entries()) {
      while (daysBetween(entries[first]?.date ?? entry.date, entry.date) >= withinDays) first += 1
      if (index === first) continue
      const counted = ids.slice(first, index + 1)
      const { person, conduct } = entry.contact
      const values = { count: String(counted.length), days: String(withinDays) }
      const certainty = conduct.includes('harassing-repetition') ? 'clear' : 'possible'
      const code = person === null ? 'perhaps-again' : 'again'
      hits.push(hitBy(entry, { certainty, code, values }, counted))
    }
    return hits
  })
}

/** A line break stands in no id. */
const personKey = ({ lender, contact: { person, party } }: LogEntry): string =>
  person === null ? `${lender.id}\n\n${party}` : `${lender.id}\n${person}`
