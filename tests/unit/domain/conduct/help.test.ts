import { describe, expect, it } from 'vitest'
import {
  answerDue,
  channelsFor,
  checkScam,
  exposureLevel,
  loanRecord,
  replyDates,
} from '../../../../src/domain/conduct/index.ts'
import type { Contact, Exposure } from '../../../../src/domain/case/index.ts'
import { aContact, aLoan, day } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const { channels, creditRecord, scamSigns } = shippedPack()

describe('the channels for a matter', () => {
  const ids = (...args: Parameters<typeof channelsFor>) => channelsFor(...args).map(({ id }) => id)

  it('begin with the lender and go on to who supervises it', () => {
    const bank = ids({ subjects: ['collection'], creditorKind: 'bank' }, channels)
    expect(bank[0]).toBe('cn.channel.lender')
    expect(bank).toContain('cn.channel.nfra-12378')
    const microloan = ids({ subjects: ['collection'], creditorKind: 'microloan' }, channels)
    expect(microloan).not.toContain('cn.channel.nfra-12378')
    expect(microloan).toContain('cn.channel.local-12345')
  })

  it('are those of the police and the anti-fraud line for threats and fraud', () => {
    expect(ids({ subjects: ['threat'], creditorKind: null }, channels)).toEqual([
      'cn.channel.police-110',
    ])
    expect(ids({ subjects: ['fraud'], creditorKind: null }, channels)).toEqual([
      'cn.channel.fraud-96110',
    ])
  })

  it('have dates for a reply where the law gives days, and none for other lenders', () => {
    const lender = channels.find(({ id }) => id === 'cn.channel.lender')
    const from = day('2026-11-24')
    const due = (creditorKind: 'bank' | 'microloan' | null) =>
      lender === undefined ? [] : replyDates(lender, { creditorKind, from })
    expect(due('bank')).toEqual([
      { case: 'ordinary', dueOn: '2026-12-09' },
      { case: 'complex', dueOn: '2026-12-24' },
      { case: 'extended', dueOn: '2027-01-23' },
    ])
    expect(due('microloan')).toEqual([])
    expect(due(null)).toEqual([])
  })
})

describe('the credit record of a loan', () => {
  const record = (endedOn: string | null, on: string, overdueDays = 0) =>
    loanRecord(
      {
        reported: true,
        overdueDays,
        endedOn: endedOn === null ? null : day(endedOn),
        on: day(on),
      },
      creditRecord,
    )

  it('does not begin its five years while the debt is overdue', () => {
    expect(record(null, '2026-11-24', 47)).toMatchObject({ state: 'running', keptUntil: null })
    expect(record(null, '2026-11-24')).toMatchObject({ state: 'not-late', keptUntil: null })
  })

  it('is kept for five years from the end of the default, that day included', () => {
    expect(record('2026-11-10', '2026-11-10')).toMatchObject({
      state: 'kept',
      keptUntil: '2031-11-10',
      daysLeft: 1826,
    })
    expect(record('2026-11-10', '2031-11-10')).toMatchObject({ state: 'kept', daysLeft: 0 })
    expect(record('2026-11-10', '2031-11-11')).toMatchObject({ state: 'gone', daysLeft: 0 })
  })

  it('ends on the last day of February where the year has no 29th', () => {
    expect(record('2028-02-29', '2028-03-01').keptUntil).toBe('2033-02-28')
  })

  it('says until when it will be kept if a plan ends the default later', () => {
    expect(record('2028-03-10', '2026-11-24', 47)).toMatchObject({
      state: 'running',
      keptUntil: '2033-03-10',
    })
  })

  it('is disputed with an answer in twenty days, a complaint in thirty', () => {
    const on = day('2026-11-24')
    expect(answerDue(creditRecord, { kind: 'dispute', on })).toBe('2026-12-14')
    expect(answerDue(creditRecord, { kind: 'complaint', on })).toBe('2026-12-24')
  })
})

