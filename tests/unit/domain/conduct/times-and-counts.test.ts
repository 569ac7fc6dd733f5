import { describe, expect, it } from 'vitest'
import { type Contact } from '../../../../src/domain/case/index.ts'
import { aCreditor, aLoan } from '../../../support/builders.ts'
import { at, brokenBy, caller, findingsOf, found, lenderOf, several } from './log-of.ts'

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

  it('are limited clearly for a bank’s loan and only possibly for its card', () => {
    const certainty = (kind: 'instalment' | 'revolving', lender: 'bank' | 'consumer-finance') =>
      found(rule, several(4, { loan: 'l1' }), {
        ...lenderOf(lender),
        loans: [aLoan({ kind })],
      }).map(({ certainty: shown, basis }) => [shown, basis.citation.documentNumber])
    const standard = 'GB/T 45251-2025'
    expect(certainty('instalment', 'bank')).toEqual([['clear', standard]])
    expect(certainty('revolving', 'bank')).toEqual([['possible', standard]])
    expect(certainty('revolving', 'consumer-finance')).toEqual([['clear', standard]])
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
