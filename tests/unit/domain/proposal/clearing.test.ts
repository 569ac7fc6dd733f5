import { describe, expect, it } from 'vitest'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { amountToClearBy, clearingBy } from '../../../../src/domain/proposal/index.ts'
import { aCase, aLoan, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')

/** 12,000 without interest, paid out this month. */
const free = aLoan({
  rate: rateOf(0, 1, 'year'),
  disbursedOn: day('2026-11-01'),
  firstDueOn: day('2026-12-10'),
})
const facts = aCase({ loans: [free] })

describe('what a monthly amount achieves', () => {
  it('is counted in pay days, the last one smaller', () => {
    // The first pay day two weeks off, two days after the wage: 12 December.
    expect(clearingBy(facts, yuan(5000), on)).toEqual({
      ok: true,
      value: {
        monthly: yuan(5000),
        months: 3,
        clearsOn: '2027-02-12',
        totalPaid: yuan(12_000),
        interest: 0,
      },
    })
  })

  it('is nothing where it does not even cover the interest', () => {
    const dear = aCase({ loans: [aLoan()] })
    expect(clearingBy(dear, yuan(100), on)).toEqual({ ok: false, problem: 'never-clears' })
  })

  it('is no question where nothing is owed', () => {
    const none = aCase({ loans: [] })
    expect(clearingBy(none, yuan(100), on)).toEqual({ ok: false, problem: 'nothing-owed' })
    expect(amountToClearBy(none, day('2027-12-31'), on)).toEqual({
      ok: false,
      problem: 'nothing-owed',
    })
  })
})

describe('what a day takes', () => {
  it('is the least amount over the pay days until then', () => {
    const answer = amountToClearBy(facts, day('2027-02-12'), on)
    expect(answer.ok && answer.value).toMatchObject({ monthly: yuan(4000), months: 3 })
    const earlier = amountToClearBy(facts, day('2027-02-11'), on)
    expect(earlier.ok && earlier.value).toMatchObject({ monthly: yuan(6000), months: 2 })
  })

  it('is not to be had before the first pay day', () => {
    expect(amountToClearBy(facts, day('2026-12-11'), on)).toEqual({
      ok: false,
      problem: 'no-pay-day-left',
    })
  })

  it('pays the dearest loan first', () => {
    const two = aCase({
      loans: [
        free,
        {
          ...free,
          id: 'dear',
          principal: yuan(1000),
          received: yuan(1000),
          rate: rateOf(24, 100, 'year'),
        },
      ],
    })
    const answer = clearingBy(two, yuan(7000), on)
    // The dear one is gone with the first payment, 18 days off: 1,000 × 24 % × 18 ÷ 360.
    expect(answer.ok && answer.value).toMatchObject({ months: 2, interest: yuan(12) })
  })
})