describe('exposure', () => {
  const closed: Exposure = {
    contactsPermission: 'denied',
    emergencyContacts: 0,
    callLogPermission: 'denied',
    appInstalled: false,
    policyOnContacts: 'not-named',
    doneSoFar: 'nothing',
    consentWithdrawnOn: null,
    deletionAskedOn: null,
  }
  const of = (parts: Partial<Exposure>, contacts: readonly Contact[] = []) =>
    exposureLevel(aLoan({ exposure: { ...closed, ...parts } }), contacts)

  it('is low where nothing was shared, and there is nothing to do', () => {
    expect(of({})).toEqual({ level: 'low', reasons: ['nothing-shared'], actions: [] })
  })

  it('is high once the phone book could be read, also when that was taken back', () => {
    expect(of({ contactsPermission: 'granted', appInstalled: true })).toEqual({
      level: 'high',
      reasons: ['contacts-granted', 'app-installed'],
      actions: ['revoke-contacts', 'withdraw-consent', 'ask-deletion', 'warn-people'],
    })
    expect(of({ contactsPermission: 'revoked' }).level).toBe('high')
    expect(of({ callLogPermission: 'granted' }).level).toBe('high')
  })

  it('is told by what the debtor has heard and read, though nothing is in the log', () => {
    expect(of({ doneSoFar: 'threatened' })).toEqual({
      level: 'high',
      reasons: ['others-threatened'],
      actions: ['withdraw-consent', 'ask-deletion', 'warn-people'],
    })
    expect(of({ doneSoFar: 'reached' })).toMatchObject({
      level: 'reached',
      actions: [
        'ask-deletion',
        'warn-people',
        'keep-evidence',
        'complain-lender',
        'complain-authority',
      ],
    })
    expect(of({ policyOnContacts: 'named' })).toMatchObject({
      level: 'raised',
      reasons: ['policy-names-contacts'],
    })
    expect(of({ policyOnContacts: 'unknown', appInstalled: true }).actions).toEqual(['read-policy'])
  })

  it('is raised by people who were named, or by not knowing', () => {
    expect(of({ emergencyContacts: 2 })).toMatchObject({
      level: 'raised',
      actions: ['warn-people'],
    })
    expect(exposureLevel(aLoan(), []).reasons).toEqual(['permission-unknown'])
  })

  it('is the highest once somebody was reached about this loan', () => {
    const call = aContact({ loan: 'l1', party: 'third-party', disclosedDebt: true })
    expect(of({}, [call])).toEqual({
      level: 'reached',
      reasons: ['others-reached', 'debt-told'],
      actions: [
        'ask-deletion',
        'warn-people',
        'keep-evidence',
        'complain-lender',
        'complain-authority',
      ],
    })
    expect(of({}, [{ ...call, conduct: ['threat'] }]).actions.at(-1)).toBe('call-police')
    expect(of({}, [{ ...call, loan: 'l2' }]).level).toBe('low')
    expect(of({}, [{ ...call, party: 'debtor' }]).level).toBe('low')
  })

  it('asks for nothing that was done', () => {
    const done = { consentWithdrawnOn: day('2026-11-01'), deletionAskedOn: day('2026-11-01') }
    expect(of({ contactsPermission: 'revoked', ...done }).actions).toEqual(['warn-people'])
  })
})

describe('the scam check', () => {
  const signs = (text: string) =>
    checkScam(text, scamSigns).map(({ sign }) => sign.id.replace('cn.scam.', ''))

  it.each([
    ['【紧急】您的账户已冻结，需先交解冻费3000元才能放款', 'fee-first'],
    ['请把款转到我的个人收款码', 'personal-account'],
    ['专业征信修复，消除逾期记录', 'credit-repair'],
    ['停息挂账，债务优化，协商上岸', 'debt-agent'],
    ['不看征信，黑户可贷，秒批', 'certain'],
    ['把身份证原件和手机卡寄过来', 'hand-over'],
    ['请把验证码发给客服', 'code-or-screen'],
    ['你涉嫌洗钱，请转入安全账户配合调查', 'authority'],
    ['再不还就等着坐牢', 'prison'],
    ['我们帮你借新还旧', 'new-loan'],
    ['代开病历和贫困证明', 'forgery'],
    ['Pay the unfreezing fee first', 'fee-first'],
    ['Guaranteed approval, no credit check', 'certain'],
  ])('finds in “%s” the sign %s', (text, id) => {
    expect(signs(text)).toContain(id)
  })

  it('sees through spaces, full-width letters and marks put between letters', () => {
    expect(signs('征 信 修 复')).toContain('credit-repair')
    expect(signs('征\u200b信*修·复')).toContain('credit-repair')
    expect(signs('Ｎｏ　Ｃｒｅｄｉｔ　Ｃｈｅｃｋ')).toContain('certain')
  })

  it('tells strong signs before weak ones', () => {
    expect(signs('最后一天！不要告诉家人，先交保证金')).toEqual(['fee-first', 'secrecy', 'hurry'])
  })

  it('does not take a warning about codes for a request', () => {
    expect(signs('您的验证码是 123456，五分钟内有效')).toEqual([])
  })

  it.each([
    '',
    '您好，您的信用卡账单已出，本月应还1,250.00元，到期还款日12月10日。',
    'Your statement is ready. The amount due on 10 December is CNY 1,250.00.',
  ])('finds nothing in “%s”', (text) => {
    expect(signs(text)).toEqual([])
  })
})
