import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  parseDate,
  type CalendarDate,
} from '../kernel/index.ts'

/** A moment on the clock of a jurisdiction. */
export interface LocalMoment {
  readonly date: CalendarDate
  /** Minutes after midnight, 0–1439. */
  readonly minute: number
  /** Seconds since 1970 UTC, to sort by. */
  readonly instant: number
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2}))$/

/**
 * A contact's moment on the jurisdiction's own clock, whatever offset it was written with: mainland
 * China has one time, and its rules mean that one. 14:30Z is 22:30 there.
 * Fractions of a second are dropped.
 * @throws RangeError on text that is no moment: the case file's reader has refused it before
 */
export function localMoment(at: string, utcOffset: number): LocalMoment {
  const match = MOMENT.exec(at)
  const day = parseDate(match?.[1] ?? '')
  if (match === null || !day.ok) throw new RangeError(`not a moment: ${at}`)
  const part = (index: number): number => Number(match[index] ?? 0)
  const offset = (part(6) * 60 + part(7)) * (match[5] === '-' ? -1 : 1)
  const utcMinutes = dayNumber(day.value) * 1440 + part(2) * 60 + part(3) - offset
  const local = utcMinutes + utcOffset
  const days = Math.floor(local / 1440)
  return {
    date: dateOfDayNumber(days),
    minute: local - days * 1440,
    instant: utcMinutes * 60 + part(4),
  }
}

/** Minutes after midnight as HH:MM. */
export const clockText = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

export const dayAfter = (date: CalendarDate): CalendarDate => addDays(date, 1)
