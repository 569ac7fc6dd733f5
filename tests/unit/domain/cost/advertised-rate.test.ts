import { expect, it } from 'vitest'
import { advertisedRate, flatAnnualRate } from '../../../../src/domain/cost/index.ts'
import { aLoan, yuan } from '../../../support/builders.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'

it('is what equal payments sound like: 0.6 % a month on 10,000 over 12 months is 7.2 % a year', () => {
  const terms = { received: yuan(10_000), payment: yuan(893.33), count: 12, perYear: 12 }
  expect(flatAnnualRate(terms)).toBeCloseTo(0.072, 5)
  expect(flatAnnualRate({ ...terms, received: yuan(0) })).toBeNull()
})

it('of a flat loan hides what it costs, and the reason is named', () => {
  const flat = aLoan({ method: 'flat-rate', rate: rateOf(6, 1000, 'month') })
  const found = advertisedRate(flat)
  expect(found?.advertised).toBeCloseTo(0.072, 6)
  expect(found?.actual).toBeCloseTo(0.1303, 4)
  expect(found?.reasons).toEqual(['flat-rate'])
})
