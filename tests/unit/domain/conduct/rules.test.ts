import { describe, expect, it } from 'vitest'
import {
  CONDUCT_TAGS,
  type Case,
  type ConductTag,
  type Contact,
  type CreditorKind,
} from '../../../../src/domain/case/index.ts'
import { aCreditor, aLoan, aPayment, day, yuan } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'
import { at, brokenBy, findingsOf, found } from './log-of.ts'

const caller = { name: '', agency: '', number: '010-0000', identified: true }

const lenderOf = (kind: CreditorKind): Partial<Case> => ({ creditors: [aCreditor({ kind })] })

/** So many contacts of one day, a few minutes apart. */
const several = (count: number, parts: Partial<Contact> = {}, date = '2026-11-20') =>
  Array.from({ length: count }, (_, index) => {
    const minutes = 9 * 60 + index * 5
    const pad = (part: number) => String(part).padStart(2, '0')
    const time = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
    return { ...at(date, time, parts), id: `${date} k${String(index + 1)}` }
  })

describe('an empty log', () => {
  it('breaks no rule', () => {
    expect(findingsOf([])).toEqual([])
  })

  it('nor does a call by day that says who it is', () => {
    expect(findingsOf([at('2026-11-20', '10:00', { caller })])).toEqual([])
  })
})

describe('quiet hours', () => {
  const rule = 'quiet-hours'

  it('run from 22:00 until before 8:00, over midnight', () => {
    const times = ['07:59', '08:00', '21:59', '22:00', '23:59', '00:00', '00:01', '12:00']
    const broken = brokenBy(
      rule,
      times.map((time) => at('2026-11-20', time)),
    )
    expect(broken.map((id) => id.slice(-5))).toEqual(['00:00', '00:01', '07:59', '22:00', '23:59'])
  })

  it('mean the clock of China, whatever offset a moment was written with', () => {
    const moments = [
      '2026-11-20T13:59:00Z',
      '2026-11-20T14:00:00Z',
      '2026-11-20T22:30:00+09:00',
      '2026-11-20T23:00:00+09:00',
      '2026-11-20T18:00:00-06:00',
    ]
    const contacts = moments.map((moment) => ({
      ...at('2026-11-20', '10:00'),
      id: moment,
      at: moment,
    }))
    expect(brokenBy(rule, contacts)).toEqual(['2026-11-20T14:00:00Z', '2026-11-20T23:00:00+09:00'])
  })

  it('cover texts and visits, leave letters alone and doubt online messages', () => {
    const certainty = (channel: Contact['channel']) =>
      found(rule, [at('2026-11-20', '23:00', { channel })])[0]?.certainty
    expect(certainty('sms')).toBe('clear')
    expect(certainty('visit')).toBe('clear')
    expect(certainty('wechat')).toBe('possible')
    expect(certainty('letter')).toBeUndefined()
  })

  it('do not bind what the debtor does', () => {
    expect(brokenBy(rule, [at('2026-11-20', '23:00', { direction: 'out' })])).toEqual([])
  })

  it('come from the rule of the day', () => {
    const numbers = ['2024-05-14', '2024-05-15', '2025-02-27', '2025-02-28'].map(
      (date) => found(rule, [at(date, '23:00')])[0]?.basis.citation.documentNumber,
    )
    expect(numbers).toEqual([
      undefined,
      '中国互联网金融协会2024年5月15日发布',
      '中国互联网金融协会2024年5月15日发布',
      'GB/T 45251-2025',
    ])
  })
})

