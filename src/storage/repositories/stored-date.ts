import * as z from 'zod/mini'
import { parseDate, type CalendarDate } from '../../domain/kernel/index.ts'

/** A calendar date as it lies in a row beside the case: the same text, and nothing that is none. */
export const storedDate = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseDate(value).ok,
)
