import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { proposeAll, type Proposal } from '../../../../src/domain/proposal/index.ts'
import {
  aCase,
  aCreditor,
  aLoan,
  anExpense,
  anIncome,
  day,
  yuan,
} from '../../../support/builders.ts'
import { askRules } from '../../../support/rules.ts'

const on = day('2026-11-24')
const rules = askRules()

const household = (income: number, essentials: number, parts: Partial<Case['budget']> = {}) => ({
  cash: yuan(2000),
  reserve: yuan(1000),
  cushionFraction: null,
  surprise: null,
  incomes: [anIncome({ amount: yuan(income) })],
  // Bills fall due the day after pay day: what is left then is left for the month.
  expenses: [anExpense({ amount: yuan(essentials), day: 11 })],
  ...parts,
})

const twoLoans = [
  aLoan({ id: 'l1', principal: yuan(20_000), received: yuan(20_000) }),
  aLoan({ id: 'l2', creditor: 'c2', principal: yuan(10_000), received: yuan(10_000) }),
]

const stressed = (budget = household(6000, 4000)): Case =>
  aCase({ budget, creditors: [aCreditor(), aCreditor({ id: 'c2' })], loans: twoLoans })

const byStrategy = (facts: Case, strategy: Proposal['strategy']): Proposal => {
  const found = proposeAll(facts, rules, on).proposals.find((one) => one.strategy === strategy)
  if (found === undefined) throw new Error(`no ${strategy}`)
  return found
}

describe('the status quo', () => {
  it('pays what is late today and the rest when due', () => {
    const { statusQuo } = proposeAll(stressed(), rules, on)
    expect(statusQuo.perLoan.every(({ arrangement }) => arrangement === 'keep-paying')).toBe(true)
    expect(statusQuo.feasible).toBe(false)
    expect(statusQuo.why.map(({ code }) => code)).toContain('below-reserve')
  })

  it('can be kept where there is money for it, and then nothing is asked of anybody', () => {
    const facts = aCase({
      budget: household(9000, 3000),
      loans: [aLoan({ disbursedOn: day('2026-11-01'), firstDueOn: day('2026-12-10') })],
    })
    const set = proposeAll(facts, rules, on)
    expect(set.statusQuo.feasible).toBe(true)
    const chosen = set.proposals.find(({ id }) => id === set.recommended)
    expect(chosen?.concession).toBe(0)
    expect(chosen?.totalPaid).toBeLessThanOrEqual(set.statusQuo.totalPaid)
  })
})

describe.each(['pro-rata', 'personalised-instalment'] as const)('%s', (strategy) => {
  const proposal = byStrategy(stressed(), strategy)

  it('can be kept: within what is affordable, cash never below the reserve', () => {
    expect(proposal.feasible).toBe(true)
    expect(proposal.maxMonthly).toBeLessThanOrEqual(yuan(1800))
    expect(Math.min(...proposal.cashflow.map(({ closing }) => closing))).toBeGreaterThanOrEqual(
      yuan(1000),
    )
  })

  it('asks no more than it must', () => {
    // 30,000 and a year’s arrears at 24 % can be repaid from 1,800 a month within five years.
    expect(proposal.concession).toBe(1)
    expect(proposal.months).toBeLessThanOrEqual(61)
  })

  it('begins two weeks off at the earliest, shortly after pay day', () => {
    expect(proposal.perLoan[0]?.payments[0]?.on).toBe('2026-12-12')
  })

  it('treats creditors alike', () => {
    const fair = proposal.reasonableness.factors.find(({ name }) => name === 'fair')
    expect(fair).toEqual({
      name: 'fair',
      score: expect.any(Number) as number,
      reason: 'proportional',
    })
  })

  it('has an opening ask below the target and a limit above it', () => {
    for (const { ask } of proposal.perLoan) {
      expect(ask.open.monthly).toBeLessThanOrEqual(ask.target.monthly)
      expect(ask.open.months).toBeGreaterThanOrEqual(ask.target.months)
      expect(ask.limit.monthly).toBeGreaterThanOrEqual(ask.target.monthly)
      expect(ask.limit.monthly * 9).toBeLessThanOrEqual(ask.target.monthly * 10)
    }
  })

  it('asks for more only when less does not fit', () => {
    const tight = byStrategy(stressed(household(5000, 4150)), strategy)
    expect(tight.feasible).toBe(true)
    expect(tight.concession).toBeGreaterThanOrEqual(3)
    expect(tight.savedAgainstStatusQuo).toBeGreaterThan(proposal.savedAgainstStatusQuo)
  })

  it('puts payments off when there is nothing to pay from yet', () => {
    const later = household(6000, 4000, {
      cash: yuan(1000),
      expenses: [
        anExpense({ amount: yuan(4000), day: 11 }),
        anExpense({ id: 'fees', amount: yuan(3500), every: 'once', from: day('2027-01-20') }),
      ],
    })
    const proposal = byStrategy(stressed(later), strategy)
    expect(proposal.feasible).toBe(true)
    expect(proposal.concession).toBe(2)
    expect(proposal.perLoan[0]?.payments[0]?.on).toBe('2027-02-12')
    expect(Math.min(...proposal.cashflow.map(({ closing }) => closing))).toBeGreaterThanOrEqual(
      yuan(1000),
    )
  })

  it('says what is missing where nothing fits, and gives no plan', () => {
    const poor = byStrategy(stressed(household(4000, 4200)), strategy)
    expect(poor).toMatchObject({ feasible: false, perLoan: [], totalPaid: 0, payoffOn: null })
    expect(poor.why[0]?.code).toBe('nothing-affordable')
    expect(poor.why[0]?.amount).toBeGreaterThan(0)
    expect(proposeAll(stressed(household(4000, 4200)), rules, on).recommended).toBeNull()
  })
})

describe('a loan that is not late', () => {
  const facts = aCase({
    budget: household(8000, 4000),
    creditors: [aCreditor(), aCreditor({ id: 'c2', kind: 'private', licensed: false })],
    loans: [
      aLoan(),
      aLoan({
        id: 'l2',
        creditor: 'c2',
        kind: 'private',
        principal: yuan(3000),
        received: yuan(3000),
        rate: rateOf(0, 1, 'year'),
        disbursedOn: day('2026-11-01'),
        firstDueOn: day('2026-12-10'),
      }),
    ],
  })

  it('keeps its contract while the others are asked', () => {
    const proposal = byStrategy(facts, 'personalised-instalment')
    expect(proposal.perLoan.map(({ loan, arrangement }) => [loan, arrangement])).toEqual([
      ['l2', 'keep-paying'],
      ['l1', 'extension'],
    ])
  })
})

it('proposes nothing where nothing is owed', () => {
  expect(proposeAll(aCase({ loans: [] }), rules, on)).toMatchObject({
    proposals: [],
    recommended: null,
  })
})

it('asks nothing of a creditor that no rule lets one ask', () => {
  const set = proposeAll(stressed(), askRules({ creditorKinds: ['private'] }), on)
  expect(set.proposals.every(({ feasible }) => !feasible)).toBe(true)
})