describe('connected calls of a day', () => {
  const rule = 'daily-connected-calls'

  it('are three: the fourth is one too many, the fifth another', () => {
    expect(brokenBy(rule, several(3))).toEqual([])
    expect(brokenBy(rule, several(5))).toEqual(['2026-11-20 k4', '2026-11-20 k5'])
  })

  it('are counted by the day of China: midnight starts anew', () => {
    const calls = ['23:56', '23:57', '23:58'].map((time) => at('2026-11-20', time))
    expect(brokenBy(rule, [...calls, at('2026-11-21', '00:00')])).toEqual([])
    expect(brokenBy(rule, [...calls, at('2026-11-20', '23:59')])).toEqual(['2026-11-20 23:59'])
  })

  it('count the lender and its agency together, and another lender apart', () => {
    const creditors = [
      aCreditor(),
      aCreditor({ id: 'c2', kind: 'collector', onBehalfOf: 'c1' }),
      aCreditor({ id: 'c3', kind: 'microloan' }),
    ]
    const fourth = (creditor: string) => [
      ...several(3),
      at('2026-11-20', '15:00', { creditor, caller }),
    ]
    expect(brokenBy(rule, fourth('c2'), { creditors })).toEqual(['2026-11-20 15:00'])
    expect(brokenBy(rule, fourth('c3'), { creditors })).toEqual([])
  })

  it('are never mixed with calls that were not answered, messages, or calls by the debtor', () => {
    const others = [
      at('2026-11-20', '15:00', { connected: false }),
      at('2026-11-20', '15:01', { channel: 'sms' }),
      at('2026-11-20', '15:02', { direction: 'out' }),
      at('2026-11-20', '15:03', { party: 'third-party' }),
    ]
    expect(brokenBy(rule, [...several(3), ...others])).toEqual([])
  })

  it('begin to be limited with the guideline of 2024', () => {
    expect(brokenBy(rule, several(4, {}, '2024-05-14'))).toEqual([])
    expect(brokenBy(rule, several(4, {}, '2024-05-15'))).toEqual(['2024-05-15 k4'])
  })

  it('do not bind a private lender', () => {
    expect(brokenBy(rule, several(4), lenderOf('private'))).toEqual([])
  })
})

describe('unanswered attempts of a day', () => {
  const rule = 'daily-unanswered-attempts'
  const missed = { connected: false, caller }

  it('are six: the seventh is one too many', () => {
    expect(brokenBy(rule, several(6, missed))).toEqual([])
    expect(brokenBy(rule, several(7, missed))).toEqual(['2026-11-20 k7'])
  })

  it('are not the limit of three, nor does an answered call count', () => {
    expect(brokenBy('daily-connected-calls', several(6, missed))).toEqual([])
    expect(brokenBy(rule, [...several(6, missed), at('2026-11-20', '15:00')])).toEqual([])
  })

  it('are only possible where they came from several numbers', () => {
    const calls = several(7, missed).map((call, index) => ({
      ...call,
      caller: { ...caller, number: String(index % 2) },
    }))
    expect(found(rule, calls).map(({ certainty }) => certainty)).toEqual(['possible'])
    expect(found(rule, several(7, missed))[0]?.certainty).toBe('clear')
  })

  it('are limited since 30 January 2026 only, for the members of the association', () => {
    expect(brokenBy(rule, several(7, missed, '2026-01-29'))).toEqual([])
    expect(brokenBy(rule, several(7, missed, '2026-01-30'))).toEqual(['2026-01-30 k7'])
    expect(brokenBy(rule, several(7, missed), lenderOf('microloan'))).toEqual([])
    const [doubtful] = found(rule, several(7, missed), lenderOf('consumer-finance'))
    expect([doubtful?.certainty, doubtful?.missing.includes('rule-covers-lender')]).toEqual([
      'possible',
      true,
    ])
  })
})

describe.each([
  ['third-party-contact', 'third-party'],
  ['third-party-contact', 'emergency-contact'],
  ['workplace', 'employer'],
] as const)('%s by a call to a %s', (rule, party) => {
  const call = at('2026-11-20', '15:00', { party })

  it('is clear where the debtor was reached before', () => {
    const [finding] = found(rule, [at('2026-11-18', '10:00'), call])
    expect([finding?.contact, finding?.certainty, finding?.why]).toEqual([
      call.id,
      'clear',
      { code: 'reached-before', values: { date: '2026-11-18' } },
    ])
  })

  it('is possible where the log shows neither', () => {
    const [finding] = found(rule, [at('2026-11-19', '10:00', { connected: false }), call])
    expect([finding?.certainty, finding?.why.code]).toEqual(['possible', 'not-shown-unreachable'])
  })

  it('is none where three calls failed the day before, and still one with two', () => {
    const missed = (count: number) => several(count, { connected: false }, '2026-11-19')
    expect(found(rule, [...missed(3), call])).toEqual([])
    expect(found(rule, [...missed(2), call])).toHaveLength(1)
  })

  it('is one where the three calls failed on the same day', () => {
    expect(found(rule, [...several(3, { connected: false }), call])).toHaveLength(1)
  })

  it('is none after failed calls on three days in a row, and one where a day is left out', () => {
    const missed = (dates: readonly string[]) =>
      dates.map((date) => at(date, '10:00', { connected: false }))
    expect(found(rule, [...missed(['2026-11-18', '2026-11-19', '2026-11-20']), call])).toEqual([])
    expect(found(rule, [...missed(['2026-11-17', '2026-11-19', '2026-11-20']), call])).toHaveLength(
      1,
    )
  })

  it('begins anew once the debtor was reached', () => {
    const missed = several(3, { connected: false }, '2026-11-18')
    const [finding] = found(rule, [...missed, at('2026-11-19', '10:00'), call])
    expect(finding?.why.code).toBe('reached-before')
  })

  it('does not look back further than thirty days', () => {
    const code = (date: string) => found(rule, [at(date, '10:00'), call])[0]?.why.code
    expect(code('2026-10-21')).toBe('reached-before')
    expect(code('2026-10-20')).toBe('not-shown-unreachable')
  })

  it('is no matter of the debtor’s own calls', () => {
    expect(found(rule, [{ ...call, direction: 'out' }])).toEqual([])
  })
})

