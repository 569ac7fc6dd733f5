import { describe, expect, it } from 'vitest'
import { budgetMonths, monthlyBudget, occurrences } from '../../../../src/domain/budget/index.ts'
import type { Budget } from '../../../../src/domain/case/index.ts'
import { fractionOf } from '../../../../src/domain/kernel/index.ts'
import { anExpense, anIncome, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')

const aBudget = (parts: Partial<Budget> = {}): Budget => ({
  cash: yuan(0),
  reserve: yuan(0),
  cushionFraction: null,
  surprise: null,
  incomes: [anIncome()],
  expenses: [anExpense()],
  ...parts,
})

describe('the average month', () => {
  it.each([
    ['week', 433_333],
    ['fortnight', 216_667],
    ['month', 100_000],
    ['quarter', 33_333],
    ['year', 8333],
    ['once', 0],
  ] as const)('takes 1,000 every %s as %s fen', (every, expected) => {
    const incomes = [anIncome({ amount: yuan(1000), every })]
    expect(monthlyBudget(aBudget({ incomes }), on).monthlyIncome).toBe(expected)
  })

  it('keeps a tenth of what is left back, or what the case says', () => {
    expect(monthlyBudget(aBudget(), on)).toEqual({
      monthlyIncome: yuan(6500),
      monthlyEssential: yuan(1800),
      monthlyOther: 0,
      disposable: yuan(4700),
      cushion: yuan(470),
      affordable: yuan(4230),
    })
    const cushionFraction = fractionOf(1, 4)
    expect(monthlyBudget(aBudget({ cushionFraction }), on).affordable).toBe(yuan(3525))
  })

  it('offers nothing where the month does not close', () => {
    const expenses = [anExpense({ amount: yuan(7000) }), anExpense({ id: 'e2', essential: false })]
    expect(monthlyBudget(aBudget({ expenses }), on)).toMatchObject({
      monthlyOther: yuan(1800),
      disposable: yuan(-2300),
      cushion: 0,
      affordable: 0,
    })
  })

  it('counts only what is in force', () => {
    const incomes = [
      anIncome({ until: day('2026-11-23') }),
      anIncome({ id: 'i2', from: day('2026-11-25') }),
      anIncome({ id: 'i3', from: on, until: on }),
    ]
    expect(monthlyBudget(aBudget({ incomes }), on).monthlyIncome).toBe(yuan(6500))
  })
})

describe('the days on which money moves', () => {
  const stretch = { from: day('2026-11-24'), to: day('2027-03-31') }

  it('are the last of the month where it is shorter', () => {
    expect(occurrences(anIncome({ day: 31 }), stretch)).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ])
  })

  it('recur from the first day for weeks', () => {
    const item = anIncome({ every: 'fortnight', day: null, from: day('2026-11-13') })
    const days = occurrences(item, { from: day('2026-11-24'), to: day('2026-12-31') })
    expect(days).toEqual(['2026-11-27', '2026-12-11', '2026-12-25'])
  })

  it('fall every third and twelfth month from the first', () => {
    const quarter = anIncome({ every: 'quarter', day: 5, from: day('2026-02-05') })
    expect(occurrences(quarter, stretch)).toEqual(['2027-02-05'])
    const year = anIncome({ every: 'year', day: 20, from: day('2024-01-20') })
    expect(occurrences(year, stretch)).toEqual(['2027-01-20'])
  })

  it('end with the last day and happen once where they do', () => {
    expect(occurrences(anIncome({ until: day('2026-12-10') }), stretch)).toEqual(['2026-12-10'])
    const once = anIncome({ every: 'once', from: day('2026-12-24'), day: null })
    expect(occurrences(once, stretch)).toEqual(['2026-12-24'])
    expect(occurrences(anIncome({ every: 'once' }), stretch)).toEqual([])
  })
})

it('counts the month that runs from its day on, the others whole', () => {
  expect(budgetMonths(aBudget(), day('2026-11-11'), 2)).toEqual([
    { month: '2026-11', income: 0, expenses: 0 },
    { month: '2026-12', income: yuan(6500), expenses: yuan(1800) },
  ])
})
