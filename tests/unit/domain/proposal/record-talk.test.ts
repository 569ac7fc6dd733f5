import { describe, expect, it } from 'vitest'
import type { Talk } from '../../../../src/domain/case/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { recordTalk } from '../../../../src/domain/proposal/index.ts'
import { aCase, aLoan, day, yuan } from '../../../support/builders.ts'

const aTalk = (parts: Partial<Talk> = {}): Talk => ({
  id: 't1',
  on: day('2026-11-24'),
  kind: 'countered',
  amount: yuan(800),
  months: 24,
  concession: 3,
  rate: null,
  replyBy: day('2026-12-10'),
  inWriting: false,
  note: '',
  ...parts,
})

const recorded = (talk: Talk, facts = aCase({ loans: [aLoan(), aLoan({ id: 'l2' })] })) =>
  recordTalk(facts, { loan: 'l1', talk, offerId: 'o1' })

describe('a step of the talks', () => {
  it('is kept with its loan, and with no other', () => {
    const { loans } = recorded(aTalk({ kind: 'asked' }))
    expect(loans.map(({ talks }) => talks.length)).toEqual([1, 0])
    expect(loans[0]?.offers).toEqual([])
  })

  it('in which the creditor names instalments is an offer to count on', () => {
    expect(recorded(aTalk()).loans[0]?.offers).toEqual([
      {
        id: 'o1',
        kind: 'instalment',
        amount: yuan(800),
        months: 24,
        rate: null,
        deadline: '2026-12-10',
        confirmedInWriting: false,
      },
    ])
  })

  it('in which the creditor names a lower rate is an offer, with months or without', () => {
    const rate = rateOf(6, 100, 'year')
    const offers = (parts: Partial<Talk>) =>
      recorded(aTalk({ amount: null, rate, ...parts })).loans[0]?.offers
    expect(offers({})).toMatchObject([{ kind: 'instalment', amount: null, months: 24, rate }])
    expect(offers({ months: null })).toMatchObject([{ kind: 'instalment', months: null, rate }])
    expect(offers({ amount: yuan(800) })).toMatchObject([{ amount: yuan(800), months: 24, rate }])
  })

  it('that lets off principal is a settlement, of the whole amount', () => {
    const offers = (parts: Partial<Talk>) =>
      recorded(aTalk({ concession: 5, ...parts })).loans[0]?.offers
    expect(offers({ months: null, amount: yuan(5000) })).toMatchObject([
      { kind: 'settlement', amount: yuan(5000), months: null },
    ])
    expect(offers({ months: 3, amount: yuan(2000) })).toMatchObject([
      { kind: 'settlement', amount: yuan(6000), months: 3 },
    ])
  })

  it.each([
    ['a refusal', { kind: 'refused' as const }],
    ['an amount alone', { months: null }],
    ['no amount', { amount: null }],
  ])('with %s is no offer', (_, parts) => {
    expect(recorded(aTalk(parts)).loans[0]?.offers).toEqual([])
  })

  it('entered again is corrected, not doubled', () => {
    const twice = recorded(aTalk({ amount: yuan(700) }), recorded(aTalk()))
    expect(twice.loans[0]?.talks).toHaveLength(1)
    expect(twice.loans[0]?.offers).toMatchObject([{ amount: yuan(700) }])
  })
})
