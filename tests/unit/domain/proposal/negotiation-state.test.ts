import { describe, expect, it } from 'vitest'
import type { Agreement, Loan, Offer, Talk } from '../../../../src/domain/case/index.ts'
import { negotiations } from '../../../../src/domain/proposal/index.ts'
import { aCase, aCreditor, aLoan, day, yuan } from '../../../support/builders.ts'

const on = day('2026-11-24')

const aTalk = (kind: Talk['kind'], date: string, parts: Partial<Talk> = {}): Talk => ({
  id: `${kind}-${date}`,
  on: day(date),
  kind,
  amount: null,
  months: null,
  concession: null,
  rate: null,
  replyBy: null,
  inWriting: false,
  note: '',
  ...parts,
})

const anOffer = (parts: Partial<Offer> = {}): Offer => ({
  id: 'o1',
  kind: 'settlement',
  amount: yuan(5000),
  months: null,
  rate: null,
  deadline: day('2026-12-31'),
  confirmedInWriting: false,
  ...parts,
})

const anAgreement = (parts: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  signedOn: day('2026-11-20'),
  inWriting: true,
  recorded: false,
  balance: null,
  instalments: [],
  fees: [],
  interestStops: null,
  rate: null,
  stated: [],
  ...parts,
})

const stateOf = (parts: Partial<Loan>) => negotiations(aCase({ loans: [aLoan(parts)] }), on)[0]!
const oneOf = (parts: Partial<Loan>) => stateOf(parts).loans[0]!

describe('the stage of the talks', () => {
  it.each<[string, Partial<Loan>, string, string]>([
    ['nothing was said', {}, 'not-contacted', 'ask'],
    ['it was asked', { talks: [aTalk('asked', '2026-11-20')] }, 'asked', 'wait'],
    [
      'the day of its answer is over',
      { talks: [aTalk('asked', '2026-11-01', { replyBy: day('2026-11-23') })] },
      'asked',
      'ask-again',
    ],
    [
      'the day of its answer is today',
      { talks: [aTalk('asked', '2026-11-01', { replyBy: on })] },
      'asked',
      'wait',
    ],
    ['nobody answered', { talks: [aTalk('no-answer', '2026-11-20')] }, 'asked', 'ask-again'],
    [
      'it named other terms',
      { talks: [aTalk('countered', '2026-11-22'), aTalk('asked', '2026-11-20')] },
      'countered',
      'answer',
    ],
    ['it offers of its own accord', { offers: [anOffer()] }, 'countered', 'answer'],
    [
      'its offer is over',
      { offers: [anOffer({ deadline: day('2026-11-23') })] },
      'not-contacted',
      'ask',
    ],
    ['it refused', { talks: [aTalk('refused', '2026-11-20')] }, 'refused', 'ask-for-reasons'],
    [
      'it refused, but its own offer stands',
      { talks: [aTalk('refused', '2026-11-20')], offers: [anOffer({ deadline: null })] },
      'countered',
      'answer',
    ],
    [
      'it agreed by word',
      { talks: [aTalk('agreed', '2026-11-20')] },
      'agreed',
      'get-it-in-writing',
    ],
    [
      'it agreed in writing',
      { talks: [aTalk('agreed', '2026-11-20', { inWriting: true })] },
      'agreed-in-writing',
      'keep-to-it',
    ],
    [
      'terms are signed',
      { talks: [aTalk('asked', '2026-11-01')], agreements: [anAgreement()] },
      'agreed-in-writing',
      'keep-to-it',
    ],
    [
      'terms were agreed by voice',
      { agreements: [anAgreement({ inWriting: false, recorded: true })] },
      'agreed',
      'get-it-in-writing',
    ],
    [
      'talks began again after signing',
      { talks: [aTalk('asked', '2026-11-23')], agreements: [anAgreement()] },
      'asked',
      'wait',
    ],
    ['a talk lies ahead', { talks: [aTalk('asked', '2026-11-25')] }, 'not-contacted', 'ask'],
  ])('when %s', (_, parts, stage, move) => {
    expect(oneOf(parts)).toMatchObject({ stage, move })
  })

  it('shows the nearest day by which something is due', () => {
    const talks = [aTalk('asked', '2026-11-20', { replyBy: day('2026-12-05') })]
    expect(oneOf({ talks }).dueOn).toBe('2026-12-05')
    expect(oneOf({ talks, offers: [anOffer({ deadline: day('2026-12-01') })] }).dueOn).toBe(
      '2026-12-01',
    )
    expect(oneOf({}).dueOn).toBeNull()
  })

  it('of a creditor is the one of its loans that needs the person most', () => {
    const facts = aCase({
      creditors: [aCreditor(), aCreditor({ id: 'c2' }), aCreditor({ id: 'c3' })],
      loans: [
        aLoan({ agreements: [anAgreement()] }),
        aLoan({ id: 'l2', talks: [aTalk('countered', '2026-11-20')] }),
        aLoan({ id: 'l3', creditor: 'c2', agreements: [anAgreement()] }),
      ],
    })
    expect(negotiations(facts, on).map(({ creditor, stage }) => [creditor, stage])).toEqual([
      ['c1', 'countered'],
      ['c2', 'agreed-in-writing'],
    ])
  })
})
