import { describe, expect, it } from 'vitest'
import type { Case } from '../../../../src/domain/case/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import {
  OBJECTIVES,
  proposeWithOptimum,
  type Objective,
  type Proposal,
  type ProposalSet,
} from '../../../../src/domain/proposal/index.ts'
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
import { theSolver } from '../../../support/solver.ts'

const on = day('2026-11-24')

/** Two late loans of unlike size and price, and 2,000 a month for them. */
const facts: Case = aCase({
  budget: {
    ...aCase().budget,
    cash: yuan(2000),
    incomes: [anIncome({ amount: yuan(6000) })],
    expenses: [anExpense({ amount: yuan(4000) })],
  },
  creditors: [aCreditor({ id: 'c1' }), aCreditor({ id: 'c2' })],
  loans: [
    aLoan({ principal: yuan(20_000), received: yuan(20_000), rate: rateOf(12, 100, 'year') }),
    aLoan({
      id: 'l2',
      creditor: 'c2',
      principal: yuan(8000),
      received: yuan(8000),
      rate: rateOf(24, 100, 'year'),
    }),
  ],
})

const searched = new Map<Objective, ProposalSet>()
async function setFor(objective: Objective): Promise<ProposalSet> {
  const known = searched.get(objective)
  if (known !== undefined) return known
  const solve = await theSolver()
  const found = proposeWithOptimum(facts, askRules(), { on, solve, objective })
  searched.set(objective, found)
  return found
}

async function optimumFor(objective: Objective): Promise<Proposal> {
  const { proposals } = await setFor(objective)
  return proposals.find(({ strategy }) => strategy === 'optimal')!
}

/** The widest gap between the parts of the two claims that are left, over the months in which both are paid. */
function widestGap({ perLoan }: Proposal): number {
  const [first, second] = perLoan.map(({ payments, balances }) => {
    const claim = payments[0]!.amount + balances[0]!.amount
    return new Map(balances.map(({ on: paidOn, amount }) => [paidOn.slice(0, 7), amount / claim]))
  })
  const months = [...first!.keys()].filter((month) => second!.has(month))
  return Math.max(...months.map((month) => Math.abs(first!.get(month)! - second!.get(month)!)))
}

/** What each objective makes least, and by how much rounding to the fen may miss it. */
const AIMS: Readonly<
  Record<Objective, { readonly of: (proposal: Proposal) => number; readonly slack: number }>
> = {
  'least-paid': { of: ({ totalPaid }) => totalPaid, slack: 0 },
  'earliest-clear': { of: ({ months }) => months, slack: 0 },
  'lowest-monthly': { of: ({ maxMonthly }) => maxMonthly, slack: 100 },
  fairest: { of: widestGap, slack: 0.05 },
}

describe('what the exact answers aim at', () => {
  it.each(OBJECTIVES)('is kept, proved and no worse than any strategy: %s', async (objective) => {
    const set = await setFor(objective)
    const best = await optimumFor(objective)
    expect(set.objective).toBe(objective)
    expect([best.feasible, best.optimality?.proved]).toEqual([true, true])
    const rivals = set.proposals.filter(
      (one) => one.feasible && one.concession <= best.concession && one !== best,
    )
    expect(rivals.length).toBeGreaterThan(3)
    const { of, slack } = AIMS[objective]
    for (const rival of rivals) expect(of(best)).toBeLessThanOrEqual(of(rival) + slack)
  })

  it('makes a difference: each does best by its own aim', async () => {
    const [paid, early, low, fair] = await Promise.all(OBJECTIVES.map(optimumFor))
    expect(paid!.totalPaid).toBeLessThan(low!.totalPaid)
    expect(low!.maxMonthly).toBeLessThan(paid!.maxMonthly)
    expect(early!.months).toBeLessThan(low!.months)
    expect(widestGap(fair!)).toBeLessThan(widestGap(paid!))
  })

  it('pays over the longest term where a month is to cost the least', async () => {
    const low = await optimumFor('lowest-monthly')
    expect(low.perLoan.map(({ payments }) => payments.length)).toEqual([60, 60])
  })
})
