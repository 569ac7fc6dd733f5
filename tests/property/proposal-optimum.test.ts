import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case, Loan, Offer } from '../../src/domain/case/index.ts'
import { addMonths, fen, monthOf, rateOf, sumFen, ZERO_FEN } from '../../src/domain/kernel/index.ts'
import { proposeWithOptimum, type Proposal } from '../../src/domain/proposal/index.ts'
import { aCase, aCreditor, aLoan, anExpense, anIncome, day } from '../support/builders.ts'
import { shippedPack } from '../support/pack-files.ts'
import { theSolver } from '../support/solver.ts'
import { arbitraryHousehold } from './arbitrary-household.ts'
import { cheapestByEnumeration, type SmallLoan } from './enumeration.ts'

/** PROPERTY_RUNS=1000 holds the optimum against that many households and 200 small cases: minutes. The usual run takes a few of each. */
const RUNS = process.env['PROPERTY_RUNS']
const HOUSEHOLDS = Number(RUNS ?? 12)
const SMALL_CASES = RUNS === undefined ? 20 : 200
const LONGEST_RUN = 3_600_000

const on = day('2026-11-28')
/** Those of the shipped pack: a cut to the limit and to the LPR among them. */
const rules = shippedPack().arrangements

const smallLoan: fc.Arbitrary<SmallLoan> = fc
  .record({
    principal: fc.integer({ min: 300, max: 2500 }).map((n) => n * 100),
    yearly: fc.constantFrom(0, 6, 12, 18, 24, 36, 60),
    minimum: fc.integer({ min: 1, max: 30 }).map((n) => n * 1000),
    settlement: fc.option(
      fc.record({
        part: fc.integer({ min: 30, max: 95 }),
        lastMonth: fc.integer({ min: 1, max: 6 }),
      }),
    ),
  })
  .map(({ settlement, ...loan }) => ({
    ...loan,
    // A minimum always covers the interest, so that the debt falls.
    minimum: Math.max(loan.minimum, Math.ceil((loan.principal * loan.yearly) / 1200)),
    settlement:
      settlement === null
        ? null
        : {
            amount: Math.floor((loan.principal * settlement.part) / 100),
            lastMonth: settlement.lastMonth,
          },
  }))

/** At most three loans that can be cleared in six months by what the household has each month. */
const smallCase = fc
  .record({
    loans: fc.array(smallLoan, { minLength: 1, maxLength: 3 }),
    more: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ loans, more }) => {
    const owed = loans.reduce((sum, { principal }) => sum + principal, 0)
    return { loans, monthly: Math.ceil(((owed / 5) * (100 + more)) / 100) }
  })

function asLoan(small: SmallLoan, index: number): Loan {
  const offer = (settlement: NonNullable<SmallLoan['settlement']>): Offer => ({
    id: 'o',
    kind: 'settlement',
    amount: fen(settlement.amount),
    months: null,
    rate: null,
    deadline: addMonths(on, settlement.lastMonth),
    confirmedInWriting: false,
  })
  return aLoan({
    id: `l${String(index)}`,
    creditor: `c${String(index)}`,
    kind: 'revolving',
    method: 'minimum-payment',
    term: null,
    principal: fen(small.principal),
    received: fen(small.principal),
    disbursedOn: on,
    firstDueOn: addMonths(on, 1),
    dueDay: 28,
    rate: rateOf(small.yearly, 100, 'year'),
    dayCount: '30/360',
    minimumPayment: { fraction: { numerator: 0, denominator: 1 }, floor: fen(small.minimum) },
    offers: small.settlement === null ? [] : [offer(small.settlement)],
  })
}

const asCase = (loans: readonly SmallLoan[], monthly: number): Case =>
  aCase({
    budget: {
      cash: ZERO_FEN,
      reserve: ZERO_FEN,
      cushionFraction: { numerator: 0, denominator: 1 },
      incomes: [anIncome({ amount: fen(monthly), day: 1 })],
      expenses: [anExpense({ amount: ZERO_FEN })],
      surprise: null,
    },
    creditors: loans.map((_, index) => aCreditor({ id: `c${String(index)}` })),
    loans: loans.map(asLoan),
  })

const found = (proposals: readonly Proposal[], strategy: Proposal['strategy']): Proposal =>
  proposals.find((one) => one.strategy === strategy)!

