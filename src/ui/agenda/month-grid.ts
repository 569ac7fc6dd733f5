import {
  addDays,
  addMonths,
  firstOfMonth,
  lastOfMonth,
  type CalendarDate,
} from '../../domain/kernel/index.ts'
import { weekdayOf } from '../../domain/plan/index.ts'

const DAYS_OF_WEEK = 7

/** The weeks of a month from Monday to Sunday; days of other months are null. */
export function monthGrid(month: CalendarDate): readonly (readonly (CalendarDate | null)[])[] {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
  const before = (weekdayOf(first) + 6) % DAYS_OF_WEEK
  const weeks: (CalendarDate | null)[][] = []
  for (let monday = addDays(first, -before); monday <= last; monday = addDays(monday, DAYS_OF_WEEK))
    weeks.push(
      Array.from({ length: DAYS_OF_WEEK }, (_, n) => {
        const day = addDays(monday, n)
        return day >= first && day <= last ? day : null
      }),
    )
  return weeks
}

/** The first day of a month so many months on. */
export const monthAfter = (month: CalendarDate, months: number): CalendarDate =>
  addMonths(firstOfMonth(month), months, 1)
