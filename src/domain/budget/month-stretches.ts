import { addMonths, firstOfMonth, lastOfMonth, type CalendarDate } from '../kernel/index.ts'
import type { Stretch } from './occurrences.ts'

/** So many calendar months from a day on: the first begins on that day, the others are whole. */
export const monthStretches = (from: CalendarDate, months: number): readonly Stretch[] =>
  Array.from({ length: months }, (_, index) => {
    const start = index === 0 ? from : firstOfMonth(addMonths(from, index, 1))
    return { from: start, to: lastOfMonth(start) }
  })
