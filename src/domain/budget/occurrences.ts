import type { Recurrence } from '../case/index.ts'
import {
  addMonths,
  calendarDate,
  dateOfDayNumber,
  dateParts,
  dayNumber,
  earlierDate,
  laterDate,
  type CalendarDate,
} from '../kernel/index.ts'

/** A stretch of days, both ends included. */
export interface Stretch {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const MONTHS_APART = { month: 1, quarter: 3, year: 12 } as const
const DAYS_APART = { week: 7, fortnight: 14 } as const

/** 1970-01-05, a Monday: where weeks are counted from when the item names no first day. */
const A_MONDAY = 4

/**
 * The days of a stretch on which a budget item falls. Month, quarter and year fall on `day` (the
 * month's last day where it is shorter or none is named), quarters and years in the month of `from`
 * and every third or twelfth after it (January without `from`); week and fortnight recur from `from`
 * (from a Monday without it); `once` falls on `from` and never without it.
 */
export function occurrences(item: Recurrence, stretch: Stretch): readonly CalendarDate[] {
  const within = narrowed(stretch, item)
  if (within.from > within.to) return []
  switch (item.every) {
    case 'once':
      return item.from !== null && item.from === within.from ? [item.from] : []
    case 'week':
    case 'fortnight':
      return byDays(item.from, DAYS_APART[item.every], within)
    case 'month':
    case 'quarter':
    case 'year':
      return byMonths(item, MONTHS_APART[item.every], within)
  }
}

/** The part of a stretch in which an item may fall at all. */
const narrowed = (stretch: Stretch, { from, until }: Recurrence): Stretch => ({
  from: laterDate(from ?? stretch.from, stretch.from),
  to: earlierDate(until ?? stretch.to, stretch.to),
})

const isWithin = (date: CalendarDate, { from, to }: Stretch): boolean => date >= from && date <= to

function byDays(anchor: CalendarDate | null, apart: number, { from, to }: Stretch): CalendarDate[] {
  const start = anchor === null ? A_MONDAY : dayNumber(anchor)
  const first = start + Math.ceil((dayNumber(from) - start) / apart) * apart
  const days: CalendarDate[] = []
  for (let day = first; day <= dayNumber(to); day += apart) days.push(dateOfDayNumber(day))
  return days
}

function byMonths(item: Recurrence, apart: number, within: Stretch): CalendarDate[] {
  const dayOfMonth = item.day ?? (item.from === null ? 31 : dateParts(item.from).day)
  const anchor = item.from === null ? 0 : monthIndex(item.from)
  const days: CalendarDate[] = []
  const start = calendarDate(dateParts(within.from).year, dateParts(within.from).month, 1)
  for (let month = start; month <= within.to; month = addMonths(month, 1, 1)) {
    const day = addMonths(month, 0, dayOfMonth)
    const falls = (monthIndex(month) - anchor) % apart === 0
    if (falls && isWithin(day, within)) days.push(day)
  }
  return days
}

function monthIndex(date: CalendarDate): number {
  const { year, month } = dateParts(date)
  return year * 12 + month - 1
}
