import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Budget } from '../../src/domain/case/index.ts'
import { addMonths, fen, fractionOf, monthOf, sumFen } from '../../src/domain/kernel/index.ts'
import { proposeAll, type Proposal } from '../../src/domain/proposal/index.ts'
import {
  drawLuck,
  mergeTallies,
  runSurvival,
  simulateSurvival,
  simulateTogether,
  survivalInput,
  survivalModel,
  type SurvivalInput,
} from '../../src/domain/simulation/index.ts'
import { aCase, aLoan, anExpense, anIncome, day } from '../support/builders.ts'
import { askRules } from '../support/rules.ts'

const DAYS = [day('2026-11-24'), day('2026-11-30'), day('2027-02-28'), day('2026-12-01')]
const amount = (max: number) => fc.integer({ min: 0, max }).map(fen)
const chance = fc.integer({ min: 0, max: 30 }).map((percent) => fractionOf(percent, 100))

const arbitraryBudget: fc.Arbitrary<Budget> = fc
  .record({
    cash: amount(2_000_000),
    income: amount(2_000_000),
    spread: fc.tuple(amount(500_000), amount(500_000)),
    lossChance: chance,
    lossMonths: fc.option(fc.integer({ min: 1, max: 8 })),
    expenses: amount(1_500_000),
    yearly: amount(500_000),
    surprise: fc.record({ chance, amount: amount(300_000) }),
  })
  .map(({ income, spread: [below, above], lossChance, lossMonths, ...rest }) => ({
    ...aCase().budget,
    cash: rest.cash,
    surprise: rest.surprise,
    incomes: [
      anIncome({
        amount: income,
        variation: { low: fen(Math.max(0, income - below)), high: fen(income + above) },
        lossChance,
        lossMonths,
      }),
    ],
    expenses: [
      anExpense({ amount: rest.expenses }),
      anExpense({ id: 'y', amount: rest.yearly, every: 'year', from: day('2026-02-01') }),
    ],
  }))