describe('the exact optimum', () => {
  it(
    'is what trying every combination finds',
    async () => {
      const solve = await theSolver()
      let compared = 0
      fc.assert(
        fc.property(smallCase, ({ loans, monthly }) => {
          const cheapest = cheapestByEnumeration(loans, monthly)
          const { proposals } = proposeWithOptimum(asCase(loans, monthly), [], { on, solve })
          const best = found(proposals, 'optimal-now')
          expect(best.feasible).toBe(cheapest !== null)
          if (cheapest === null) return
          compared += 1
          expect(best.optimality?.proved).toBe(true)
          // Each month's interest is rounded to the fen; the enumeration rounds nothing.
          expect(Math.abs(best.totalPaid - cheapest)).toBeLessThanOrEqual(loans.length * 8)
        }),
        { numRuns: SMALL_CASES },
      )
      expect(compared).toBeGreaterThan(SMALL_CASES / 2)
    },
    LONGEST_RUN,
  )

  it(
    'is never beaten on the same terms, adds up to the fen and keeps every deadline',
    async () => {
      const solve = await theSolver()
      let feasible = 0
      fc.assert(
        fc.property(arbitraryHousehold, (facts) => {
          const { proposals, statusQuo } = proposeWithOptimum(facts, rules, { on, solve })
          const all = [statusQuo, ...proposals]
          const best = found(proposals, 'optimal')
          const now = found(proposals, 'optimal-now')
          const rivals = all.filter((one) => one.feasible)
          expect(best.feasible).toBe(rivals.length > 0)
          expect(rivals.filter((one) => one.concession < best.concession)).toEqual([])
          const same = rivals.filter((one) => one.concession === best.concession)
          expect(same.filter(({ totalPaid }) => totalPaid < best.totalPaid)).toEqual([])
          const free = rivals.filter((one) => one.concession === 0)
          expect(free.filter(({ totalPaid }) => totalPaid < now.totalPaid)).toEqual([])
          if (best.feasible) feasible += 1
          for (const proposal of [best, now]) {
            addsUp(proposal, facts)
            keepsDeadlines(proposal, facts)
          }
        }),
        { numRuns: HOUSEHOLDS },
      )
      expect(feasible).toBeGreaterThan(HOUSEHOLDS / 10)
    },
    LONGEST_RUN,
  )

  it('is the same for the same facts, to the byte', async () => {
    const solve = await theSolver()
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        const once = JSON.stringify(proposeWithOptimum(facts, rules, { on, solve }))
        const again = proposeWithOptimum(structuredClone(facts), rules, { on, solve })
        expect(JSON.stringify(again)).toBe(once)
      }),
      { numRuns: 5 },
    )
  })
})

function addsUp({ cashflow, perLoan, totalPaid, feasible }: Proposal, facts: Case): void {
  let opening = facts.budget.cash
  for (const month of cashflow) {
    expect(month.opening).toBe(opening)
    expect(month.opening + month.income - month.expenses - month.payments).toBe(month.closing)
    const paid = perLoan
      .flatMap(({ payments }) => payments)
      .filter((payment) => monthOf(payment.on) === month.month)
    expect(sumFen(paid.map(({ amount }) => amount))).toBe(month.payments)
    if (feasible) expect(month.closing).toBeGreaterThanOrEqual(facts.budget.reserve)
    opening = month.closing
  }
  expect(sumFen(perLoan.map((loan) => loan.totalPaid))).toBe(totalPaid)
  for (const { payments, balances } of perLoan) {
    expect(payments.every(({ amount }) => amount > 0)).toBe(true)
    expect(balances.at(-1)?.amount ?? 0).toBe(0)
  }
}

/** An offer stands until its deadline: by then the first of its parts is paid. */
function keepsDeadlines({ perLoan }: Proposal, facts: Case): void {
  for (const { loan, offer, arrangement, payments } of perLoan) {
    if (offer?.deadline == null || arrangement !== 'settlement') continue
    const offers = facts.loans.find(({ id }) => id === loan)!.offers
    const parts = Math.max(1, offers.find(({ id }) => id === offer.id)!.months ?? 1)
    // A part of nothing is not paid.
    const first = payments.at(-Math.min(parts, payments.length))!
    expect(first.on <= offer.deadline).toBe(true)
  }
}
