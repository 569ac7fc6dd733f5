import type { ContactLog, LogEntry } from './contact-log.ts'
import { groupEntries, type Hit } from './hit.ts'
import type { CheckOf } from './single-checks.ts'
import type { WhyCode } from './types.ts'

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
  groupEntries(callsToDebtor(log, true), byLenderAndDay).flatMap((calls) =>
    beyond(calls, perDay).map((entry, index): Hit => ({
      entry,
      counted: calls.slice(0, perDay + index + 1),
      certainty: entry.lender.id === '' ? 'possible' : 'clear',
      code: 'calls-over-limit',
      values: valuesOf(entry, perDay + index + 1, perDay),
    })),
  )

/**
 * Attempts that were not answered. The guideline counts by the number that is rung, and a log seldom
 * says which: attempts from one and the same number are clear, from several only possible.
 */
export const checkUnansweredAttempts = (
  { perDay }: CheckOf<'unanswered-attempts'>,
  log: ContactLog,
): readonly Hit[] =>
  groupEntries(callsToDebtor(log, false), byLenderAndDay).flatMap((attempts) => {
    const own = new Map<string, number>()
    return attempts.flatMap((entry, index): Hit[] => {
      const number = entry.contact.caller?.number ?? ''
      const ofNumber = (own.get(number) ?? 0) + 1
      own.set(number, ofNumber)
      if (index < perDay) return []
      const isOneNumber = ofNumber > perDay && entry.lender.id !== ''
      const code: WhyCode = isOneNumber ? 'attempts-over-limit' : 'attempts-from-several-numbers'
      return [
        {
          entry,
          counted: attempts.slice(0, index + 1),
          certainty: isOneNumber ? 'clear' : 'possible',
          code,
          values: valuesOf(entry, index + 1, perDay),
        },
      ]
    })
  })

const beyond = (calls: readonly LogEntry[], limit: number): readonly LogEntry[] =>
  calls.slice(limit)

const valuesOf = ({ date }: LogEntry, count: number, limit: number) => ({
  date,
  count: String(count),
  limit: String(limit),
})
