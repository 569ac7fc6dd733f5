import { describe, expect, it } from 'vitest'
import { CONDUCT_TAGS, type ConductTag, type Contact } from '../../../../src/domain/case/index.ts'
import { at, brokenBy, caller, found, lenderOf, several } from './log-of.ts'

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

  it('of whom it is not known whether they said it is not found', () => {
    const unsure = { ...silent, identityUnknown: true }
    expect(brokenBy(rule, [at('2026-11-20', '10:00', { caller: unsure })])).toEqual([])
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
