import { describe, expect, it } from 'vitest'
import type { Loan } from '../../../../src/domain/case/index.ts'
import { fen, rateOf } from '../../../../src/domain/kernel/index.ts'
import { replayLoan, splitPayment, type LoanToPay } from '../../../../src/domain/loan/index.ts'
import { aLoan, day, yuan } from '../../../support/builders.ts'

const on = day('2025-08-20')

/** 12,000 in twelve months of 1,000 principal and no interest but what a test gives it. */
const toPay = (id: string, parts: Partial<Loan> = {}): LoanToPay => {
  const loan = aLoan({
    id,
    method: 'equal-principal',
    rate: rateOf(0, 1, 'year'),
    ...parts,
  })
  return { loan, state: replayLoan(loan, [], on) }
}

const amounts = ({ parts }: ReturnType<typeof splitPayment>) =>
  parts.map(({ amount }) => amount / 100)

describe('one payment for several loans of a creditor (Civil Code art. 560)', () => {
  it('goes to the loan that the payer named', () => {
    const split = splitPayment(yuan(1500), [toPay('a'), toPay('b')], 'b')
    expect(amounts(split)).toEqual([0, 1500])
  })

  it('goes to what is due before what is not', () => {
    const later = toPay('later', {
      disbursedOn: day('2025-08-01'),
      firstDueOn: day('2025-09-01'),
      rate: rateOf(36, 100, 'year'),
    })
    const split = splitPayment(yuan(2500), [later, toPay('due')], null)
    // 2,000 are due of the second; then the dearer one that is not due yet.
    expect(amounts(split)).toEqual([500, 2000])
  })

  it('goes to the heavier burden first', () => {
    const split = splitPayment(
      yuan(1500),
      [toPay('cheap'), toPay('dear', { rate: rateOf(12, 100, 'year') })],
      null,
    )
    expect(amounts(split)).toEqual([0, 1500])
  })

  it('counts what lateness costs as the burden of a late loan', () => {
    const penalty = {
      rate: rateOf(1, 1000, 'day'),
      multiplier: null,
      base: 'overdue-principal',
      compound: false,
      lateFee: null,
    } as const
    const split = splitPayment(
      yuan(500),
      [toPay('a', { rate: rateOf(12, 100, 'year') }), toPay('b', { penalty })],
      null,
    )
    expect(amounts(split)).toEqual([0, 500])
  })

  it('goes to the earlier due date where the burden is the same', () => {
    const earlier = toPay('earlier', {
      disbursedOn: day('2025-06-01'),
      firstDueOn: day('2025-07-01'),
      dueDay: 1,
    })
    expect(amounts(splitPayment(yuan(500), [toPay('a'), earlier], null))).toEqual([0, 500])
  })

  it('is shared in proportion where all else is equal, to the fen', () => {
    const small = toPay('small', { principal: yuan(6000) })
    const split = splitPayment(fen(100_001), [toPay('a'), small], null)
    expect(split.parts.map(({ amount }) => amount)).toEqual([66_667, 33_334])
  })

  it('gives back what no loan needs', () => {
    const split = splitPayment(yuan(30_000), [toPay('a'), toPay('b')], 'a')
    expect(amounts(split)).toEqual([12_000, 12_000])
    expect(split.left).toBe(yuan(6000))
  })
})