describe('the same person contacted again', () => {
  const rule = 'third-party-repeated'
  const people = [
    { id: 'n1', name: '甲', relation: 'family', warnedOn: null, note: '' },
    { id: 'n2', name: '乙', relation: 'friend', warnedOn: null, note: '' },
  ] as const
  const to = (date: string, person: string | null, parts: Partial<Contact> = {}) =>
    at(date, '10:00', { party: 'third-party', person, ...parts })

  it('is found within thirty days, and not on the thirtieth day after', () => {
    expect(brokenBy(rule, [to('2026-11-01', 'n1')], { people })).toEqual([])
    expect(brokenBy(rule, [to('2026-11-01', 'n1'), to('2026-11-30', 'n1')], { people })).toEqual([
      '2026-11-30 10:00',
    ])
    expect(brokenBy(rule, [to('2026-11-01', 'n1'), to('2026-12-01', 'n1')], { people })).toEqual([])
  })

  it('does not take two people for one', () => {
    expect(brokenBy(rule, [to('2026-11-01', 'n1'), to('2026-11-02', 'n2')], { people })).toEqual([])
  })

  it('stays possible, unless it was marked as harassment', () => {
    const again = (parts: Partial<Contact> = {}) =>
      found(rule, [to('2026-11-01', null), to('2026-11-02', null, parts)])[0]
    expect([again()?.certainty, again()?.why.code]).toEqual(['possible', 'perhaps-again'])
    expect(again({ conduct: ['harassing-repetition'] })?.certainty).toBe('clear')
  })
})

describe('disclosing the debt', () => {
  it('is telling anybody but the debtor', () => {
    const call = (party: Contact['party'], disclosedDebt = true) =>
      at('2026-11-20', '10:00', { party, disclosedDebt })
    expect(brokenBy('debt-disclosed', [call('third-party')])).toHaveLength(1)
    expect(brokenBy('debt-disclosed', [call('employer')])).toHaveLength(1)
    expect(brokenBy('debt-disclosed', [call('debtor')])).toEqual([])
    expect(brokenBy('debt-disclosed', [call('third-party', false)])).toEqual([])
  })

  it('is held against the Civil Code from 2021 on', () => {
    const on = (date: string) =>
      brokenBy(
        'debt-disclosed',
        [at(date, '10:00', { party: 'third-party', disclosedDebt: true })],
        lenderOf('private'),
      )
    expect(on('2020-12-31')).toEqual([])
    expect(on('2021-01-01')).toHaveLength(1)
  })
})

describe.each([
  ['third-party-asked-to-pay', 'asked-third-party-to-pay', '2011-01-12', '2011-01-13'],
  ['impersonation', 'impersonation', '2023-02-28', '2023-03-01'],
  ['threat', 'threat', '2011-01-12', '2011-01-13'],
  ['abuse', 'abuse', '2011-01-12', '2011-01-13'],
  ['false-statement', 'false-statement', '2023-02-28', '2023-03-01'],
  ['harassment', 'harassing-repetition', '2020-12-31', '2021-01-01'],
  ['publicised', 'publicised', '2020-12-31', '2021-01-01'],
  ['personal-account', 'personal-account-payment', '2025-02-27', '2025-02-28'],
  ['new-borrowing', 'new-borrowing-suggested', '2025-02-27', '2025-02-28'],
] as const)('%s', (rule, tag, before, first) => {
  const marked = (date: string, tags: readonly ConductTag[]) =>
    at(date, '10:00', { conduct: tags, loan: 'l1' })

  it('is what was marked, and nothing else that was', () => {
    const others = CONDUCT_TAGS.filter((other) => other !== tag)
    const contacts = [marked('2026-11-20', [tag]), marked('2026-11-21', others)]
    expect(brokenBy(rule, contacts)).toEqual(['2026-11-20 10:00'])
  })

  it('counts from the day on which its first source was in force', () => {
    expect(brokenBy(rule, [marked(before, [tag])])).toEqual([])
    expect(brokenBy(rule, [marked(first, [tag])])).toEqual([`${first} 10:00`])
  })
})

