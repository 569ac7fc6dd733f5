import { describe, expect, it } from 'vitest'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { instalmentsCalled } from '../../../../src/domain/proposal/asked-as.ts'
import { groundFor, type LoanProposal, type Terms } from '../../../../src/domain/proposal/index.ts'
import { aCreditor, aLoan, day, yuan } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const on = day('2026-11-24')
const { arrangements } = shippedPack()
const terms = (rate?: Terms['rate']): Terms => ({
  monthly: yuan(500),
  months: 12,
  firstOn: on,
  total: yuan(6000),
  concession: 4,
  ...(rate === undefined ? {} : { rate }),
})
const askFor = (rate?: Terms['rate']): LoanProposal['ask'] => ({
  open: terms(rate),
  target: terms(rate),
  limit: terms(rate),
})
const online = { loan: aLoan(), creditor: aCreditor({ kind: 'consumer-finance' }), on }
const card = {
  loan: aLoan({ kind: 'revolving', method: 'minimum-payment', term: null }),
  creditor: aCreditor({ kind: 'bank' }),
  on,
}

describe('what a part of a proposal rests on', () => {
  it.each([
    ['keep-paying', 'contract', online, 'keep-paying'],
    ['catch-up', 'contract', online, 'catch-up'],
    ['extension', 'ask', online, 'loan-instalment'],
    ['instalment', 'ask', card, 'card-instalment'],
    ['deferral', 'ask', online, 'deferral'],
    ['token', 'ask', online, 'token'],
  ] as const)('is for %s by %s the rule of the pack', (arrangement, standing, asking, id) => {
    const ground = groundFor({ arrangement, standing, ask: askFor() }, arrangements, asking)
    expect(ground?.id).toBe(`cn.arrangement.${id}`)
  })

  it('is for a cut the rule whose rate is asked for, and none for a rate of the person’s own', () => {
    const cutTo = (percent: number) =>
      groundFor(
        {
          arrangement: 'interest-cut',
          standing: 'ask',
          ask: askFor(rateOf(percent, 100, 'year')),
        },
        arrangements,
        online,
      )?.id
    expect(cutTo(0)).toBe('cn.arrangement.interest-stop')
    expect(cutTo(3)).toBe('cn.arrangement.interest-cut-lpr')
    expect(cutTo(7)).toBeUndefined()
  })

  it('is for a creditor’s offer its word, and for a rule out of force nothing', () => {
    const part = { arrangement: 'settlement', standing: 'offer', ask: askFor() } as const
    expect(groundFor(part, arrangements, online)).toBeNull()
    const before = { ...card, on: day('2010-01-01') }
    const asked = { arrangement: 'instalment', standing: 'ask', ask: askFor() } as const
    expect(groundFor(asked, arrangements, before)).toBeNull()
  })
})

describe('instalments', () => {
  // Twelve months from 2026-02-10.
  const loan = aLoan({ term: 12, firstDueOn: day('2026-02-10'), dueDay: 10 })

  it.each([
    ['2027-01-10', 'instalment'],
    ['2027-01-11', 'extension'],
  ] as const)('that end on %s are called %s', (lastOn, name) => {
    expect(instalmentsCalled(loan, day(lastOn))).toBe(name)
  })

  it('of a card have no term that could be prolonged', () => {
    expect(instalmentsCalled(card.loan, day('2031-01-01'))).toBe('instalment')
    expect(instalmentsCalled(loan, null)).toBe('instalment')
  })
})
