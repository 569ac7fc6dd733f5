import { refuse, succeed, type Result } from './result.ts'

declare const dateBrand: unique symbol

/** A day of the Gregorian calendar without time zone, written YYYY-MM-DD. Sorts as text. */
export type CalendarDate = string & { readonly [dateBrand]: true }

/** A month written YYYY-MM. */
export type CalendarMonth = string & { readonly [dateBrand]: 'month' }

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export type DateProblem = 'not-a-date' | 'no-such-day' | 'out-of-range'

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/** How many years there are dates of. */
export const CALENDAR_YEARS = LAST_YEAR - FIRST_YEAR + 1

/** Reads YYYY-MM-DD; a day that the calendar does not have, or a year outside 1900–2200, is refused. */
export function parseDate(text: string): Result<CalendarDate, DateProblem> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refuse('not-a-date')
  const { year, month, day } = dateParts(text as CalendarDate)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return refuse('no-such-day')
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse('out-of-range')
  return succeed(text as CalendarDate)
}

/** The date of year, month (1–12) and day; a day past the month's end becomes its last day. */
export const calendarDate = (year: number, month: number, day: number): CalendarDate =>
  dateInMonth(monthNumber({ year, month }), day)

/** The day of a month by the month's number (see `monthNumber`); past the month's end its last day. */
export const dateInMonth = (month: number, day: number): CalendarDate =>
  WRITTEN[day]?.[month] ?? writeOnce(month, day)

/** What `dateInMonth` gave before for a day, by the months' numbers: for a loop that asks month by month. */
export const datesSoFar = (day: number): readonly (CalendarDate | undefined)[] => WRITTEN[day] ?? []

/** Months counted through from January 1900, which is 0. */
export const monthNumber = ({ year, month }: Pick<DateParts, 'year' | 'month'>): number =>
  (year - FIRST_YEAR) * 12 + month - 1

const MONTHS = CALENDAR_YEARS * 12

/** By day and month, each date as it was first written: schedules and replays name the same ones over and over. */
const WRITTEN: (CalendarDate | undefined)[][] = []

function writeOnce(month: number, day: number): CalendarDate {
  const date = writeDate(month, day)
  if (month < 0 || month >= MONTHS || day < 1 || day > 31) return date
  const known = (WRITTEN[day] ??= new Array<CalendarDate | undefined>(MONTHS).fill(undefined))
  known[month] = date
  return date
}

function writeDate(monthCount: number, day: number): CalendarDate {
  const years = Math.floor(monthCount / 12)
  const year = FIRST_YEAR + years
  const month = monthCount - years * 12 + 1
  const last = day <= 28 ? day : Math.min(day, daysInMonth(year, month))
  const written = year >= 1000 ? String(year) : String(year).padStart(4, '0')
  return `${written}${DASHED[month] ?? ''}${DASHED[last] ?? ''}` as CalendarDate
}

/** -00 to -31. */
const DASHED = Array.from({ length: 32 }, (_, n) => `-${String(n).padStart(2, '0')}`)

/** The parts of a date. Digits are read where they stand: dates are taken apart on every keystroke by the thousand. */
export const dateParts = (date: CalendarDate): DateParts => ({
  year: twoDigits(date, 0) * 100 + twoDigits(date, 2),
  month: twoDigits(date, 5),
  day: twoDigits(date, 8),
})

const TWO_ZEROS = 11 * '0'.charCodeAt(0)

const twoDigits = (date: CalendarDate, at: number): number =>
  date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - TWO_ZEROS

export const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days a month (1–12) of a year has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * Days since 1970-01-01, negative before it, in the proleptic Gregorian calendar.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayNumber`. Source: the same paper, civil_from_days. */
export function dateOfDayNumber(days: number): CalendarDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return calendarDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** Whole days from one date to another: positive when `to` is later. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  dayNumber(to) - dayNumber(from)

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  dateOfDayNumber(dayNumber(date) + days)

/**
 * The date some months later on the given day of the month (the date's own day unless another is
 * named); where that month is shorter, its last day. 31 January + 1 month = 28 or 29 February.
 */
export function addMonths(
  date: CalendarDate,
  months: number,
  dayOfMonth: number = dateParts(date).day,
): CalendarDate {
  return dateInMonth(monthNumber(dateParts(date)) + months, dayOfMonth)
}

export const monthOf = (date: CalendarDate): CalendarMonth => date.slice(0, 7) as CalendarMonth

/** Whole calendar months from one date's month to another's, days ignored. */
export const monthsBetween = (from: CalendarDate, to: CalendarDate): number =>
  monthNumber(dateParts(to)) - monthNumber(dateParts(from))

export const firstOfMonth = (date: CalendarDate): CalendarDate => addMonths(date, 0, 1)

export const lastOfMonth = (date: CalendarDate): CalendarDate => addMonths(date, 0, 31)

export const earlierDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)

export const laterDate = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b)
