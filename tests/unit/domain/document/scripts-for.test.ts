import { describe, expect, it } from 'vitest'
import type { Case, Contact, Loan } from '../../../../src/domain/case/index.ts'
import { scriptsFor, suitsLender } from '../../../../src/domain/document/index.ts'
import {
  aCase,
  aContact,
  aCreditor,
  aLoan,
  aPayment,
  day,
  yuan,
} from '../../../support/builders.ts'

const on = day('2026-11-24')

const withLoan = (parts: Partial<Loan>, contacts: readonly Contact[] = []): Case =>
  aCase({ loans: [aLoan(parts)], contacts })

const now = (facts: Case) =>
  scriptsFor(facts, on)
    .filter(({ isNow }) => isNow)
    .map(({ situation }) => situation)
const ready = (facts: Case) =>
  scriptsFor(facts, on)
    .filter(({ isNow }) => !isNow)
    .map(({ situation }) => situation)

const talk = (kind: 'countered' | 'agreed', at = '2026-11-01'): Loan['talks'][number] => ({
  id: at,
  on: day(at),
  kind,
  amount: yuan(800),
  months: 12,
  concession: null,
  rate: null,
  replyBy: null,
  inWriting: false,
  note: '',
})

describe('the scripts for a case', () => {
  it('are none without a loan that is still owed', () => {
    expect(scriptsFor(aCase({ loans: [] }), on)).toEqual([])
    const paid = aPayment({ amount: yuan(50_000), on: day('2025-07-10') })
    expect(scriptsFor(aCase({ payments: [paid] }), on)).toEqual([])
  })

  it('begin with a call of one’s own and the first call of a collector', () => {
    expect(now(withLoan({}))).toEqual(['hotline-proactive', 'collector-first'])
  })

  it('hold a collector’s call only ready while nothing is overdue', () => {
    const current = withLoan({ disbursedOn: day('2026-11-10'), firstDueOn: day('2026-12-10') })
    expect(now(current)).toEqual(['hotline-proactive'])
    expect(ready(current)).toContain('collector-first')
    expect(ready(current)).not.toContain('home-visit')
  })

  it('know a second call from a first, and abuse from either', () => {
    const call = (id: string, conduct: Contact['conduct'] = []) =>
      aContact({ id, loan: 'l1', conduct })
    expect(now(withLoan({}, [call('a')]))).toContain('collector-first')
    expect(now(withLoan({}, [call('a'), call('b')]))).toContain('collector-repeated')
    const abused = now(withLoan({}, [call('a'), call('b', ['threat'])]))
    expect(abused).toContain('collector-aggressive')
    expect(abused).not.toContain('collector-repeated')
    expect(abused).toContain('regulator-hotline')
  })

  it.each([
    ['call-at-work', { party: 'employer' }],
    ['third-party-contacted', { party: 'emergency-contact' }],
    ['third-party-contacted', { party: 'third-party' }],
    ['home-visit', { channel: 'visit' }],
    ['text-reply', { channel: 'sms' }],
    ['personal-account', { conduct: ['personal-account-payment'] }],
    ['new-borrowing', { conduct: ['new-borrowing-suggested'] }],
  ] as const)('have %s once the log shows it', (situation, parts) => {
    expect(now(withLoan({}))).not.toContain(situation)
    expect(now(withLoan({}, [aContact({ loan: 'l1', ...parts })]))).toContain(situation)
  })

  it('count a contact of the agency that collects, and one of which nobody knows for whom it was', () => {
    const facts = aCase({
      creditors: [
        aCreditor(),
        aCreditor({ id: 'c9', kind: 'collector', licensed: null, onBehalfOf: 'c1' }),
      ],
      contacts: [
        aContact({ id: 'a', creditor: 'c9', party: 'employer' }),
        aContact({ id: 'b', channel: 'visit' }),
      ],
    })
    expect(now(facts)).toEqual(expect.arrayContaining(['call-at-work', 'home-visit']))
  })

  it('do not take another loan’s contact for this one’s', () => {
    const facts = aCase({
      loans: [aLoan(), aLoan({ id: 'l2' })],
      contacts: [aContact({ loan: 'l2', party: 'employer' })],
    })
    const atWork = scriptsFor(facts, on).filter(({ situation }) => situation === 'call-at-work')
    expect(atWork).toEqual([{ situation: 'call-at-work', loan: 'l2', isNow: true }])
  })

  it('follow the talks', () => {
    expect(now(withLoan({ talks: [talk('countered')] }))).toContain('offer-too-high')
    const agreed = withLoan({ talks: [talk('countered'), talk('agreed', '2026-11-20')] })
    expect(now(agreed)).toContain('confirm-agreement')
    expect(now(agreed)).not.toContain('offer-too-high')
  })

  it('follow the court, and drop the call of one’s own after a judgment', () => {
    expect(now(withLoan({ litigation: 'sued' }))).toContain('court-papers')
    const judged = now(withLoan({ litigation: 'judgment' }))
    expect(judged).toContain('court-papers')
    expect(judged).not.toContain('hotline-proactive')
  })

  it('send nobody to the service line of a cousin', () => {
    const facts = aCase({
      creditors: [aCreditor({ kind: 'private', licensed: false })],
      loans: [aLoan({ kind: 'private' })],
    })
    for (const { situation } of scriptsFor(facts, on))
      expect(suitsLender(situation, 'private'), `for ${situation}`).toBe(true)
    expect(suitsLender('hotline-proactive', 'private')).toBe(false)
  })

  it('name each loan and situation once, what is now before what may come', () => {
    const facts = withLoan({}, [aContact({ loan: 'l1', conduct: ['abuse'], party: 'employer' })])
    const found = scriptsFor(facts, on)
    const keys = found.map(({ situation, loan }) => `${situation} ${loan}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(found.findIndex(({ isNow }) => !isNow)).toBe(now(facts).length)
  })
})