const arbitraryInput: fc.Arbitrary<SurvivalInput> = fc
  .record({
    budget: arbitraryBudget,
    on: fc.constantFrom(...DAYS),
    loans: fc.array(
      fc.record({
        amount: amount(200_000),
        months: fc.integer({ min: 1, max: 40 }),
        fixed: amount(5000),
        part: fc.integer({ min: 0, max: 20 }).map((percent) => percent / 100),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ budget, on, loans }) => ({
    budget,
    on,
    clears: true,
    streams: loans.map(({ amount, months, fixed, part }) => ({
      late: { fixed, part },
      payments: Array.from({ length: months }, (_, n) => ({ on: addMonths(on, n + 1), amount })),
    })),
  }))

const certain = ({ budget, ...rest }: SurvivalInput): SurvivalInput => ({
  ...rest,
  budget: {
    ...budget,
    surprise: null,
    incomes: budget.incomes.map((income) => ({ ...income, variation: null, lossChance: null })),
  },
})

const paying = (input: SurvivalInput, parts: number): SurvivalInput => ({
  ...input,
  streams: input.streams.map((stream) => ({
    ...stream,
    payments: stream.payments.map(({ on, amount }) => ({
      on,
      amount: fen(Math.floor((amount * parts) / 4)),
    })),
  })),
})

describe('survival', () => {
  it('is exactly 0 or 1 where nothing is left to chance', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { probability, neverMissed } = simulateSurvival(certain(input), { seed: 1, runs: 50 })
        expect([0, 1]).toContain(probability)
        expect([0, 1]).toContain(neverMissed)
      }),
    )
  })

  it('is never rarer than never missing, and there is a first miss where one may happen', () => {
    fc.assert(
      fc.property(arbitraryInput, fc.integer({ min: 0, max: 0xffff_ffff }), (input, seed) => {
        const survival = simulateSurvival(input, { seed, runs: 60 })
        expect(survival.probability).toBeGreaterThanOrEqual(survival.neverMissed)
        expect(survival.firstMissMonthMedian === null).toBe(survival.neverMissed === 1)
        expect(survival.steadyMonthly).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('of plans simulated together is what each has alone, however long it is', () => {
    const later = { lossChance: fractionOf(20, 100), lossMonths: 4 }
    const more = [
      anIncome({ id: 'l', amount: fen(80_000), from: day('2027-06-10'), ...later }),
      anIncome({ id: 'o', amount: fen(90_000), from: day('2028-01-05'), every: 'once', ...later }),
    ]
    const cut = (input: SurvivalInput, months: number): SurvivalInput => ({
      ...input,
      streams: input.streams
        .slice(0, 1 + (months % 3))
        .map((stream) => ({ ...stream, payments: stream.payments.slice(0, months) })),
    })
    fc.assert(
      fc.property(arbitraryInput, fc.array(fc.nat(40), { maxLength: 4 }), (input, lengths) => {
        const budget = { ...input.budget, incomes: [...input.budget.incomes, ...more] }
        const plans = lengths.map((months) => cut({ ...input, budget }, months))
        const game = { seed: 4, runs: 40 }
        expect(simulateTogether(plans, game)).toEqual(
          plans.map((plan) => simulateSurvival(plan, game)),
        )
      }),
    )
  })

  it('never falls when less is promised', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const chances = [4, 3, 2, 1, 0].map(
          (parts) => simulateSurvival(paying(input, parts), { seed: 3, runs: 60 }).probability,
        )
        expect(chances).toEqual(chances.toSorted((a, b) => a - b))
      }),
    )
  })

  it('is the same in one piece or in any pieces', () => {
    fc.assert(
      fc.property(arbitraryInput, fc.array(fc.nat(40), { maxLength: 4 }), (input, sizes) => {
        const model = survivalModel(input)
        let from = 0
        const tallies = sizes.map((size) => {
          const tally = runSurvival(model, drawLuck(model, { seed: 9, from, to: from + size }))
          from += size
          return tally
        })
        const merged = mergeTallies(tallies)
        const whole = runSurvival(model, drawLuck(model, { seed: 9, from: 0, to: from }))
        expect({ ...merged, firstMisses: sizes.length === 0 ? [] : merged.firstMisses }).toEqual({
          ...whole,
          firstMisses: sizes.length === 0 ? [] : whole.firstMisses,
        })
      }),
    )
  })

  it('of a proposal that can be kept, with a steady income, is certain', () => {
    let kept = 0
    fc.assert(
      fc.property(arbitraryBudget, fc.constantFrom(...DAYS), (budget, on) => {
        const facts = aCase({
          budget: certain({ budget, on, streams: [], clears: true }).budget,
          loans: [aLoan(), aLoan({ id: 'l2', principal: fen(500_000) })],
        })
        const { proposals } = proposeAll(facts, askRules(), on)
        const chanceOf = (proposal: Proposal): number =>
          simulateSurvival(survivalInput(facts, proposal, on), { seed: 1, runs: 3 }).probability
        const feasible = proposals.filter((proposal) => proposal.feasible)
        const empty = proposals.filter(({ perLoan }) => perLoan.length === 0)
        kept += feasible.length
        expect(feasible.map(chanceOf)).toEqual(feasible.map(() => 1))
        expect(empty.map(chanceOf)).toEqual(empty.map(() => 0))
      }),
      { numRuns: 60 },
    )
    expect(kept).toBeGreaterThan(10)
  })

  it('puts every fen that is due into its month', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const { due, dueByLoan, months } = survivalModel(input)
        const payments = input.streams.flatMap((stream) => stream.payments)
        expect(sumFen([...due].map(fen))).toBe(sumFen(payments.map((payment) => payment.amount)))
        expect(months).toBe(new Set(payments.map(({ on }) => monthOf(on))).size + 1)
        expect(dueByLoan).toHaveLength(input.streams.length)
      }),
    )
  })
})
