import type { ContactLog, LogEntry } from './contact-log.ts'
import { clearly, groupEntries, hitBy, idsOf, possibly, type Hit } from './hit.ts'
import type { CheckOf } from './single-checks.ts'

const callsToDebtor = (log: ContactLog, connected: boolean): readonly LogEntry[] =>
  log.entries.filter(
    ({ contact }) =>
      contact.direction === 'in' &&
      contact.channel === 'call' &&
      contact.party === 'debtor' &&
      contact.connected === connected,
  )

/** Calls of one day by a lender and those who collect for it. */
const byLenderAndDay = ({ lender, date }: LogEntry): string => `${lender.id} ${date}`

/** Connected calls of lender and agencies together: each beyond the limit is a finding. */
export const checkConnectedCalls = (
  { perDay }: CheckOf<'connected-calls'>,
  log: ContactLog,
): readonly Hit[] =>
  groupEntries(callsToDebtor(log, true), byLenderAndDay).flatMap((calls) => {
    const ids = idsOf(calls)
    return calls.slice(perDay).map((entry, index): Hit => {
      const count = perDay + index + 1
      const reasonOf = entry.lender.id === '' ? possibly : clearly
      const reason = reasonOf('calls-over-limit', valuesOf(entry, count, perDay))
      return hitBy(entry, reason, { ids, first: 0, end: count })
    })
  })

/**
 * Attempts that were not answered. The guideline counts by the number that is rung, and a log seldom
 * says which: attempts from one and the same number are clear, from several only possible.
 */
export const checkUnansweredAttempts = (
  { perDay }: CheckOf<'unanswered-attempts'>,
  log: ContactLog,
): readonly Hit[] =>
  groupEntries(callsToDebtor(log, false), byLenderAndDay).flatMap((attempts) => {
    const ids = idsOf(attempts)
    const own = new Map<string, number>()
    return attempts.flatMap((entry, index): Hit[] => {
      const number = entry.contact.caller?.number ?? ''
      const ofNumber = (own.get(number) ?? 0) + 1
      own.set(number, ofNumber)
      if (index < perDay) return []
      const isOneNumber = ofNumber > perDay && entry.lender.id !== ''
      const values = valuesOf(entry, index + 1, perDay)
      const reason = isOneNumber
        ? clearly('attempts-over-limit', values)
        : possibly('attempts-from-several-numbers', values)
      return [hitBy(entry, reason, { ids, first: 0, end: index + 1 })]
    })
  })

const valuesOf = ({ date }: LogEntry, count: number, limit: number) => ({
  date,
  count: String(count),
  limit: String(limit),
})
