import { describe, expect, it } from 'vitest'
import { payPeriod, type DueItem } from '../../../../src/domain/budget/index.ts'
import type { Budget } from '../../../../src/domain/case/index.ts'
import { aCase, anExpense, anIncome, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')

const household = (parts: Partial<Budget> = {}): Budget => ({
  ...aCase().budget,
  cash: yuan(2600),
  incomes: [anIncome({ amount: yuan(6000), day: 10 })],
  expenses: [
    anExpense({ id: 'fun', category: 'other', essential: false, amount: yuan(100), day: 1 }),
    anExpense({ id: 'food', category: 'food', amount: yuan(600), day: 1 }),
    anExpense({ id: 'rent', amount: yuan(1500), day: 1 }),
    anExpense({ id: 'phone', category: 'communication', amount: yuan(90), day: 10 }),
    anExpense({ id: 'gone', category: 'other', amount: yuan(70), day: 24 }),
  ],
  ...parts,
})

const loan = (date: string, amount: number): DueItem => ({
  on: day(date),
  amount: yuan(amount),
  kind: 'loan',
  id: 'l1',
})

describe('until the next pay', () => {
  it('tells what is due before it, the most pressing first, and what is left', () => {
    const period = payPeriod(household(), on, [loan('2026-12-01', 200), loan('2026-12-10', 500)])
    expect(period.nextPay).toEqual({ on: '2026-12-10', amount: yuan(6000) })
    expect(period.until).toBe('2026-12-09')
    expect(period.due.map(({ id }) => id)).toEqual(['rent', 'food', 'l1', 'fun'])
    expect(period).toMatchObject({ dueTotal: yuan(2400), left: yuan(200), short: null })
    // 25 November to 9 December are 15 days.
    expect(period.leftPerDay).toBe(1333)
  })

  it('names the first thing that can’t be paid', () => {
    const period = payPeriod(household({ cash: yuan(2000) }), on)
    expect(period.left).toBe(yuan(-200))
    expect(period.leftPerDay).toBe(0)
    expect(period.short).toMatchObject({ id: 'food', on: '2026-12-01' })
  })

  it('counts one-off money that comes before, but not as a pay', () => {
    const gift = anIncome({ id: 'gift', amount: yuan(300), every: 'once', from: day('2026-12-02') })
    const income = [anIncome({ amount: yuan(6000) }), gift]
    expect(payPeriod(household({ incomes: income }), on)).toMatchObject({
      comesIn: yuan(300),
      left: yuan(700),
      nextPay: { on: '2026-12-10' },
    })
    // It comes a day after the rent is due: too late for it.
    const late = payPeriod(household({ incomes: income, cash: yuan(1400) }), on)
    expect(late.short?.id).toBe('rent')
  })

  it('adds up two earners who are paid on one day, and waits for the one who brings most', () => {
    const wages = [anIncome({ amount: yuan(6000) }), anIncome({ id: 'w', amount: yuan(1000) })]
    expect(payPeriod(household({ incomes: wages }), on).nextPay?.amount).toBe(yuan(7000))
    const weekly = anIncome({ id: 'w', amount: yuan(400), every: 'week', from: day('2026-09-04') })
    const period = payPeriod(household({ incomes: [...wages, weekly] }), on)
    // Two Fridays of 400 come before the wages of the 10th.
    expect(period).toMatchObject({ nextPay: { on: '2026-12-10' }, comesIn: yuan(800) })
    const large = { ...weekly, amount: yuan(2000) }
    expect(payPeriod(household({ incomes: [...wages, large] }), on).nextPay?.on).toBe('2026-11-27')
  })

  it('looks a month ahead where no pay is coming', () => {
    const period = payPeriod(household({ incomes: [] }), on)
    expect(period).toMatchObject({ nextPay: null, until: '2026-12-25', dueTotal: yuan(2360) })
  })

  it('today’s own items have moved, and pay tomorrow leaves nothing to wait for', () => {
    const period = payPeriod(household(), day('2026-12-09'))
    expect(period).toMatchObject({ due: [], left: yuan(2600), until: '2026-12-09' })
    expect(period.leftPerDay).toBe(yuan(2600))
  })
})
