import fc from 'fast-check'
import type { Case, Offer } from '../../src/domain/case/index.ts'
import { fen } from '../../src/domain/kernel/index.ts'
import { aCase, aCreditor, anExpense, anIncome, day } from '../support/builders.ts'
import { aDay, arbitraryCard, arbitraryLoan } from './arbitrary-loan.ts'

const amount = (max: number) => fc.integer({ min: 0, max }).map(fen)

const someLoans = fc.array(fc.oneof(arbitraryLoan, arbitraryCard), { minLength: 1, maxLength: 4 })

/** What creditors offer: of each kind, with and without an end, sensible or not. */
const offers: fc.Arbitrary<readonly Offer[]> = fc.array(
  fc.record({
    id: fc.constant('o'),
    kind: fc.constantFrom('settlement', 'instalment', 'deferral', 'waiver'),
    amount: fc.option(fc.integer({ min: 0, max: 3_000_000 }).map(fen)),
    months: fc.option(fc.integer({ min: 1, max: 36 })),
    rate: fc.constant(null),
    deadline: fc.option(aDay('2026-11-01', '2027-06-30')),
    confirmedInWriting: fc.boolean(),
  }),
  { maxLength: 1 },
)

/** Households with one to four loans, some of them late, some with an offer, and money that comes and goes unevenly. */
export const arbitraryHousehold: fc.Arbitrary<Case> = fc
  .record({
    loans: someLoans,
    offered: fc.array(offers, { minLength: 4, maxLength: 4 }),
    cash: amount(2_000_000),
    reserve: amount(300_000),
    income: amount(3_000_000),
    bonus: amount(2_000_000),
    essentials: amount(1_500_000),
    yearly: amount(800_000),
  })
  .map(({ loans, offered, cash, reserve, income, bonus, essentials, yearly }) =>
    aCase({
      budget: {
        cash,
        reserve,
        cushionFraction: null,
        surprise: null,
        incomes: [
          anIncome({ amount: income }),
          anIncome({ id: 'b', amount: bonus, every: 'quarter', day: 20 }),
        ],
        expenses: [
          anExpense({ amount: essentials }),
          anExpense({ id: 'y', amount: yearly, every: 'year', from: day('2026-02-01') }),
        ],
      },
      creditors: loans.map((_, index) => aCreditor({ id: `c${String(index)}` })),
      loans: loans.map((loan, index) => ({
        ...loan,
        offers: offered[index] ?? [],
        id: `l${String(index)}`,
        creditor: `c${String(index)}`,
        principal: fen(Math.min(loan.principal, 20_000_000)),
        received: fen(Math.min(loan.principal, 20_000_000)),
      })),
    }),
  )
