import type { Freeze, Loan } from '../case/index.ts'
import { dayNumber, rememberByIdentity } from '../kernel/index.ts'

/** Days from the first to the one before `end`, as day numbers. */
export interface DaySpan {
  readonly start: number
  readonly end: number
}

/**
 * The times of a list of freezes that stop everything, overlaps merged, oldest first. Both named
 * days are frozen; a day's interest is that of the night after it (算头不算尾).
 */
export const frozenSpans = rememberByIdentity((freezes: readonly Freeze[]): readonly DaySpan[] => {
  const spans = freezes
    .filter(({ stops }) => stops === 'everything')
    .map(spanOf)
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const merged: DaySpan[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last === undefined || last.end < span.start) merged.push(span)
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return merged
})

export const spanOf = ({ from, until }: Freeze): DaySpan => ({
  start: dayNumber(from),
  end: until === null ? Number.POSITIVE_INFINITY : dayNumber(until) + 1,
})

/** How many of the days from `start` to the one before `end` bear interest. */
export function bearingDays({ freezes }: Pick<Loan, 'freezes'>, { start, end }: DaySpan): number {
  let days = Math.max(0, end - start)
  if (freezes.length === 0) return days
  for (const span of frozenSpans(freezes)) {
    days -= Math.max(0, Math.min(end, span.end) - Math.max(start, span.start))
  }
  return days
}
