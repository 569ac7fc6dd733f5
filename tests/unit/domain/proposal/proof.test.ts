import { describe, expect, it } from 'vitest'
import type { Case, Loan } from '../../../../src/domain/case/index.ts'
import { addMonths, fen, rateOf, ZERO_FEN } from '../../../../src/domain/kernel/index.ts'
import { proposeWithOptimum } from '../../../../src/domain/proposal/index.ts'
import { aCase, aCreditor, aLoan, anExpense, anIncome, day } from '../../../support/builders.ts'
import { theSolver } from '../../../support/solver.ts'

const on = day('2026-11-28')

/** All that comes in on the first of a month is for the creditors. */
const caseOf = (loans: readonly Loan[], monthly: number): Case =>
  aCase({
    budget: {
      cash: ZERO_FEN,
      reserve: ZERO_FEN,
      cushionFraction: { numerator: 0, denominator: 1 },
      incomes: [anIncome({ amount: fen(monthly), day: 1 })],
      expenses: [anExpense({ amount: ZERO_FEN })],
      surprise: null,
    },
    creditors: loans.map(({ creditor }) => aCreditor({ id: creditor })),
    loans,
  })

const loan = (id: string, principal: number, yearly: number, parts: Partial<Loan>): Loan =>
  aLoan({
    id,
    creditor: `c-${id}`,
    principal: fen(principal),
    received: fen(principal),
    disbursedOn: on,
    firstDueOn: addMonths(on, 1),
    dueDay: 28,
    rate: rateOf(yearly, 100, 'year'),
    dayCount: '30/360',
    ...parts,
  })

const card = (id: string, yearly: number, offers: Loan['offers']): Loan =>
  loan(id, 30_000, yearly, {
    kind: 'revolving',
    method: 'minimum-payment',
    term: null,
    minimumPayment: { fraction: { numerator: 0, denominator: 1 }, floor: fen(1_000) },
    offers,
  })

async function optimumOf(facts: Case) {
  const { proposals } = proposeWithOptimum(facts, [], { on, solve: await theSolver() })
  return proposals.find(({ strategy }) => strategy === 'optimal-now')!
}

describe('the proof of the optimum', () => {
  it('holds where paying earlier must not pass over a minimum', async () => {
    const settlement = {
      id: 'o',
      kind: 'settlement',
      amount: fen(16_500),
      months: null,
      rate: null,
      deadline: addMonths(on, 2),
      confirmedInWriting: false,
    } as const
    const cards = [card('a', 0, []), card('b', 36, []), card('c', 0, [settlement])]
    const best = await optimumOf(caseOf(cards, 18_000))
    expect(best.totalPaid).toBe(79_308)
    expect(best.optimality).toEqual({ proved: true, gap: 0 })
    for (const { arrangement, payments } of best.perLoan) {
      const monthly = arrangement === 'settlement' ? payments.slice(0, -1) : payments
      expect(monthly.every(({ amount }) => amount >= 1_000)).toBe(true)
    }
  })

  it('holds to the fen where every month uses the whole budget', async () => {
    const sizes = [
      [1_180_000, 25],
      [2_480_000, 5],
      [4_060_000, 17],
      [1_020_000, 5],
      [2_720_000, 25],
      [4_720_000, 36],
      [2_750_000, 11],
      [1_870_000, 10],
    ] as const
    const loans = sizes.map(([principal, yearly], n) =>
      loan(`l${String(n)}`, principal, yearly, { term: 60 }),
    )
    const best = await optimumOf(caseOf(loans, 617_675))
    expect(best.optimality).toEqual({ proved: true, gap: 0 })
  })
})
