import { describe, expect, it } from 'vitest'
import { CONDUCT_TAGS, type Contact } from '../../../../src/domain/case/index.ts'
import { addDays, type CalendarDate } from '../../../../src/domain/kernel/index.ts'
import { aCreditor, aLoan, aPayment, day, yuan } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'
import { at, brokenBy, caller, findingsOf, found, lenderOf, several } from './log-of.ts'

describe('collection after an agreement', () => {
  const rule = 'after-agreement'
  const agreement = {
    id: 'a1',
    signedOn: day('2026-10-01'),
    inWriting: true,
    recorded: false,
    balance: null,
    instalments: [{ dueOn: day('2026-11-10'), amount: yuan(500) }],
    fees: [],
    interestStops: null,
    rate: null,
    stated: [],
  }
  const loans = [aLoan({ kind: 'revolving', agreements: [agreement] })]
  const call = (date: string) => at(date, '10:00', { loan: 'l1', caller })

  it('is found from the day after signing', () => {
    expect(brokenBy(rule, [call('2026-10-01')], { loans })).toEqual([])
    expect(brokenBy(rule, [call('2026-10-02')], { loans })).toHaveLength(1)
  })

  it('is none once an instalment was missed, from the day after it fell due', () => {
    expect(brokenBy(rule, [call('2026-11-10')], { loans })).toHaveLength(1)
    expect(brokenBy(rule, [call('2026-11-11')], { loans })).toEqual([])
    const paid = aPayment({ on: day('2026-11-10'), amount: yuan(500) })
    expect(brokenBy(rule, [call('2026-11-11')], { loans, payments: [paid] })).toHaveLength(1)
    const bounced = { ...paid, reversedOn: day('2026-11-11') }
    expect(brokenBy(rule, [call('2026-11-11')], { loans, payments: [bounced] })).toEqual([])
  })

  it('is clear for a card and only possible for another loan', () => {
    const certainty = (kind: 'revolving' | 'instalment') =>
      found(rule, [call('2026-10-02')], { loans: [aLoan({ kind, agreements: [agreement] })] })[0]
        ?.certainty
    expect([certainty('revolving'), certainty('instalment')]).toEqual(['clear', 'possible'])
  })

  it('is possible after an accepted offer that the lender confirmed in writing', () => {
    const offer = (confirmedInWriting: boolean) => ({
      id: 'o1',
      kind: 'instalment' as const,
      amount: null,
      months: 12,
      rate: null,
      deadline: null,
      confirmedInWriting,
    })
    const plan = {
      acceptedOn: day('2026-10-01'),
      figures: null,
      proposal: 'x',
      instalments: [{ loan: 'l1', dueOn: day('2026-12-10'), amount: yuan(500) }],
    }
    const withOffer = (confirmed: boolean) =>
      found(rule, [call('2026-10-02')], {
        plan,
        loans: [aLoan({ kind: 'revolving', offers: [offer(confirmed)] })],
      })
    expect(withOffer(true).map(({ certainty }) => certainty)).toEqual(['possible'])
    expect(withOffer(false)).toEqual([])
  })
})

describe('an agency', () => {
  const rule = 'outsourced-without-notice'
  const from = (date: string, agency: string, parts: Partial<Contact> = {}) =>
    at(date, '10:00', { caller: { ...caller, agency }, ...parts })

  it('is pointed out once, when it first appears', () => {
    const contacts = ['2026-11-01', '2026-11-02'].map((date) => from(date, '丙催收（虚构）'))
    expect(found(rule, contacts).map(({ contact, certainty }) => [contact, certainty])).toEqual([
      ['2026-11-01 10:00', 'possible'],
    ])
  })

  it('is not the lender calling by its own name', () => {
    expect(brokenBy(rule, [from('2026-11-01', '甲银行（虚构）')])).toEqual([])
    expect(brokenBy(rule, [at('2026-11-01', '10:00', { caller })])).toEqual([])
  })

  it('may be known by the creditor the contact names', () => {
    const creditors = [
      aCreditor(),
      aCreditor({ id: 'c2', name: '丙', kind: 'collector', onBehalfOf: 'c1' }),
    ]
    expect(
      brokenBy(rule, [at('2026-11-01', '10:00', { creditor: 'c2' })], { creditors }),
    ).toHaveLength(1)
  })

  it('has to be announced by banks since 1 March 2023, and not by micro-loan companies', () => {
    expect(brokenBy(rule, [from('2023-02-28', '丙')])).toEqual([])
    expect(brokenBy(rule, [from('2023-03-01', '丙')])).toHaveLength(1)
    expect(brokenBy(rule, [from('2026-11-01', '丙')], lenderOf('microloan'))).toEqual([])
  })
})

