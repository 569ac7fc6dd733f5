import { parseFraction, type CalendarDate, type Fraction } from '../kernel/index.ts'
import type { LprPoint } from './types.ts'

/** The last 1-year LPR published on or before a day; null before the first one. */
export function lprOn(points: readonly LprPoint[], day: CalendarDate): LprPoint | null {
  let found: LprPoint | null = null
  for (const point of points) {
    if (point.on <= day && (found === null || point.on >= found.on)) found = point
  }
  return found
}

/** times × an LPR as an exact yearly fraction; null where the pack's percent is no number. */
export function lprMultiple({ percent }: LprPoint, times: number): Fraction | null {
  const value = parseFraction(percent)
  if (!value.ok) return null
  const { numerator, denominator } = value.value
  return { numerator: numerator * times, denominator: denominator * 100 }
}