describe('a threat', () => {
  it('is cited from the police law by its number of 2026, and from another source before', () => {
    const article = (date: string) =>
      found('threat', [at(date, '10:00', { conduct: ['threat'] })])[0]?.basis
    expect(article('2026-01-01')?.citation.article).toBe('50')
    expect(article('2026-01-01')?.nature).toBe('statute')
    expect(article('2025-12-31')?.citation.article).toBe('41')
  })
})

describe('a caller', () => {
  const rule = 'unidentified-caller'
  const silent = { ...caller, identified: false }

  it('who does not say who they are is found, one of whom nothing is known is not', () => {
    expect(brokenBy(rule, [at('2026-11-20', '10:00', { caller: silent })])).toHaveLength(1)
    expect(brokenBy(rule, [at('2026-11-20', '10:00', { caller })])).toEqual([])
    expect(brokenBy(rule, [at('2026-11-20', '10:00')])).toEqual([])
  })

  it('who was not spoken to could not have said it', () => {
    const missed = at('2026-11-20', '10:00', { caller: silent, connected: false })
    expect(brokenBy(rule, [missed])).toEqual([])
  })

  it('is held to the standard until the association’s guideline, which is to be checked first', () => {
    const basis = (date: string) =>
      found(rule, [at(date, '10:00', { caller: silent })])[0]?.basis.citation
    expect(basis('2026-01-29')?.confidence).toBe('recalled')
    expect(basis('2026-01-30')?.confidence).toBe('verified-secondary')
  })
})

describe('something before the public', () => {
  it('is clear when it tells of the debt and to be checked when it may not', () => {
    const of = (disclosedDebt: boolean) =>
      found('publicised', [at('2026-11-20', '10:00', { party: 'public', disclosedDebt })])[0]
    expect(of(true)?.certainty).toBe('clear')
    expect([of(false)?.certainty, of(false)?.severity]).toEqual(['possible', 'warn'])
  })
})

describe('a visit', () => {
  const visit = (visitors: number | null, date = '2026-11-20') =>
    found('visit-persons', [at(date, '10:00', { channel: 'visit', visitors })])[0]?.certainty

  it('needs two: one is too few, and an unknown number is to be checked', () => {
    expect([visit(1), visit(2), visit(3), visit(null)]).toEqual([
      'clear',
      undefined,
      undefined,
      'possible',
    ])
  })

  it('needs them since 30 January 2026', () => {
    expect([visit(1, '2026-01-29'), visit(1, '2026-01-30')]).toEqual([undefined, 'clear'])
  })
})

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

describe('every rule of the pack', () => {
  it('is found somewhere in a log made for it', () => {
    const tags = at('2026-11-20', '23:00', {
      conduct: CONDUCT_TAGS,
      party: 'third-party',
      disclosedDebt: true,
      caller: { ...caller, agency: '丙', identified: false },
    })
    const agreement = {
      id: 'a1',
      signedOn: day('2026-10-01'),
      inWriting: true,
      recorded: false,
      balance: null,
      instalments: [],
      fees: [],
      interestStops: null,
      stated: [],
    }
    const contacts = [
      tags,
      { ...tags, id: 'again' },
      { ...tags, id: 'work', party: 'employer' as const },
      { ...tags, id: 'visit', channel: 'visit' as const },
      ...several(4),
      ...several(7, { connected: false }).map((call) => ({ ...call, id: `missed ${call.id}` })),
    ]
    const loans = [aLoan({ kind: 'revolving', agreements: [agreement] })]
    const ids = new Set(findingsOf(contacts, { loans }).map(({ rule }) => rule.id))
    expect([...ids].toSorted()).toEqual(
      shippedPack()
        .conduct.map(({ id }) => id)
        .toSorted(),
    )
  })
})
