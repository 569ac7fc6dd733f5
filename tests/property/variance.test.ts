import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case, Payment, PlanInstalment } from '../../src/domain/case/index.ts'
import { addDays, fen, sumFen, type CalendarDate } from '../../src/domain/kernel/index.ts'
import { replayLoan } from '../../src/domain/loan/index.ts'
import { planVariance, VARIANCE_CAUSES } from '../../src/domain/plan/index.ts'
import { aCase, aPayment } from '../support/builders.ts'
import { eventfulLoan } from './arbitrary-events.ts'

interface Kept {
  readonly facts: Case
  readonly on: CalendarDate
}

/** Up to 500 events on two loans with a plan: instalments, payments of any size on any day, and reversals. */
const keptPlan: fc.Arbitrary<Kept> = fc
  .tuple(eventfulLoan, eventfulLoan)
  .map(([a, b]) => [a, { ...b, id: 'l2' }] as const)
  .chain((loans) =>
    fc
      .record({
        since: fc.nat({ max: 900 }),
        days: fc.nat({ max: 1200 }),
        instalments: fc.array(
          fc.record({
            which: fc.nat(1),
            after: fc.nat(900),
            part: fc.integer({ min: 1, max: 40 }),
          }),
          { minLength: 1, maxLength: 100 },
        ),
        payments: fc.array(
          fc.record({
            which: fc.nat(1),
            after: fc.nat(1500),
            part: fc.integer({ min: 1, max: 60 }),
            back: fc.option(fc.nat(300), { freq: 5 }),
          }),
          { maxLength: 400, size: 'max' },
        ),
        income: fc.nat(1_500_000),
        expenses: fc.nat(500_000),
      })
      .map(({ since, days, instalments, payments, income, expenses }) => {
        const acceptedOn = addDays(loans[0].disbursedOn, since)
        const amountOf = (which: number, part: number) =>
          fen(Math.max(1, Math.ceil(((loans[which] ?? loans[0]).principal * part) / 200)))
        const idOf = (which: number): string => (loans[which] ?? loans[0]).id
        const facts = aCase({
          loans,
          payments: payments.map(({ which, after, part, back }, index): Payment => {
            const on = addDays(loans[0].disbursedOn, after)
            return aPayment({
              id: String(index),
              loan: idOf(which),
              on,
              amount: amountOf(which, part),
              reversedOn: back === null ? null : addDays(on, back),
            })
          }),
          plan: {
            acceptedOn,
            proposal: 'x',
            instalments: instalments.map(({ which, after, part }): PlanInstalment => ({
              loan: idOf(which),
              dueOn: addDays(acceptedOn, after),
              amount: amountOf(which, part),
            })),
            figures: { monthlyIncome: fen(income), monthlyExpenses: fen(expenses), owed: [] },
          },
        })
        return { facts, on: addDays(acceptedOn, days) }
      }),
  )

describe('causes of a difference from the plan', () => {
  it('add up to it to the fen for every loan and in all, whatever happened', () => {
    fc.assert(
      fc.property(keptPlan, ({ facts, on }) => {
        const variance = planVariance(facts, on)
        if (variance === null) throw new Error('there is a plan')
        for (const each of [...variance.loans, variance.total]) {
          expect(sumFen(VARIANCE_CAUSES.map((cause) => each.causes[cause]))).toBe(each.difference)
          expect(each.actual - each.planned).toBe(each.difference)
        }
        for (const { loan: id, actual } of variance.loans) {
          const loan = facts.loans.find((one) => one.id === id)
          if (loan === undefined) throw new Error('a loan of the plan')
          expect(actual).toBe(replayLoan(loan, facts.payments, on).owedNow)
        }
        expect(variance.total.actual).toBe(sumFen(variance.loans.map(({ actual }) => actual)))
      }),
      { numRuns: 60 },
    )
  })

  it('are none where every instalment is paid on its day and nothing else happens', () => {
    fc.assert(
      fc.property(keptPlan, ({ facts: drawn, on }) => {
        const plan = drawn.plan ?? undefined
        if (plan === undefined) throw new Error('there is a plan')
        const facts: Case = {
          ...drawn,
          loans: drawn.loans.map((loan) => ({ ...loan, rateChanges: [], freezes: [] })),
          payments: plan.instalments.map(({ loan, dueOn, amount }, index) =>
            aPayment({ id: String(index), loan, on: dueOn, amount }),
          ),
        }
        const causes = Object.values(planVariance(facts, on)?.total.causes ?? {})
        expect(causes.every((amount) => amount === 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
