import { describe, expect, it } from 'vitest'
import type { Creditor, Loan } from '../../../../src/domain/case/index.ts'
import {
  checkLimits,
  limitExceeded,
  lprOn,
  type LprPoint,
  type PriceLimit,
} from '../../../../src/domain/cost/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { aCreditor, aLoan, day, yuan } from '../../../support/builders.ts'

const words = { 'zh-CN': '…', en: '…' }

const rule = (parts: Partial<PriceLimit> = {}): PriceLimit => ({
  id: 'cn.cost.test',
  title: words,
  says: words,
  consequence: words,
  binding: true,
  citation: {
    instrument: words,
    article: null,
    documentNumber: null,
    issuer: words,
    source: 'test',
    confidence: 'verified',
  },
  inForceFrom: day('2017-08-04'),
  inForceUntil: null,
  appliesTo: { creditorKinds: ['bank', 'platform'], licensed: true, byDateOf: 'claim' },
  measure: { kind: 'fixed-rate', annual: '0.24' },
  ...parts,
})

const lpr: readonly LprPoint[] = [
  { on: day('2025-05-20'), percent: '3.00', confidence: 'verified' },
  { on: day('2024-10-21'), percent: '3.10', confidence: 'verified' },
]

const check = (
  limit: PriceLimit,
  { loan = {}, creditor = {} }: { loan?: Partial<Loan>; creditor?: Partial<Creditor> } = {},
  on = day('2026-01-01'),
) => checkLimits(aLoan(loan), aCreditor(creditor), { limits: [limit], lpr, payments: [], on })[0]

describe('a price limit', () => {
  it('is kept at exactly its rate', () => {
    expect(check(rule(), {}, day('2025-07-01'))).toMatchObject({
      status: 'within',
      limit: 0.24,
      excess: 0,
    })
  })

  it('is broken above it, by what was charged beyond it', () => {
    const finding = check(rule(), { loan: { rate: rateOf(36, 100, 'year') } }, day('2025-07-10'))
    expect(finding).toMatchObject({ status: 'above', over: 'price' })
    // One month on 12,000: 360.00 charged, 240.00 at the limit.
    expect(finding?.excess).toBe(yuan(120))
  })

  it('counts money taken up front and every fee', () => {
    expect(check(rule(), { loan: { received: yuan(11_400) } })?.status).toBe('above')
    const fee = {
      label: '',
      amount: yuan(30),
      when: 'each-instalment',
      on: null,
      kind: 'service',
    } as const
    expect(check(rule(), { loan: { fees: [fee] } })?.status).toBe('above')
  })

  it('counts penalties beyond it although the price is within', () => {
    const penalty = {
      rate: null,
      multiplier: { numerator: 3, denominator: 2 },
      base: 'overdue-principal' as const,
      compound: false,
      lateFee: null,
    }
    const finding = check(rule(), { loan: { penalty } }, day('2026-06-01'))
    expect(finding).toMatchObject({ status: 'above', over: 'charges' })
    expect(finding?.excess).toBeGreaterThan(0)
  })

  it.each([
    ['another kind of lender', { creditor: { kind: 'private' as const } }],
    ['a lender without licence', { creditor: { licensed: false } }],
    [
      'a lender of whom nothing is known',
      { creditor: { licensed: null, kind: 'platform' as const } },
    ],
  ])('does not apply to %s', (_, parts) => {
    expect(check(rule(), parts)).toMatchObject({ status: 'not-applicable', limit: null, excess: 0 })
  })

  it('takes banks to be licensed and private lenders not to be, where nobody said so', () => {
    expect(check(rule(), { creditor: { licensed: null } })?.status).toBe('within')
    const forPrivate = rule({
      appliesTo: { creditorKinds: ['private'], licensed: false, byDateOf: 'claim' },
    })
    expect(check(forPrivate, { creditor: { licensed: null, kind: 'private' } })?.status).toBe(
      'within',
    )
  })

  it('applies from its first day, to loans of that day or to claims of that day', () => {
    const byLoan = rule({
      inForceFrom: day('2025-06-11'),
      appliesTo: { creditorKinds: ['bank'], licensed: null, byDateOf: 'disbursement' },
    })
    expect(check(byLoan)?.status).toBe('not-applicable')
    expect(check({ ...byLoan, inForceFrom: day('2025-06-10') })?.status).toBe('within')
    expect(check(rule({ inForceUntil: day('2025-12-31') }))?.status).toBe('not-applicable')
  })

  it('follows the LPR of the day the contract was made', () => {
    const fourTimes = rule({ measure: { kind: 'lpr-multiple', times: 4 } })
    expect(check(fourTimes)?.limit).toBeCloseTo(0.12, 12)
    const older = { disbursedOn: day('2025-01-10'), firstDueOn: day('2025-02-10') }
    expect(check(fourTimes, { loan: older })?.limit).toBeCloseTo(0.124, 12)
    const oldest = { disbursedOn: day('2018-01-10'), firstDueOn: day('2018-02-10') }
    expect(check(fourTimes, { loan: oldest })?.status).toBe('not-applicable')
  })

  it('has nothing to compute where it is a duty to show the price', () => {
    expect(check(rule({ measure: { kind: 'disclosure' } }))?.status).toBe('not-applicable')
  })
})

it('finds the LPR in force on a day, whatever the order of the rows', () => {
  expect(lprOn(lpr, day('2025-05-19'))?.percent).toBe('3.10')
  expect(lprOn(lpr, day('2025-05-20'))?.percent).toBe('3.00')
  expect(lprOn(lpr, day('2024-10-20'))).toBeNull()
})

describe('the limit that a list names', () => {
  const found = (over: 'price' | 'charges' | null, limit: number, binding = true) => ({
    rule: rule({ binding }),
    limit,
    status: over === null ? ('within' as const) : ('above' as const),
    over,
    excess: yuan(1),
  })

  it('is the lowest that the price is above, before any that only charges are above', () => {
    const findings = [found('charges', 0.1), found('price', 0.36), found('price', 0.24)]
    expect(limitExceeded(findings)).toEqual({ over: 'price', limit: 0.24 })
    expect(limitExceeded([found('charges', 0.24)])).toEqual({ over: 'charges', limit: 0.24 })
  })

  it('is none where the loan is within, or only a target is missed', () => {
    expect(limitExceeded([found(null, 0.24), found('price', 0.12, false)])).toBeNull()
  })
})
