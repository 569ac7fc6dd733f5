import { describe, expect, it } from 'vitest'
import type { Loan } from '../../../../src/domain/case/index.ts'
import { internalRate, loanCost, solveRoot } from '../../../../src/domain/cost/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { aLoan, day, yuan } from '../../../support/builders.ts'

describe('a bracketed root', () => {
  it('is found to the last bits', () => {
    expect(solveRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
    expect(solveRoot((x) => x ** 9, -1, 1.5)).toBeCloseTo(0, 1)
    expect(solveRoot((x) => Math.exp(x) - 5, -10, 10)).toBeCloseTo(Math.log(5), 14)
  })

  it('is refused where the signs do not differ', () => {
    expect(solveRoot((x) => x * x + 1, -1, 1)).toBeNull()
  })
})

describe('an internal rate', () => {
  it('is the one of a published series', () => {
    // numpy-financial, irr: [-100, 39, 59, 55, 20] → 0.28095.
    const flows = [-100, 39, 59, 55, 20].map((amount, t) => ({ t, amount }))
    expect(internalRate(flows)).toBeCloseTo(0.280_948_42, 8)
  })

  it('can be negative', () => {
    // numpy-financial: [-100, 0, 0, 74] → -0.0955.
    const flows = [-100, 0, 0, 74].map((amount, t) => ({ t, amount }))
    expect(internalRate(flows)).toBeCloseTo(-0.0955, 4)
  })

  it('can be far above the usual', () => {
    expect(
      internalRate([
        { t: 0, amount: 100 },
        { t: 1, amount: -10_000 },
      ]),
    ).toBeCloseTo(99, 9)
  })

  it('does not exist where money flows one way', () => {
    expect(internalRate([{ t: 0, amount: 100 }])).toBeNull()
    expect(internalRate([])).toBeNull()
  })
})

describe('the cost of a loan', () => {
  const flat = (perMonth: number, term: number): Loan =>
    aLoan({
      principal: yuan(10_000),
      method: 'flat-rate',
      rate: rateOf(perMonth, 100_000, 'month'),
      term,
    })

  // The trap: a monthly fee sounds like 7.2 % a year and is 13.
  it.each([
    [600, 12, 0.130_342, 0.072],
    [720, 24, 0.157_98, 0.0864],
    [750, 36, 0.162_443, 0.09],
  ])('of a flat %s per 100,000 a month over %s months', (perMonth, term, simple, advertised) => {
    const cost = loanCost(flat(perMonth, term))
    expect(cost.simpleAnnual).toBeCloseTo(simple, 5)
    expect(cost.nominalAnnual).toBeCloseTo(advertised, 9)
  })

  it('is effective on the actual dates', () => {
    // One payment of 12,400 a year (365 days) after 10,000 was received: 24 %.
    const loan = aLoan({
      kind: 'single-payment',
      method: 'bullet',
      term: 12,
      principal: yuan(10_000),
      firstDueOn: day('2025-07-10'),
      rate: rateOf(24, 100, 'year'),
      dayCount: 'actual/365',
    })
    expect(loanCost(loan).effectiveAnnual).toBeCloseTo(0.24, 9)
  })

  it('rises when less was received', () => {
    const whole = loanCost(aLoan()).simpleAnnual ?? 0
    const part = loanCost(aLoan({ received: yuan(11_400) })).simpleAnnual ?? 0
    expect(whole).toBeCloseTo(0.24, 4)
    expect(part).toBeGreaterThan(0.3)
  })

  it('counts a day’s rate by the year of the loan', () => {
    const loan = aLoan({ rate: rateOf(5, 10_000, 'day'), dayCount: 'actual/365' })
    expect(loanCost(loan).nominalAnnual).toBeCloseTo(0.1825, 12)
  })

  it('has no annual rate without a schedule', () => {
    expect(loanCost(aLoan({ term: null }))).toMatchObject({
      simpleAnnual: null,
      effectiveAnnual: null,
    })
  })
})
