import type { ContactParty } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { ContactLog, LogEntry } from './contact-log.ts'
import {
  clearly,
  groupEntries,
  hitBy,
  hitsAmong,
  idsOf,
  possibly,
  type Hit,
  type Reason,
} from './hit.ts'
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
  const reaches = new Map<string, Reach>()
  const reachBy = (lender: string): Reach => {
    const known = reaches.get(lender)
    if (known !== undefined) return known
    const reach = new Reach(limits)
    reaches.set(lender, reach)
    return reach
  }
  return hitsAmong(log.entries, (entry) => {
    const { party, direction } = entry.contact
    if (party === 'debtor') reachBy(entry.lender.id).note(entry)
    if (direction !== 'in' || !parties.includes(party)) return null
    return reachBy(entry.lender.id).judge(entry)
  })
}

const NOT_SHOWN = possibly('not-shown-unreachable')

/** When the debtor was reached, and what is said of contacts with others soon after it. */
interface Reached {
  readonly day: number
  readonly reason: Reason
}

/** Whether the debtor could be reached, followed through one lender's contacts in the order of time. */
class Reach {
  readonly #limits: OutOfReach
  #reached: Reached | null = null
  /** Failed calls since then: of the last day, and how many days in a row. */
  #failedOn: number | null = null
  #attempts = 0
  #daysInRow = 0
  /** From this day on the debtor counts as out of reach. */
  #lostFrom: number | null = null

  constructor(limits: OutOfReach) {
    this.#limits = limits
  }

  note({ contact: { channel, connected, direction }, day, date }: LogEntry): void {
    const isSpoken = connected && (channel === 'call' || channel === 'visit')
    if (isSpoken || (direction === 'out' && channel !== 'call')) this.#spoken(day, date)
    else if (direction === 'in' && channel === 'call') this.#failed(day)
  }

  #spoken(day: number, date: CalendarDate): void {
    if (this.#reached?.day !== day)
      this.#reached = { day, reason: clearly('reached-before', { date }) }
    this.#failedOn = null
    this.#lostFrom = null
  }

  #failed(day: number): void {
    if (this.#failedOn === null) this.#daysInRow = 1
    else if (this.#failedOn !== day)
      this.#daysInRow = day === this.#failedOn + 1 ? this.#daysInRow + 1 : 1
    this.#attempts = this.#failedOn === day ? this.#attempts + 1 : 1
    this.#failedOn = day
    const { attemptsOnOneDay, daysInRow } = this.#limits
    if (this.#daysInRow >= daysInRow) this.#lostFrom ??= day
    if (this.#attempts >= attemptsOnOneDay) this.#lostFrom ??= day + 1
  }

  /** Why a contact with somebody else on that day is a breach, null when the debtor was out of reach. */
  judge({ day }: LogEntry): Reason | null {
    if (this.#lostFrom !== null && this.#lostFrom <= day) return null
    const last = this.#reached
    return last !== null && day - last.day <= this.#limits.lookBackDays ? last.reason : NOT_SHOWN
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
  const days = String(withinDays)
  return groupEntries(toOthers, personKey).flatMap((entries) => {
    const ids = idsOf(entries)
    let first = 0
    const hits: Hit[] = []
    for (const [index, entry] of entries.entries()) {
      while (entry.day - (entries[first] ?? entry).day >= withinDays) first += 1
      if (index === first) continue
      const { person, conduct } = entry.contact
      const reasonOf = conduct.includes('harassing-repetition') ? clearly : possibly
      const code = person === null ? 'perhaps-again' : 'again'
      const reason = reasonOf(code, { count: String(index + 1 - first), days })
      hits.push(hitBy(entry, reason, { ids, first, end: index + 1 }))
    }
    return hits
  })
}

/** A line break stands in no id. */
const personKey = ({ lender, contact: { person, party } }: LogEntry): string =>
  person === null ? `${lender.id}\n\n${party}` : `${lender.id}\n${person}`
