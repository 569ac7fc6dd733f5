import { addDays, dayNumber, type CalendarDate } from '../../domain/kernel/index.ts'
import type { ShownContact } from './shown-contacts.ts'

/** How many calls of a day or hour were answered, and how many were not. */
export interface CallCount {
  readonly answered: number
  readonly missed: number
}

const isIncoming = ({ contact }: ShownContact): boolean => contact.direction === 'in'
const isCall = (entry: ShownContact): boolean =>
  isIncoming(entry) && entry.contact.channel === 'call'

/** Contacts of all kinds that came in, by day. */
export function contactsByDay(entries: readonly ShownContact[]): ReadonlyMap<CalendarDate, number> {
  const counts = new Map<CalendarDate, number>()
  for (const entry of entries)
    if (isIncoming(entry)) counts.set(entry.date, (counts.get(entry.date) ?? 0) + 1)
  return counts
}

const countOf = (calls: readonly ShownContact[]): CallCount => {
  const answered = calls.filter(({ contact }) => contact.connected).length
  return { answered, missed: calls.length - answered }
}

/** Calls that came in, by hour of the day: 24 counts. */
export function callsByHour(entries: readonly ShownContact[]): readonly CallCount[] {
  const hours: ShownContact[][] = Array.from({ length: 24 }, () => [])
  for (const entry of entries) if (isCall(entry)) hours[Math.floor(entry.minute / 60)]?.push(entry)
  return hours.map(countOf)
}

/** Calls that came in on each of the days up to the last one, the oldest first. */
export function callsByDay(
  entries: readonly ShownContact[],
  last: CalendarDate,
  days: number,
): readonly (CallCount & { readonly date: CalendarDate })[] {
  const byDay = new Map<CalendarDate, ShownContact[]>()
  const first = addDays(last, 1 - days)
  for (const entry of entries) {
    if (!isCall(entry) || entry.date < first || entry.date > last) continue
    const calls = byDay.get(entry.date)
    if (calls === undefined) byDay.set(entry.date, [entry])
    else calls.push(entry)
  }
  return Array.from({ length: days }, (_, n) => {
    const date = addDays(first, n)
    return { date, ...countOf(byDay.get(date) ?? []) }
  })
}

/** The last weeks up to a day, each from Monday to Sunday; days after it are null. */
export function weeksUpTo(last: CalendarDate, weeks: number): readonly (CalendarDate | null)[][] {
  // 1970-01-01 was a Thursday: 3 counted from Monday.
  const weekday = (((dayNumber(last) + 3) % 7) + 7) % 7
  const monday = addDays(last, -weekday - (weeks - 1) * 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, n) => {
      const date = addDays(monday, week * 7 + n)
      return date <= last ? date : null
    }),
  )
}

/** How dark a day is drawn, 0–4: by quarters of the most there were on a day. */
export const heatOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil((count / Math.max(1, most)) * 4))
