import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrences } from '../../src/domain/budget/index.ts'
import { addDays, fen, type CalendarDate } from '../../src/domain/kernel/index.ts'
import { promiseGuard } from '../../src/domain/proposal/index.ts'
import type { Case } from '../../src/domain/case/index.ts'
import { aCase, anExpense, anIncome, day } from '../support/builders.ts'

const today = day('2026-11-24')
const amount = (max: number) => fc.integer({ min: 0, max }).map(fen)

const arbitraryFacts: fc.Arbitrary<Case> = fc
  .record({
    cash: amount(800_000),
    reserve: amount(200_000),
    wage: amount(900_000),
    payday: fc.integer({ min: 1, max: 31 }),
    weekly: amount(80_000),
    rent: amount(400_000),
    rentDay: fc.integer({ min: 1, max: 31 }),
    food: amount(100_000),
  })
  .map(({ cash, reserve, wage, payday, weekly, rent, rentDay, food }) =>
    aCase({
      loans: [],
      budget: {
        ...aCase().budget,
        cash,
        reserve,
        incomes: [
          anIncome({ amount: wage, day: payday }),
          anIncome({ id: 'w', amount: weekly, every: 'week', from: day('2026-09-04') }),
        ],
        expenses: [
          anExpense({ id: 'rent', amount: rent, day: rentDay }),
          anExpense({
            id: 'food',
            category: 'food',
            amount: food,
            every: 'fortnight',
            from: day('2026-11-02'),
          }),
        ],
      },
    }),
  )

/** Cash at the end of every day, added up day by day without any of the guard's own steps. */
function endOfDays({ budget }: Case, until: CalendarDate): ReadonlyMap<CalendarDate, number> {
  const ends = new Map<CalendarDate, number>([[today, budget.cash]])
  let cash: number = budget.cash
  for (let date = addDays(today, 1); date <= until; date = addDays(date, 1)) {
    const one = { from: date, to: date }
    for (const income of budget.incomes) cash += income.amount * occurrences(income, one).length
    for (const bill of budget.expenses) cash -= bill.amount * occurrences(bill, one).length
    ends.set(date, cash)
  }
  return ends
}

describe('the promise guard', () => {
  const promises = fc.record({
    facts: arbitraryFacts,
    after: fc.integer({ min: 0, max: 40 }),
    amount: fc.integer({ min: 1, max: 900_000 }).map(fen),
  })

  it('says what a count day by day says', () => {
    fc.assert(
      fc.property(promises, ({ facts, after, amount }) => {
        const on = addDays(today, after)
        const { verdict, lowest, most } = promiseGuard(facts, { amount, on, loan: 'x' }, today)
        const ends = [...endOfDays(facts, addDays(on, 62))]
          .filter(([date]) => date >= on)
          .map(([, cash]) => cash - amount)
        const least = Math.min(...ends)
        expect(lowest.cash).toBe(least)
        expect(most).toBe(Math.max(0, least + amount - facts.budget.reserve))
        const expected =
          least >= facts.budget.reserve ? 'keeps' : least >= 0 ? 'uses-reserve' : 'breaks'
        expect(verdict).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('names what breaks exactly where something does, on a day from the promise on', () => {
    fc.assert(
      fc.property(promises, ({ facts, after, amount }) => {
        const on = addDays(today, after)
        const { verdict, breaks, lowest } = promiseGuard(facts, { amount, on, loan: 'x' }, today)
        expect(breaks !== null).toBe(verdict === 'breaks')
        expect((breaks?.on ?? on) >= on).toBe(true)
        expect(breaks?.missing ?? 1).toBeGreaterThan(0)
        expect(breaks?.missing ?? 0).toBeLessThanOrEqual(Math.max(0, -lowest.cash) + amount)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the most it names, and not a fen more', () => {
    fc.assert(
      fc.property(promises, ({ facts, after }) => {
        const on = addDays(today, after)
        const ask = (amount: number) =>
          promiseGuard(facts, { amount: fen(amount), on, loan: 'x' }, today)
        const { most } = ask(1)
        fc.pre(most > 0)
        expect(ask(most).verdict).toBe('keeps')
        expect(ask(most + 1).verdict).not.toBe('keeps')
      }),
      { numRuns: 200 },
    )
  })
})
