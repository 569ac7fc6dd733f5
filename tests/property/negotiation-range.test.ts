import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthlyBudget } from '../../src/domain/budget/index.ts'
import type { Case } from '../../src/domain/case/index.ts'
import {
  addMonths,
  fen,
  monthOf,
  sumFen,
  type CalendarMonth,
} from '../../src/domain/kernel/index.ts'
import {
  proposeAll,
  withNegotiationRanges,
  type LoanProposal,
  type Proposal,
  type Terms,
} from '../../src/domain/proposal/index.ts'
import { aCase, aCreditor, anExpense, anIncome, day } from '../support/builders.ts'
import { askRules } from '../support/rules.ts'
import { arbitraryCard, arbitraryLoan } from './arbitrary-loan.ts'

const on = day('2026-11-24')
const rules = askRules()
const amount = (min: number, max: number) => fc.integer({ min, max }).map(fen)

const arbitraryHousehold: fc.Arbitrary<Case> = fc
  .record({
    loans: fc.array(fc.oneof(arbitraryLoan, arbitraryCard), { minLength: 1, maxLength: 4 }),
    cash: amount(0, 1_000_000),
    reserve: amount(0, 300_000),
    income: amount(500_000, 3_000_000),
    essentials: amount(0, 700_000),
    yearly: amount(0, 800_000),
  })
  .map(({ loans, cash, reserve, income, essentials, yearly }) =>
    aCase({
      budget: {
        ...aCase().budget,
        cash,
        reserve,
        incomes: [anIncome({ amount: income })],
        expenses: [
          anExpense({ amount: essentials }),
          anExpense({ id: 'y', amount: yearly, every: 'year', from: day('2026-02-01') }),
        ],
      },
      creditors: loans.map((_, index) => aCreditor({ id: `c${String(index)}` })),
      loans: loans.map((loan, index) => ({
        ...loan,
        id: `l${String(index)}`,
        creditor: `c${String(index)}`,
        principal: fen(Math.min(loan.principal, 10_000_000)),
        received: fen(Math.min(loan.principal, 10_000_000)),
      })),
    }),
  )

const proposalsOf = (facts: Case): readonly Proposal[] =>
  withNegotiationRanges(proposeAll(facts, rules, on), { facts, rules }).proposals.filter(
    ({ feasible }) => feasible,
  )

const ladders = (facts: Case): readonly (readonly Terms[])[] =>
  proposalsOf(facts)
    .flatMap(({ perLoan }) => perLoan)
    .flatMap(({ ask }) => (ask.ladder === undefined ? [] : [ask.ladder]))

/** Equal instalments, the last of which takes what is left of the total. */
const paymentsOf = ({ monthly, months, firstOn, total }: Terms) =>
  Array.from({ length: months }, (_, n) => ({
    on: addMonths(firstOn, n),
    amount: fen(n === months - 1 ? total - monthly * (months - 1) : monthly),
  }))

/** Cash at the end of each month of the proposal when some creditors got their limit. */
function closings(proposal: Proposal, isLimit: (part: LoanProposal, index: number) => boolean) {
  const paid = new Map<CalendarMonth, number>()
  proposal.perLoan.forEach((part, index) => {
    const hasLimit = part.ask.ladder !== undefined && isLimit(part, index)
    for (const { on, amount } of hasLimit ? paymentsOf(part.ask.limit) : part.payments)
      paid.set(monthOf(on), (paid.get(monthOf(on)) ?? 0) + amount)
  })
  let cash: number | null = null
  return proposal.cashflow.map(({ month, opening, income, expenses }) => {
    cash = (cash ?? opening) + income - expenses - (paid.get(month) ?? 0)
    return cash
  })
}

describe('the range of a negotiation', () => {
  it('rises from the opening ask over the target to the limit, step by step', () => {
    let seen = 0
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        for (const ladder of ladders(facts)) {
          seen += 1
          expect(ladder).toHaveLength(5)
          const monthly = ladder.map((terms) => terms.monthly)
          const months = ladder.map((terms) => terms.months)
          expect(monthly).toEqual(monthly.toSorted((a, b) => a - b))
          expect(months).toEqual(months.toSorted((a, b) => b - a))
          expect(Math.max(...months)).toBeLessThanOrEqual(60)
        }
      }),
      { numRuns: 80 },
    )
    expect(seen).toBeGreaterThan(40)
  })

  it('has the ends and the middle of its ladder as open, target and limit', () => {
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        for (const { ask } of proposalsOf(facts).flatMap(({ perLoan }) => perLoan)) {
          const [open, , target, , limit] = ask.ladder ?? [
            ask.open,
            null,
            ask.target,
            null,
            ask.limit,
          ]
          expect({ open, target, limit }).toEqual({
            open: ask.open,
            target: ask.target,
            limit: ask.limit,
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('can be kept whichever creditors insist on their limit', () => {
    fc.assert(
      fc.property(
        arbitraryHousehold,
        fc.array(fc.boolean(), { minLength: 4 }),
        (facts, insists) => {
          for (const proposal of proposalsOf(facts)) {
            const cash = closings(proposal, (_, index) => insists[index] === true)
            expect(Math.min(...cash)).toBeGreaterThanOrEqual(facts.budget.reserve)
          }
        },
      ),
      { numRuns: 120 },
    )
  })

  it('takes no more than the whole of what is left over, all limits together', () => {
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        const { disposable } = monthlyBudget(facts.budget, on)
        for (const { perLoan } of proposalsOf(facts)) {
          const limits = perLoan.filter(({ ask }) => ask.ladder !== undefined)
          expect(sumFen(limits.map(({ ask }) => ask.limit.monthly))).toBeLessThanOrEqual(disposable)
        }
      }),
      { numRuns: 80 },
    )
  })
})
