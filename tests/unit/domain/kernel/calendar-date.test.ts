import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  lastOfMonth,
  monthsBetween,
  parseDate,
} from '../../../../src/domain/kernel/index.ts'
import { day } from '../../../support/builders.ts'

describe('a calendar date', () => {
  it.each([
    ['2026-02-29', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['1899-12-31', 'out-of-range'],
    ['2026-1-1', 'not-a-date'],
    ['2026-01-01T00:00', 'not-a-date'],
  ])('%s is refused', (text, problem) => {
    expect(parseDate(text)).toEqual({ ok: false, problem })
  })

  it('knows leap years by the Gregorian rule', () => {
    expect(parseDate('2024-02-29').ok).toBe(true)
    expect(parseDate('1900-02-29').ok).toBe(false)
    expect(parseDate('2000-02-29').ok).toBe(true)
  })

  it('counts days from 1970-01-01', () => {
    expect(dayNumber(day('1970-01-01'))).toBe(0)
    expect(dayNumber(day('2000-03-01'))).toBe(11_017)
    expect(dateOfDayNumber(-1)).toBe('1969-12-31')
  })

  it('adds months by the day of the month, the last day where it is shorter', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(day('2026-02-28'), 1, 31)).toBe('2026-03-31')
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15')
  })

  it('measures days and months', () => {
    expect(daysBetween(day('2026-09-10'), day('2026-11-24'))).toBe(75)
    expect(monthsBetween(day('2026-11-30'), day('2027-01-01'))).toBe(2)
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(lastOfMonth(day('2026-02-10'))).toBe('2026-02-28')
  })
})
