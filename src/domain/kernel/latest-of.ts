import type { CalendarDate } from './calendar-date.ts'

/** The latest of dated records; of two on one day the one written down later. */
export const latestOf = <Dated extends { readonly on: CalendarDate }>(
  records: readonly Dated[],
): Dated | undefined => records.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1)
