import { describe, expect, it } from 'vitest'
import type { Budget } from '../../../../src/domain/case/index.ts'
import { addMonths, fractionOf, ZERO_FEN, type Fen } from '../../../../src/domain/kernel/index.ts'
import {
  drawLuck,
  mergeTallies,
  runSurvival,
  simulateSurvival,
  survivalModel,
  survivalOf,
  type PaymentStream,
  type SurvivalInput,
} from '../../../../src/domain/simulation/index.ts'
import { aCase, anExpense, anIncome, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')
const noCharge = { fixed: ZERO_FEN, part: 0 }

const monthly = (amount: Fen, months: number, late = noCharge): PaymentStream => ({
  late,
  payments: Array.from({ length: months }, (_, n) => ({
    on: addMonths(day('2026-12-12'), n),
    amount,
  })),
})

/** 6,000 comes in on the 10th, 4,000 goes out on the 1st, nothing is at hand. */
const household = (parts: Partial<Budget> = {}): Budget => ({
  ...aCase().budget,
  cash: ZERO_FEN,
  incomes: [anIncome({ amount: yuan(6000) })],
  expenses: [anExpense({ amount: yuan(4000) })],
  ...parts,
})

const input = (parts: Partial<SurvivalInput> = {}): SurvivalInput => ({
  budget: household(),
  on,
  streams: [monthly(yuan(2000), 12)],
  clears: true,
  ...parts,
})

const survive = (parts: Partial<SurvivalInput> = {}, runs = 2000, seed = 1) =>
  simulateSurvival(input(parts), { seed, runs })

describe('with nothing left to chance', () => {
  it('a plan that fits is certain to be finished', () => {
    expect(survive()).toEqual({
      runs: 2000,
      probability: 1,
      neverMissed: 1,
      firstMissMonthMedian: null,
      steadyMonthly: yuan(2000),
    })
  })

  it('a plan that asks for one fen more is certain to fail, and it says when', () => {
    const streams = [monthly((yuan(2000) + 1) as Fen, 12)]
    // November is the first month, December the second.
    expect(survive({ streams })).toMatchObject({
      probability: 0,
      neverMissed: 0,
      firstMissMonthMedian: 2,
    })
  })

  it('the reserve may be used: that is what it is for', () => {
    const budget = household({ cash: yuan(100), reserve: yuan(1000) })
    expect(survive({ budget, streams: [monthly(yuan(2008), 12)] }).probability).toBe(1)
  })

  it('payments that leave something owed are never the end of it', () => {
    expect(survive({ clears: false })).toMatchObject({ probability: 0, neverMissed: 0 })
  })

  it('a miss that is caught up the month after, charge included, is no end', () => {
    // A bill of 1,000 in December leaves 1,000 for a payment of 1,400; other months leave 2,000.
    const expenses = [
      anExpense({ amount: yuan(4000) }),
      anExpense({ id: 'y', amount: yuan(1000), every: 'once', from: day('2026-12-20') }),
    ]
    const budget = household({ expenses })
    const caught = survive({
      budget,
      streams: [monthly(yuan(1400), 12, { fixed: yuan(200), part: 0 })],
    })
    expect(caught).toMatchObject({ probability: 1, neverMissed: 0, firstMissMonthMedian: 2 })
    // 400 late and a charge of 1,601 are more than the 2,000 that January leaves.
    const lost = survive({
      budget,
      streams: [monthly(yuan(1400), 12, { fixed: yuan(1601), part: 0 })],
    })
    expect(lost.probability).toBe(0)
    // The same charge as a part of what is late.
    const part = survive({
      budget,
      streams: [monthly(yuan(1400), 12, { fixed: ZERO_FEN, part: 4.01 })],
    })
    expect(part.probability).toBe(0)
  })

  it('two months behind on a loan end its agreement, whatever comes in later', () => {
    const bill = (id: string, date: string) =>
      anExpense({ id, amount: yuan(1900), every: 'once', from: day(date) })
    const gift = anIncome({ id: 'g', amount: yuan(9000), every: 'once', from: day('2027-02-05') })
    const withBills = (...bills: ReturnType<typeof bill>[]) =>
      household({
        incomes: [anIncome({ amount: yuan(6000) }), gift],
        expenses: [anExpense({ amount: yuan(4000) }), ...bills],
      })
    const streams = [monthly(yuan(1000), 12)]
    // December is 900 short. In January it is caught up, or again only 100 are left.
    const once = withBills(bill('x', '2026-12-20'))
    expect(survive({ budget: once, streams }).probability).toBe(1)
    const twice = withBills(bill('x', '2026-12-20'), bill('y', '2027-01-20'))
    expect(survive({ budget: twice, streams }).probability).toBe(0)
  })

  it('what lies behind at the end is not finished', () => {
    const expenses = [
      anExpense({ amount: yuan(4000) }),
      anExpense({ id: 'y', amount: yuan(500), every: 'once', from: day('2027-11-20') }),
    ]
    expect(survive({ budget: household({ expenses }) })).toMatchObject({
      probability: 0,
      firstMissMonthMedian: 13,
    })
  })
})

describe('with chance', () => {
  const varied = (low: number, high: number): Budget =>
    household({
      incomes: [anIncome({ amount: yuan(6000), variation: { low: yuan(low), high: yuan(high) } })],
    })

  it('a varying income has the shape of a triangle: its worst month is rare', () => {
    // One payment of 2,000 once: missed where the month brings less than 6,000, half of a
    // symmetrical triangle; of 1,500: less than 5,500, an eighth of it.
    const once = (amount: number) =>
      survive({ budget: varied(5000, 7000), streams: [monthly(yuan(amount), 1)] }, 20_000)
    expect(once(2000).neverMissed).toBeCloseTo(0.5, 2)
    expect(once(1500).neverMissed).toBeCloseTo(0.875, 2)
    expect(once(1000).neverMissed).toBe(1)
    expect(once(3001).neverMissed).toBe(0)
  })

  it('a skew income is skew', () => {
    // Low 3,000, likeliest 6,000, high 7,000: a quarter of the way up is 3,000² ÷ (4,000 × 3,000) = 0.75.
    const { neverMissed } = survive(
      { budget: varied(3000, 7000), streams: [monthly(yuan(2000), 1)] },
      20_000,
    )
    expect(neverMissed).toBeCloseTo(0.25, 2)
  })

  it('a range that leaves the expected amount out is widened to it', () => {
    expect(survive({ budget: varied(6500, 7000) }).neverMissed).toBe(1)
  })

  it('an income is lost as often as is said, and for as long', () => {
    const lossOf = (lossMonths: number | null) =>
      household({
        cash: yuan(4000),
        incomes: [anIncome({ amount: yuan(6000), lossChance: fractionOf(1, 10), lossMonths })],
      })
    // Pay first falls in December. Lost then, 4,000 of cash less 4,000 of living costs leaves nothing.
    const once = [monthly(yuan(100), 1)]
    expect(survive({ budget: lossOf(1), streams: once }, 20_000).neverMissed).toBeCloseTo(0.9, 2)
    // A loss of one month in either of two is borne from cash, one that lasts for both is not.
    const second = [{ late: noCharge, payments: [{ on: day('2027-01-12'), amount: yuan(100) }] }]
    const lasting = (months: number) => survive({ budget: lossOf(months), streams: second }, 20_000)
    expect(lasting(1).neverMissed).toBeCloseTo(0.99, 2)
    expect(lasting(2).neverMissed).toBeCloseTo(0.9, 2)
    expect(survive({ budget: lossOf(null) }, 500)).toEqual(survive({ budget: lossOf(3) }, 500))
  })

  it('a one-off income is lost with its chance once, however far off it is', () => {
    const bonus = anIncome({
      id: 'b',
      amount: yuan(500),
      every: 'once',
      from: day('2027-06-10'),
      lossChance: fractionOf(1, 4),
    })
    const budget = household({ incomes: [anIncome({ amount: yuan(6000) }), bonus] })
    const streams = [
      { late: noCharge, payments: [{ on: day('2027-06-12'), amount: yuan(2000 * 7 + 500) }] },
    ]
    expect(survive({ budget, streams }, 20_000).neverMissed).toBeCloseTo(0.75, 2)
  })

  it('an unforeseen expense comes as often as is said', () => {
    const surprise = { chance: fractionOf(1, 4), amount: yuan(1) }
    const { neverMissed } = survive(
      { budget: household({ cash: yuan(1), surprise }), streams: [monthly(yuan(2000), 1)] },
      20_000,
    )
    // One yuan at hand bears one of them: only both months struck miss.
    expect(neverMissed).toBeCloseTo(1 - 1 / 16, 2)
  })

  it('nine runs in ten bear the steady payment, and no larger one', () => {
    const budget = varied(3000, 7000)
    const { steadyMonthly } = survive({ budget, streams: [monthly(yuan(1), 24)] })
    const at = (amount: number) => survive({ budget, streams: [monthly(amount as Fen, 24)] })
    expect(at(steadyMonthly).neverMissed).toBeGreaterThanOrEqual(0.9)
    expect(at(steadyMonthly + 1).neverMissed).toBeLessThan(0.9)
  })
})

describe('runs shared out', () => {
  const budget = household({
    incomes: [
      anIncome({
        amount: yuan(6000),
        variation: { low: yuan(4000), high: yuan(7000) },
        lossChance: fractionOf(2, 100),
      }),
    ],
  })
  const model = survivalModel(input({ budget, streams: [monthly(yuan(1500), 36)] }))

  it('add up to the same as all at once', () => {
    const parts = [
      { seed: 5, from: 0, to: 10 },
      { seed: 5, from: 10, to: 11 },
      { seed: 5, from: 11, to: 500 },
    ].map((runs) => runSurvival(model, drawLuck(model, runs)))
    const whole = runSurvival(model, drawLuck(model, { seed: 5, from: 0, to: 500 }))
    expect(mergeTallies(parts)).toEqual(whole)
    expect(survivalOf(whole).runs).toBe(500)
  })

  it('are other runs under another seed', () => {
    const of = (seed: number) =>
      survivalOf(runSurvival(model, drawLuck(model, { seed, from: 0, to: 500 })))
    expect(of(5)).toEqual(of(5))
    expect(of(5)).not.toEqual(of(6))
  })

  it('tell the month in which half of the first misses have happened', () => {
    const medianOf = (firstMisses: readonly number[]) =>
      survivalOf({
        ...runSurvival(model, drawLuck(model, { seed: 5, from: 0, to: 1 })),
        firstMisses,
      }).firstMissMonthMedian
    expect(medianOf([1, 3, 2])).toBe(2)
    expect(medianOf([2, 0, 2])).toBe(1)
    expect(medianOf([0, 0, 5])).toBe(3)
  })

  it('come to nothing where there are none', () => {
    expect(survivalOf(mergeTallies([]))).toEqual({
      runs: 0,
      probability: 0,
      neverMissed: 0,
      firstMissMonthMedian: null,
      steadyMonthly: 0,
    })
  })
})
