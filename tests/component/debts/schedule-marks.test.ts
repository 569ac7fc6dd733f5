import { describe, expect, it } from 'vitest'
import { replayLoan } from '../../../src/domain/loan/index.ts'
import { scheduleMark } from '../../../src/ui/debts/schedule-marks.ts'
import { aLoan, day } from '../../support/builders.ts'

describe('the mark of an instalment', () => {
  const loan = aLoan({ graceDays: 3 })
  const markOn = (on: string) =>
    scheduleMark(day('2025-07-10'), replayLoan(loan, [], day(on)), loan.graceDays)

  it.each([
    ['2025-07-09', 'upcoming'],
    ['2025-07-10', 'today'],
    ['2025-07-13', 'in-grace'],
    ['2025-07-14', 'overdue'],
  ])('on %s is %s', (on, mark) => {
    expect(markOn(on)).toBe(mark)
  })
})
