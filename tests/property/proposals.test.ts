import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../src/domain/case/index.ts'
import { addFen, monthOf, sumFen, ZERO_FEN } from '../../src/domain/kernel/index.ts'
import { proposeAll, type Proposal } from '../../src/domain/proposal/index.ts'
import { day } from '../support/builders.ts'
import { shippedPack } from '../support/pack-files.ts'
import { arbitraryHousehold } from './arbitrary-household.ts'

const on = day('2026-11-24')
/** PROPERTY_RUNS=1000 holds every law against that many households: minutes. */
const runs = (usual: number): number => Number(process.env['PROPERTY_RUNS'] ?? usual)
/** Each household is a second of work on a busy machine. */
const LONGEST_RUN = 3_600_000

/** The last day of a month is the awkward one: nothing of it is left. */
const DAYS = [on, day('2026-11-30'), day('2027-02-28'), day('2026-12-01')]
/** Those of the shipped pack: a cut to the limit and to the LPR among them. */
const rules = shippedPack().arrangements
const everyProposal = (facts: Case, day = on): readonly Proposal[] => {
  const { statusQuo, proposals } = proposeAll(facts, rules, day)
  return [statusQuo, ...proposals]
}

describe('any proposal', { timeout: LONGEST_RUN }, () => {
  it('has cash that adds up month by month, and payments that are those of its loans', () => {
    fc.assert(
      fc.property(arbitraryHousehold, fc.constantFrom(...DAYS), (facts, day) => {
        for (const { cashflow, perLoan, totalPaid } of everyProposal(facts, day)) {
          let opening = facts.budget.cash
          for (const month of cashflow) {
            expect(month.opening).toBe(opening)
            expect(month.opening + month.income - month.expenses - month.payments).toBe(
              month.closing,
            )
            const paid = perLoan
              .flatMap(({ payments }) => payments)
              .filter((payment) => monthOf(payment.on) === month.month)
            expect(sumFen(paid.map((payment) => payment.amount))).toBe(month.payments)
            opening = month.closing
          }
          expect(sumFen(perLoan.map((loan) => loan.totalPaid))).toBe(totalPaid)
          expect(sumFen(cashflow.map(({ payments }) => payments))).toBe(totalPaid)
        }
      }),
      { numRuns: runs(60) },
    )
  })

  it('that is called feasible never closes below the reserve nor pays more than is affordable', () => {
    let feasible = 0
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        for (const proposal of everyProposal(facts).filter((one) => one.feasible)) {
          feasible += 1
          const { cashflow } = proposal
          expect(Math.min(...cashflow.map(({ closing }) => closing))).toBeGreaterThanOrEqual(
            facts.budget.reserve,
          )
          expect(proposal.perLoan.every(({ closes }) => closes !== null)).toBe(true)
        }
      }),
      { numRuns: runs(60) },
    )
    expect(feasible).toBeGreaterThan(10)
  })

  it('that a strategy found can be kept: it is never shown and then called impossible', () => {
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        for (const { strategy, perLoan, feasible, why } of proposeAll(facts, rules, on).proposals) {
          // Token payments are a stop-gap and never called a plan.
          if (strategy === 'token') continue
          expect(perLoan.length > 0 && !feasible ? why : []).toEqual([])
        }
      }),
      { numRuns: runs(80) },
    )
  })

  it('clears each loan, pays it nothing negative and asks at most sixty payments', () => {
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        const { proposals } = proposeAll(facts, rules, on)
        for (const loan of proposals.flatMap(({ perLoan }) => perLoan)) {
          if (loan.standing !== 'ask' || loan.arrangement === 'token') continue
          expect(loan.payments.length).toBeLessThanOrEqual(60)
          expect(loan.balances.at(-1)?.amount).toBe(0)
          expect(Math.min(...loan.payments.map((payment) => payment.amount))).toBeGreaterThan(0)
          const paid = loan.payments.reduce((sum, { amount }) => addFen(sum, amount), ZERO_FEN)
          expect(paid).toBe(loan.totalPaid)
        }
      }),
      { numRuns: runs(60) },
    )
  })

  it('is the same for the same facts', () => {
    fc.assert(
      fc.property(arbitraryHousehold, (facts) => {
        expect(proposeAll(structuredClone(facts), rules, on)).toEqual(proposeAll(facts, rules, on))
      }),
      { numRuns: runs(25) },
    )
  })
})
