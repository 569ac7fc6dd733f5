import { describe, expect, it } from 'vitest'
import {
  affordableBands,
  affordableMonths,
  monthlyBudget,
} from '../../../../src/domain/budget/index.ts'
import type { Budget } from '../../../../src/domain/case/index.ts'
import { fractionOf } from '../../../../src/domain/kernel/index.ts'
import { aCase, anExpense, anIncome, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')

const household = (parts: Partial<Budget> = {}): Budget => ({
  ...aCase().budget,
  incomes: [anIncome({ amount: yuan(6000), variation: { low: yuan(5000), high: yuan(6500) } })],
  expenses: [
    anExpense({ id: 'rent', amount: yuan(1800) }),
    anExpense({ id: 'food', category: 'food', amount: yuan(1500) }),
    anExpense({ id: 'fun', category: 'other', essential: false, amount: yuan(200) }),
  ],
  ...parts,
})

describe('the bands of what is affordable', () => {
  it('keep back two cushions of a bad month, one of an expected one, none at the most', () => {
    // Left over: 6,000 − 3,500 = 2,500; a tenth is 250. A bad month leaves 1,500.
    expect(affordableBands(household(), on)).toEqual({
      safe: yuan(1000),
      target: yuan(2250),
      stretch: yuan(2500),
    })
  })

  it('have the budget’s own affordable amount as their target', () => {
    const budget = household({ cushionFraction: fractionOf(1, 4) })
    expect(affordableBands(budget, on).target).toBe(monthlyBudget(budget, on).affordable)
  })

  it('are nothing where nothing is left', () => {
    const budget = household({ incomes: [anIncome({ amount: yuan(3000) })] })
    expect(affordableBands(budget, on)).toEqual({ safe: 0, target: 0, stretch: 0 })
  })

  it('are equal but for the cushion where income is steady', () => {
    const budget = household({ incomes: [anIncome({ amount: yuan(6000) })] })
    expect(affordableBands(budget, on)).toEqual({
      safe: yuan(2000),
      target: yuan(2250),
      stretch: yuan(2500),
    })
  })
})

describe('month by month', () => {
  const budget = household({
    incomes: [
      anIncome({ amount: yuan(6000) }),
      anIncome({ id: 'wife', amount: yuan(2000), day: 25 }),
      anIncome({ id: 'bonus', amount: yuan(3000), every: 'once', from: day('2027-01-20') }),
    ],
    expenses: [
      anExpense({ id: 'rent', amount: yuan(1800) }),
      anExpense({
        id: 'power',
        category: 'utilities',
        essential: false,
        amount: yuan(300),
        every: 'quarter',
        day: 15,
        from: day('2026-10-15'),
      }),
      anExpense({ id: 'car', category: 'priority-debt', amount: yuan(900), day: 28 }),
      anExpense({ id: 'food', category: 'food', amount: yuan(1500), day: 5 }),
      anExpense({ id: 'fun', category: 'other', essential: false, amount: yuan(200), day: 30 }),
    ],
  })

  it('one-off and seasonal items show in their own month, both earners count', () => {
    const [november, december, january] = affordableMonths(budget, day('2026-11-25'), 3)
    // Only what falls from the 25th on: the second wage, the car loan, small things.
    expect(november).toMatchObject({
      month: '2026-11',
      income: yuan(2000),
      priority: yuan(900),
      essential: 0,
      other: yuan(200),
      target: yuan(810),
    })
    expect(december).toMatchObject({
      income: yuan(8000),
      priority: yuan(2700),
      essential: yuan(1500),
    })
    expect(january).toMatchObject({
      income: yuan(11_000),
      priority: yuan(3000),
      essential: yuan(1500),
      other: yuan(200),
      cushion: yuan(630),
      safe: yuan(5040),
      target: yuan(5670),
      stretch: yuan(6300),
    })
  })

  it('rent, power and secured loans stand apart even where they are not marked essential', () => {
    const [january] = affordableMonths(budget, day('2027-01-01'), 1)
    expect(january?.priority).toBe(yuan(1800 + 300 + 900))
  })
})
