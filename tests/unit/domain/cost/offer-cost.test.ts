import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  offerCost,
  offerLimits,
  standardRates,
  type OfferTerms,
  type PriceLimit,
} from '../../../../src/domain/cost/index.ts'
import { fen, fractionOf, sumFen, type Fen } from '../../../../src/domain/kernel/index.ts'
import { day, yuan } from '../../../support/builders.ts'

const flat = (parts: Partial<OfferTerms> = {}): OfferTerms => ({
  principal: yuan(10_000),
  count: 12,
  quote: { kind: 'flat', monthly: fractionOf(6, 1000) },
  upfrontFee: fen(0),
  eachFee: fen(0),
  interestInAdvance: false,
  ...parts,
})

describe('an advertised offer', () => {
  it('of a flat 0.6 % a month costs about 13 % a year', () => {
    const cost = offerCost(flat())!
    expect(cost).toMatchObject({ received: yuan(10_000), paid: yuan(10_720) })
    expect(cost.quotedAnnual).toBeCloseTo(0.072, 10)
    expect(cost.rate.nominalAnnual).toBeCloseTo(0.1303, 4)
    expect(cost.rate.effectiveAnnual).toBeCloseTo(0.1384, 4)
  })

  it('costs what it says where the rate is on what is left and nothing is added', () => {
    const quote = { kind: 'balance', yearly: fractionOf(12, 100) } as const
    expect(offerCost(flat({ quote }))!.rate.nominalAnnual).toBeCloseTo(0.12, 5)
  })

  it('gives less and costs more with interest taken in advance', () => {
    const cost = offerCost(flat({ interestInAdvance: true }))!
    expect(cost.received).toBe(yuan(9280))
    expect(cost.paid).toBe(yuan(10_000))
    expect(cost.rate.nominalAnnual).toBeGreaterThan(offerCost(flat())!.rate.nominalAnnual!)
  })

  it('keeps a payment that it names', () => {
    const quote = { kind: 'payment', payment: yuan(900) } as const
    expect(new Set(offerCost(flat({ quote }))!.payments)).toEqual(new Set([yuan(900)]))
  })

  it('is none where more is kept back than is lent', () => {
    expect(offerCost(flat({ upfrontFee: yuan(10_000) }))).toBeNull()
  })
})

const anyOffer: fc.Arbitrary<OfferTerms> = fc.record({
  principal: fc.integer({ min: 10_000, max: 50_000_000 }).map(fen),
  count: fc.integer({ min: 1, max: 60 }),
  quote: fc.oneof(
    fc.record({
      kind: fc.constant('flat'),
      monthly: fc.integer({ min: 0, max: 30 }).map((n) => fractionOf(n, 1000)),
    }),
    fc.record({
      kind: fc.constant('balance'),
      yearly: fc.integer({ min: 0, max: 360 }).map((n) => fractionOf(n, 1000)),
    }),
  ),
  upfrontFee: fc.nat({ max: 4000 }).map(fen),
  eachFee: fc.nat({ max: 4000 }).map(fen),
  interestInAdvance: fc.constant(false),
})

describe('any offer', () => {
  it('repays what was lent, the interest and the fees, to the fen', () => {
    fc.assert(
      fc.property(anyOffer, (terms) => {
        const cost = offerCost(terms)!
        expect(cost.paid).toBe(sumFen(cost.payments))
        expect(cost.paid).toBeGreaterThanOrEqual(terms.principal + terms.eachFee * terms.count)
      }),
      { numRuns: 1000 },
    )
  })

  it('is dearer with any more of a fee', () => {
    fc.assert(
      fc.property(
        anyOffer,
        fc.integer({ min: 100, max: 3000 }),
        fc.boolean(),
        (terms, more, at) => {
          const fee = at ? 'upfrontFee' : 'eachFee'
          const dearer = { ...terms, [fee]: (terms[fee] + more) as Fen }
          expect(offerCost(dearer)!.rate.rate!).toBeGreaterThan(offerCost(terms)!.rate.rate!)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('the rates of one list by three standards', () => {
  const flows = (...list: readonly (readonly [string, number])[]) =>
    list.map(([on, amount]) => ({ on: day(on), amount: yuan(amount) }))

  it('count whole months alike, and days as each does', () => {
    const { xirr, euApr, usApr } = standardRates(flows(['2026-07-10', -1120], ['2025-07-10', 1000]))
    expect(xirr.rate).toBeCloseTo(0.12, 10)
    expect(euApr.rate).toBeCloseTo(0.12, 10)
    // Twelve unit-periods: 1.12^(1/12) − 1 a month.
    expect(usApr.rate).toBeCloseTo(12 * (1.12 ** (1 / 12) - 1), 10)
  })

  it('have several answers, or none, with the reason', () => {
    const several = standardRates(
      flows(['2024-01-01', -1000], ['2025-01-01', 2300], ['2026-01-01', -1320]),
    )
    expect(several.euApr.roots.map((root) => Number(root.toFixed(6)))).toEqual([0.1, 0.2])
    expect(standardRates(flows(['2024-01-01', 1000], ['2025-01-01', 5])).xirr.reason).toBe(
      'one-way',
    )
  })

  it('count days back from the later date', () => {
    const { euApr } = standardRates(flows(['2026-01-31', 1000], ['2026-03-01', -1010]))
    const t = 1 / 12 + 1 / 365
    expect(euApr.rate).toBeCloseTo(1.01 ** (1 / t) - 1, 8)
  })
})

describe('the limits of an offer', () => {
  const rule = (parts: Partial<PriceLimit>): PriceLimit => ({
    id: 'x',
    title: { 'zh-CN': '', en: '' },
    says: { 'zh-CN': '', en: '' },
    consequence: { 'zh-CN': '', en: '' },
    binding: true,
    citation: {
      instrument: { 'zh-CN': '', en: '' },
      article: null,
      documentNumber: null,
      issuer: { 'zh-CN': '', en: '' },
      source: '',
      confidence: 'verified',
    },
    inForceFrom: day('2020-01-01'),
    inForceUntil: null,
    appliesTo: { creditorKinds: ['bank'], licensed: true, byDateOf: 'disbursement' },
    measure: { kind: 'fixed-rate', annual: '0.24' },
    ...parts,
  })
  const given = { limits: [rule({})], lpr: [], on: day('2026-11-24') }

  it('are those of the kind of lender on the day', () => {
    expect(offerLimits(0.25, 'bank', given)).toMatchObject([{ limit: 0.24, isAbove: true }])
    expect(offerLimits(0.24, 'bank', given)).toMatchObject([{ isAbove: false }])
    expect(offerLimits(0.25, 'private', given)).toEqual([])
    expect(offerLimits(0.25, 'bank', { ...given, on: day('2019-12-31') })).toEqual([])
  })
})
