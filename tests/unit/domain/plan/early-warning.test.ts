import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import { costOfLateness, sincePlan, watchCash } from '../../../../src/domain/plan/index.ts'
import {
  aCase,
  aLoan,
  anExpense,
  anIncome,
  aPayment,
  day,
  yuan,
} from '../../../support/builders.ts'

const on = day('2026-11-24')
const household = (cash: number, reserve: number): Case['budget'] => ({
  ...aCase().budget,
  cash: yuan(cash),
  reserve: yuan(reserve),
  incomes: [anIncome({ amount: yuan(3000), day: 10 })],
  expenses: [anExpense({ amount: yuan(2000), day: 1 })],
})
const planned = (budget: Case['budget'], parts: Partial<Case> = {}): Case =>
  aCase({
    budget,
    plan: {
      acceptedOn: day('2026-11-01'),
      proposal: 'x',
      instalments: [
        { loan: 'l1', dueOn: day('2026-12-05'), amount: yuan(800) },
        { loan: 'l1', dueOn: day('2027-01-05'), amount: yuan(800) },
      ],
      figures: {
        monthlyIncome: yuan(4000),
        monthlyExpenses: yuan(2000),
        owed: [{ loan: 'l1', amount: yuan(9000) }],
      },
    },
    ...parts,
  })

describe('cash in the next sixty days', () => {
  it('names the first day below the reserve, what is missing and what is due then', () => {
    // 2,500 − rent 2,000 on the 1st = 500, then 800 of the plan on the 5th.
    expect(watchCash(planned(household(2500, 0)), on)).toEqual({
      lowest: { on: '2026-12-05', cash: yuan(-300) },
      below: { on: '2026-12-05', cash: yuan(-300), missing: yuan(300) },
      due: [{ on: '2026-12-05', amount: yuan(800), kind: 'loan', id: 'l1' }],
    })
    expect(watchCash(planned(household(2500, 600)), on).below).toMatchObject({
      on: '2026-12-01',
      missing: yuan(100),
    })
  })

  it('has nothing to say where the money lasts', () => {
    const { below, lowest, due } = watchCash(planned(household(5000, 1000)), on)
    expect(below).toBeNull()
    expect(due).toEqual([])
    expect(lowest).toEqual({ on: '2026-12-05', cash: yuan(2200) })
  })

  it('does not look further', () => {
    const far = planned(household(5000, 0))
    const plan = far.plan && {
      ...far.plan,
      instalments: [{ loan: 'l1', dueOn: day('2027-01-24'), amount: yuan(90_000) }],
    }
    expect(watchCash({ ...far, plan }, on).below).toBeNull()
  })
})

describe('what lateness costs', () => {
  const penalty = {
    rate: null,
    multiplier: { numerator: 3, denominator: 2 },
    base: 'overdue-principal',
    compound: false,
    lateFee: { fixed: yuan(20), fraction: null },
  } as const
  const instalment = { loan: 'l1', dueOn: day('2025-07-10'), amount: yuan(1134.72) }

  it('is what the ledger charges for the days in between', () => {
    const cost = costOfLateness(aCase({ loans: [aLoan({ penalty })] }), instalment, 30)
    expect(cost).toBeGreaterThan(yuan(20))
    expect(cost).toBeLessThan(yuan(80))
  })

  it('is nothing where the contract asks for nothing, and for a loan that is gone', () => {
    expect(costOfLateness(aCase(), { ...instalment, loan: 'gone' }, 30)).toBe(0)
    const free = aLoan({ rate: { numerator: 0, denominator: 1, per: 'year' } })
    expect(costOfLateness(aCase({ loans: [free] }), instalment, 30)).toBe(0)
  })
})

describe('what changed since the plan', () => {
  it('holds the figures of its day against those of today', () => {
    const since = sincePlan(planned(household(0, 0)), day('2026-12-10'))
    expect(since).toMatchObject({
      income: { then: yuan(4000), now: yuan(3000) },
      expenses: { then: yuan(2000), now: yuan(2000) },
      owed: { then: yuan(9000) },
      late: { count: 1, amount: yuan(800) },
    })
  })

  it('knows none where they were not kept, and nothing without a plan', () => {
    const facts = planned(household(0, 0), { payments: [aPayment({ on, amount: yuan(800) })] })
    const plan = facts.plan && { ...facts.plan, figures: null }
    expect(sincePlan({ ...facts, plan }, day('2026-12-10'))).toEqual({
      acceptedOn: '2026-11-01',
      income: null,
      expenses: null,
      owed: null,
      late: { count: 0, amount: 0 },
    })
    expect(sincePlan(aCase(), on)).toBeNull()
  })
})