describe('a lender that the log does not name', () => {
  it('makes every finding possible and asks for its kind', () => {
    const [finding] = found('quiet-hours', [at('2026-11-20', '23:00', { creditor: null })])
    expect([finding?.certainty, finding?.missing.includes('lender-kind')]).toEqual([
      'possible',
      true,
    ])
  })

  it('is no circle of agencies either', () => {
    const creditors = [
      aCreditor({ id: 'c1', kind: 'collector', onBehalfOf: 'c2' }),
      aCreditor({ id: 'c2', kind: 'collector', onBehalfOf: 'c1' }),
    ]
    expect(found('quiet-hours', [at('2026-11-20', '23:00')], { creditors })).toHaveLength(1)
  })
})

describe('evidence', () => {
  it('is asked for until the log has it', () => {
    const missing = (parts: Partial<Contact>) =>
      found('threat', [at('2026-11-20', '10:00', { conduct: ['threat'], ...parts })])[0]?.missing
    expect(missing({})).toEqual(['recording', 'screenshot', 'caller-number', 'police-receipt'])
    expect(
      missing({ recorded: true, caller, evidence: [{ name: 'a.png', sha256: '0'.repeat(64) }] }),
    ).toEqual(['police-receipt'])
  })
})

/** A day on which a bank's card is collected with everything that a rule forbids. */
function everythingOn(date: CalendarDate): readonly string[] {
  const signed = {
    id: 'a1',
    signedOn: addDays(date, -1),
    inWriting: true,
    recorded: false,
    balance: null,
    instalments: [],
    fees: [],
    interestStops: null,
    rate: null,
    stated: [],
  }
  const worst = at(date, '23:00', {
    conduct: CONDUCT_TAGS,
    party: 'third-party',
    disclosedDebt: true,
    loan: 'l1',
    caller: { ...caller, agency: '丙', identified: false },
  })
  const contacts = [
    worst,
    { ...worst, id: 'again' },
    { ...worst, id: 'work', party: 'employer' as const },
    { ...worst, id: 'visit', channel: 'visit' as const },
    ...several(4, { loan: 'l1' }, date),
    ...several(7, { loan: 'l1', connected: false }, date).map((call) => ({
      ...call,
      id: `missed ${call.id}`,
    })),
  ]
  const loans = [aLoan({ kind: 'revolving', agreements: [signed] })]
  return [...new Set(findingsOf(contacts, { loans }).map(({ rule }) => rule.id))].toSorted()
}

describe('every rule of the pack', () => {
  const { conduct: rules } = shippedPack()

  it('is found somewhere in a log made for it', () => {
    expect(everythingOn(day('2026-11-20'))).toEqual(rules.map(({ id }) => id).toSorted())
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s holds from the first day of its oldest source that binds the lender',
    (id, { bases }) => {
      const binding = bases.filter(
        ({ creditorKinds, doubtfulKinds, loanKinds }) =>
          [...creditorKinds, ...doubtfulKinds].includes('bank') &&
          (loanKinds === null || loanKinds.includes('revolving')),
      )
      const first = binding.map(({ inForceFrom }) => inForceFrom).toSorted()[0]!
      expect(everythingOn(first)).toContain(id)
      expect(everythingOn(addDays(first, -1))).not.toContain(id)
    },
  )
})
