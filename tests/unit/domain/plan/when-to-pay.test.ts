import { describe, expect, it } from 'vitest'
import type { Budget } from '../../../../src/domain/case/index.ts'
import { whenToPay } from '../../../../src/domain/plan/index.ts'
import { aCase, anIncome, day } from '../../../support/builders.ts'

const paidOn = (dayOfMonth: number): Budget => ({
  ...aCase().budget,
  incomes: [anIncome({ day: dayOfMonth })],
})

describe('when an instalment is best paid', () => {
  it('is its due day on a working day after pay', () => {
    expect(whenToPay(day('2026-12-15'), paidOn(10))).toEqual({
      payOn: '2026-12-15',
      reason: 'due-day',
      nextPayOn: null,
      putAsideOn: null,
    })
  })

  it.each([
    ['2026-12-12', '2026-12-11'],
    ['2026-12-13', '2026-12-11'],
  ])('is the Friday before where %s is a day of the weekend', (dueOn, payOn) => {
    expect(whenToPay(day(dueOn), paidOn(5))).toMatchObject({ payOn, reason: 'weekend' })
  })

  it('is the day of pay where pay comes between that Friday and the due date', () => {
    expect(whenToPay(day('2026-12-13'), paidOn(12))).toMatchObject({
      payOn: '2026-12-12',
      reason: 'pay-arrives',
    })
  })

  it('names the pay to put the money aside from where the next one comes just after', () => {
    expect(whenToPay(day('2026-12-08'), paidOn(10))).toEqual({
      payOn: '2026-12-08',
      reason: 'before-pay',
      nextPayOn: '2026-12-10',
      putAsideOn: '2026-11-10',
    })
  })

  it('is not tight soon after a weekly wage', () => {
    const weekly = anIncome({ every: 'week', day: null, from: day('2026-11-06') })
    const budget = { ...aCase().budget, incomes: [weekly] }
    expect(whenToPay(day('2026-12-07'), budget).reason).toBe('due-day')
  })

  it('needs no income to keep off the weekend', () => {
    const budget = { ...aCase().budget, incomes: [] }
    expect(whenToPay(day('2026-12-13'), budget)).toMatchObject({
      payOn: '2026-12-11',
      reason: 'weekend',
    })
  })
})
