import { dateOfDayNumber, dayNumber, parseDate, type CalendarDate } from '../kernel/index.ts'

/** A moment on the clock of a jurisdiction. */
export interface LocalMoment {
  readonly date: CalendarDate
  /** The day's number, to count days by. */
  readonly day: number
  /** Minutes after midnight, 0–1439. */
  readonly minute: number
  /** Seconds since 1970 UTC, to sort by. */
  readonly instant: number
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/**
 * A contact's moment on the jurisdiction's own clock, whatever offset it was written with: mainland
 * China has one time, and its rules mean that one. 14:30Z is 22:30 there.
 * Fractions of a second are dropped.
 * @throws RangeError on text that is no moment: the case file's reader has refused it before
 */
export const localMoment = (at: string, utcOffset: number): LocalMoment =>
  momentReader(utcOffset)(at)

/** `localMoment` for a long log: a day that was read once is not worked out again. */
export function momentReader(utcOffset: number): (at: string) => LocalMoment {
  const numbers = new Map<string, number>()
  const dates = new Map<number, CalendarDate>()
  const numberOf = (day: string, at: string): number => {
    const known = numbers.get(day)
    if (known !== undefined) return known
    const date = parseDate(day)
    if (!date.ok) throw new RangeError(`not a moment: ${at}`)
    const found = dayNumber(date.value)
    numbers.set(day, found)
    return found
  }
  const dateOf = (days: number): CalendarDate => {
    const known = dates.get(days)
    if (known !== undefined) return known
    const found = dateOfDayNumber(days)
    dates.set(days, found)
    return found
  }
  return (at) => {
    if (!MOMENT.test(at)) throw new RangeError(`not a moment: ${at}`)
    const minutes =
      numberOf(at.slice(0, 10), at) * 1440 + twoDigits(at, 11) * 60 + twoDigits(at, 14)
    const utcMinutes = minutes - offsetOf(at)
    const local = utcMinutes + utcOffset
    const day = Math.floor(local / 1440)
    const seconds = at.charAt(16) === ':' ? twoDigits(at, 17) : 0
    return {
      date: dateOf(day),
      day,
      minute: local - day * 1440,
      instant: utcMinutes * 60 + seconds,
    }
  }
}

/** Minutes ahead of UTC that a moment is written with. */
function offsetOf(at: string): number {
  if (at.endsWith('Z')) return 0
  const size = twoDigits(at, at.length - 5) * 60 + twoDigits(at, at.length - 2)
  return at.charAt(at.length - 6) === '-' ? -size : size
}

const twoDigits = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO

const ZERO = '0'.charCodeAt(0)

/**
 * The moment at which a jurisdiction's clock shows a time of a day, with that clock's offset:
 * 2026-11-24 and 1300 in China is 2026-11-24T21:40:00+08:00.
 */
export function momentAt(date: CalendarDate, minute: number, utcOffset: number): string {
  const size = Math.abs(utcOffset)
  return `${date}T${clockText(minute)}:00${utcOffset < 0 ? '-' : '+'}${clockText(size)}`
}

/** Minutes after midnight as HH:MM. */
export const clockText = (minute: number): string =>
  `${twoDigitText(Math.floor(minute / 60))}:${twoDigitText(minute % 60)}`

const twoDigitText = (part: number): string => (part < 10 ? `0${String(part)}` : String(part))
