import { describe, expect, it } from 'vitest'
import { monthlyBudget } from '../../../../src/domain/budget/index.ts'
import type { Case, Loan, Offer } from '../../../../src/domain/case/index.ts'
import { fen, rateOf, sumFen, ZERO_FEN } from '../../../../src/domain/kernel/index.ts'
import {
  proposeAll,
  proposeWithOptimum,
  sharedOut,
  sharedWithFloor,
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

const on = day('2026-11-28')
const rules = askRules()

/** Money that comes on the first of a month and is all for the creditors. */
const budgetOf = (monthly: number): Case['budget'] => ({
  cash: ZERO_FEN,
  reserve: ZERO_FEN,
  cushionFraction: { numerator: 0, denominator: 1 },
  incomes: [anIncome({ amount: yuan(monthly), day: 1 })],
  expenses: [anExpense({ amount: ZERO_FEN })],
  surprise: null,
})

/** Credit that runs on at a monthly rate with a fixed minimum on the tenth. */
const credit = (id: string, principal: number, yearly: number, parts: Partial<Loan>): Loan =>
  aLoan({
    id,
    creditor: `c-${id}`,
    kind: 'revolving',
    method: 'minimum-payment',
    term: null,
    principal: yuan(principal),
    received: yuan(principal),
    disbursedOn: on,
    firstDueOn: day('2026-12-28'),
    dueDay: 28,
    rate: rateOf(yearly, 100, 'year'),
    dayCount: '30/360',
    ...parts,
  })

const floorOf = (amount: number) => ({
  minimumPayment: { fraction: { numerator: 0, denominator: 1 }, floor: yuan(amount) },
})

const caseOf = (loans: readonly Loan[], monthly: number): Case =>
  aCase({
    budget: budgetOf(monthly),
    creditors: loans.map(({ creditor }) => aCreditor({ id: creditor })),
    loans,
  })

const byStrategy = ({ proposals }: ProposalSet, strategy: Proposal['strategy']): Proposal => {
  const found = proposals.find((one) => one.strategy === strategy)
  if (found === undefined) throw new Error(`no ${strategy}`)
  return found
}

describe('F1: shares by balance', () => {
  it('sum to the amount where the published rounding is a fen short', () => {
    const owed = [yuan(4550), yuan(6700), yuan(1200)]
    const parts = sharedOut(yuan(160), owed, owed)
    expect(parts).toEqual([5847, 8611, 1542])
    expect(sumFen(parts)).toBe(16_000)
  })

  it('give what one no longer needs to the others', () => {
    const weights = [fen(100), fen(100)]
    expect(sharedOut(fen(100), weights, [fen(10), fen(500)])).toEqual([10, 90])
    expect(sharedOut(fen(100), weights, [fen(10), fen(20)])).toEqual([10, 20])
  })
})

describe('F2: shares by what the contracts ask for a month', () => {
  it('are as published, and not those by balance', () => {
    const owed = [yuan(1000), yuan(7000)]
    expect(sharedOut(yuan(15), [25, 50], owed)).toEqual([500, 1000])
    // 1.875 and 13.125: two equal remainders, one fen, the earlier creditor gets it.
    expect(sharedOut(yuan(15), owed, owed)).toEqual([188, 1312])
  })

  it('lift nobody above what the others can spare', () => {
    const floor = { owed: [yuan(1000), yuan(7000), yuan(50)], floor: yuan(5) }
    expect(sharedWithFloor(yuan(30), [1, 100, 1], floor)).toEqual([500, 2000, 500])
    expect(sharedWithFloor(yuan(12), [1, 1, 1], floor)).toEqual([400, 400, 400])
  })
})

/**
 * The least that F5 can cost, in yuan without rounding, found without a program: for each month in which
 * A may be settled, B gets what the settlement leaves as early as there is money for it, since B's
 * interest is all that can be saved; after that B gets everything.
 */
function leastBySettling(): number {
  const totals = [1, 2, 3, 4].map((month) => {
    let spare = 1500 * month - 4000 - 200 * (month - 1) - 160 * month
    if (spare < 0) return Number.POSITIVE_INFINITY
    let [owed, paid] = [8000, 4000]
    for (let at = 1; owed > 0; at += 1) {
      owed *= 1.02
      const more = at > month ? 1340 : Math.min(spare, at < month ? 1140 : 1340)
      const amount = Math.min(owed, 160 + more)
      spare -= at > month ? 0 : more
      owed -= amount
      paid += amount + (at < month ? 200 : 0)
    }
    return paid
  })
  return Math.min(...totals)
}

describe('F5: an offer that ends in the fourth month', () => {
  const offer: Offer = {
    id: 'o1',
    kind: 'settlement',
    amount: yuan(4000),
    months: null,
    rate: null,
    deadline: day('2027-03-28'),
    confirmedInWriting: true,
  }
  const facts = (offers: readonly Offer[]): Case =>
    caseOf(
      [credit('a', 10_000, 18, { ...floorOf(200), offers }), credit('b', 8000, 24, floorOf(160))],
      1500,
    )

  it('is not seen by avalanche', () => {
    const avalanche = byStrategy(proposeAll(facts([offer]), rules, on), 'avalanche')
    // 20,180.32 by unrounded monthly interest.
    expect(Math.abs(avalanche.totalPaid - 2_018_032)).toBeLessThanOrEqual(20)
    expect(avalanche.months).toBe(14)
  })

  it('is taken up by the optimum, which is proved and beats saving all that is left for it', async () => {
    const set = proposeWithOptimum(facts([offer]), rules, { on, solve: await theSolver() })
    const best = byStrategy(set, 'optimal-now')
    expect(best.optimality).toEqual({ proved: true, gap: 0 })
    expect(best.concession).toBe(0)
    // Keeping every spare yuan for the settlement costs 13,916.47 in all.
    expect(best.totalPaid).toBeLessThanOrEqual(1_391_647)
    expect(best.months).toBe(10)
    const settled = best.perLoan.find(({ loan }) => loan === 'a')
    expect(settled).toMatchObject({
      arrangement: 'settlement',
      standing: 'offer',
      offer: { id: 'o1', inWriting: true, deadline: '2027-03-28' },
    })
    expect(settled?.payments.at(-1)?.amount).toBe(400_000)
    expect((settled?.payments.at(-1)?.on ?? '') <= '2027-03-28').toBe(true)
    expect(set.recommended).toBe(best.id)
  })

  it('costs no less than the best of all months in which A can be settled', async () => {
    const set = proposeWithOptimum(facts([offer]), rules, { on, solve: await theSolver() })
    const best = byStrategy(set, 'optimal-now')
    // Interest is rounded to the fen once for each payment.
    const payments = best.perLoan.flatMap((part) => part.payments).length
    expect(Math.abs(best.totalPaid - leastBySettling() * 100)).toBeLessThanOrEqual(payments)
  })

  it('leaves the optimum with avalanche once it has ended', async () => {
    const past = { ...offer, deadline: day('2026-11-27') }
    const set = proposeWithOptimum(facts([past]), rules, { on, solve: await theSolver() })
    const best = byStrategy(set, 'optimal-now')
    expect(best.totalPaid).toBeLessThanOrEqual(byStrategy(set, 'avalanche').totalPaid)
    expect(Math.abs(best.totalPaid - 2_018_032)).toBeLessThanOrEqual(20)
    expect(best.optimality?.proved).toBe(true)
  })
})

describe('F6: a week in a month', () => {
  it('counts fifty-two weeks over twelve months, for what comes in and what goes out', () => {
    const budget = {
      ...budgetOf(0),
      incomes: [anIncome({ amount: yuan(700), every: 'week' })],
      expenses: [anExpense({ amount: yuan(120.37), every: 'week' })],
    }
    expect(monthlyBudget(budget, on)).toMatchObject({
      monthlyIncome: 303_333,
      monthlyEssential: 52_160,
      disposable: 251_173,
    })
  })
})

describe('F7: payments that are freed', () => {
  const loan = (id: string, principal: number, yearly: number, term: number): Loan =>
    aLoan({
      id,
      creditor: `c-${id}`,
      principal: yuan(principal),
      received: yuan(principal),
      term,
      rate: rateOf(yearly, 100, 'year'),
      disbursedOn: on,
      firstDueOn: day('2026-12-28'),
      dueDay: 28,
    })
  const loans = [loan('x', 20_000, 20, 120), loan('y', 9000, 12, 72), loan('z', 1500, 5, 12)]

  it('go on to the next loan: 72 months, not 120', () => {
    const { statusQuo } = proposeAll(caseOf(loans, 100_000), rules, on)
    const monthly = sumFen(statusQuo.perLoan.map(({ payments }) => payments[0]?.amount ?? ZERO_FEN))
    const set = proposeAll(caseOf(loans, monthly / 100), rules, on)
    const avalanche = byStrategy(set, 'avalanche')
    expect(avalanche.concession).toBe(0)
    expect(avalanche.months).toBe(72)
    // 18,877.56 in floating point without rounding.
    expect(Math.abs(avalanche.interestAndFees - 1_887_756)).toBeLessThanOrEqual(100)
  })
})
