import { describe, expect, it } from 'vitest'
import { AGREEMENT_ITEMS, type Agreement } from '../../../../src/domain/case/index.ts'
import { addMonths, rateOf, type Fen } from '../../../../src/domain/kernel/index.ts'
import { checkAgreement } from '../../../../src/domain/proposal/index.ts'
import { aCreditor, aLoan, day, yuan } from '../../../support/builders.ts'

const signedOn = day('2026-12-01')

const monthly = (amount: number, months: number) =>
  Array.from({ length: months }, (_, n) => ({
    dueOn: addMonths(day('2027-01-01'), n),
    amount: yuan(amount),
  }))

/** Twelve times 1,000 on a balance of 12,000, everything stated. */
const anAgreement = (parts: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  signedOn,
  inWriting: true,
  recorded: false,
  balance: yuan(12_000),
  instalments: monthly(1000, 12),
  fees: [],
  interestStops: true,
  rate: null,
  stated: AGREEMENT_ITEMS,
  ...parts,
})

const card = aLoan({ kind: 'revolving' })

interface Around {
  readonly loan?: ReturnType<typeof aLoan>
  readonly kind?: 'bank' | 'consumer-finance'
  readonly owed?: number
  readonly planned?: Fen | null
}

const check = (parts: Partial<Agreement> = {}, around: Around = {}) =>
  checkAgreement(anAgreement(parts), {
    loan: around.loan ?? card,
    creditor: aCreditor({ kind: around.kind ?? 'bank' }),
    owed: yuan(around.owed ?? 12_000),
    planned: around.planned ?? null,
    rateLimit: 0.24,
  })

const codes = (...args: Parameters<typeof check>) => check(...args).findings.map(({ code }) => code)

describe('an agreement', () => {
  it('that states everything and adds nothing has nothing to say against it', () => {
    expect(check()).toEqual({
      findings: [],
      total: yuan(12_000),
      fees: 0,
      balance: yuan(12_000),
      cost: 0,
      againstPlan: null,
      rate: 0,
    })
  })

  it('on a bank’s card has to state what the rules name', () => {
    const stated = AGREEMENT_ITEMS.filter((item) => item !== 'no-new-cards' && item !== 'currency')
    expect(check({ stated }).findings).toEqual([
      { code: 'item-missing', severity: 'serious', item: 'currency' },
      { code: 'item-missing', severity: 'serious', item: 'no-new-cards' },
    ])
  })

  it('elsewhere should state what makes it provable', () => {
    expect(check({ stated: ['balance', 'period'] }, { kind: 'consumer-finance' }).findings).toEqual(
      [
        { code: 'item-missing', severity: 'warn', item: 'dates' },
        { code: 'item-missing', severity: 'warn', item: 'amounts' },
        { code: 'item-missing', severity: 'warn', item: 'interest-and-fees' },
        { code: 'item-missing', severity: 'warn', item: 'rights-and-breach' },
      ],
    )
    expect(codes({ stated: [] }, { loan: aLoan() })).toHaveLength(6)
  })

  it('by word alone wants a recording, and paper', () => {
    expect(codes({ inWriting: false, recorded: false })).toEqual(['not-recorded'])
    expect(codes({ inWriting: false, recorded: true })).toEqual(['not-in-writing'])
  })

  it('without instalments, or with one before it was signed, is not ready', () => {
    expect(codes({ instalments: [], interestStops: null })).toEqual(['no-instalments'])
    const early = [{ dueOn: day('2026-11-30'), amount: yuan(12_000) }]
    expect(codes({ instalments: early })).toEqual(['starts-before-signing'])
  })

  it('on a card runs five years at most', () => {
    expect(codes({ instalments: monthly(200, 60) })).toEqual([])
    expect(
      check({ balance: yuan(12_200), instalments: monthly(200, 61) }, { owed: 12_200 }).findings,
    ).toEqual([{ code: 'longer-than-five-years', severity: 'warn', months: 61 }])
    expect(
      codes(
        { balance: yuan(12_200), instalments: monthly(200, 61) },
        { kind: 'consumer-finance', owed: 12_200 },
      ),
    ).toEqual([])
  })

  it('that starts from more than is owed is asked about', () => {
    expect(check({}, { owed: 11_500 }).findings).toEqual([
      { code: 'balance-above-records', severity: 'warn', amount: yuan(500) },
    ])
    expect(codes({ balance: null })).toEqual(['balance-not-entered'])
    expect(check({ balance: null }, { owed: 11_000 })).toMatchObject({
      balance: yuan(11_000),
      cost: yuan(1000),
    })
  })

  it('that says interest stops and goes on charging it is found out', () => {
    expect(check({ instalments: monthly(1050, 12) }).findings).toEqual([
      { code: 'interest-though-stopped', severity: 'serious', amount: yuan(600) },
    ])
    expect(codes({ instalments: monthly(1050, 12), interestStops: null })).toEqual([])
  })

  it('with fees names each of them, one before the first instalment above all', () => {
    const fees = [
      { label: '手续费', amount: yuan(60), on: null },
      { label: '定金', amount: yuan(300), on: day('2026-12-02') },
      { label: '无', amount: yuan(0), on: null },
    ]
    expect(check({ fees })).toMatchObject({
      fees: yuan(360),
      total: yuan(12_360),
      cost: yuan(360),
      findings: [
        { code: 'fee-on-top', severity: 'warn', label: '手续费', amount: yuan(60) },
        {
          code: 'fee-before-first-instalment',
          severity: 'serious',
          label: '定金',
          amount: yuan(300),
        },
      ],
    })
  })

  it('with a lump at the end says how much larger it is', () => {
    const instalments = [...monthly(500, 11), { dueOn: day('2027-12-01'), amount: yuan(6500) }]
    expect(check({ instalments }).findings).toEqual([
      { code: 'last-instalment-larger', severity: 'warn', amount: yuan(6000) },
    ])
  })

  it('is held against the plan', () => {
    expect(check({}, { planned: yuan(11_000) })).toMatchObject({
      againstPlan: yuan(1000),
      findings: [{ code: 'above-plan', amount: yuan(1000) }],
    })
    expect(check({}, { planned: yuan(13_000) })).toMatchObject({
      againstPlan: yuan(-1000),
      findings: [],
    })
  })
})

describe('the true price of an agreement', () => {
  it('is the yearly rate at which the payments are worth the balance', () => {
    // One payment of 13,200 after exactly a year of 365 days on 12,000: 10 %.
    const instalments = [{ dueOn: day('2027-12-01'), amount: yuan(13_200) }]
    expect(check({ instalments, interestStops: false }).rate).toBeCloseTo(0.1, 10)
  })

  it('counts a fee on its day, one without a day with the first instalment', () => {
    const instalments = [{ dueOn: day('2027-12-01'), amount: yuan(12_000) }]
    const fee = (on: Agreement['signedOn'] | null) =>
      check({ instalments, interestStops: false, fees: [{ label: '', amount: yuan(1200), on }] })
        .rate
    expect(fee(null)).toBeCloseTo(0.1, 10)
    // Taken at once it is as if 10,800 had been given: 12,000 ÷ 10,800.
    expect(fee(signedOn)).toBeCloseTo(1 / 9, 10)
  })

  it('above the limit is serious', () => {
    // A handling fee of 0.75 % a month over 36 months costs 17.51 % a year; of 1.2 % it is beyond 24 %.
    const deal = (rate: number) =>
      check(
        {
          balance: yuan(10_000),
          instalments: monthly(10_000 / 36 + 10_000 * rate, 36),
          interestStops: false,
          rate: null,
        },
        { owed: 10_000 },
      )
    expect(deal(0.0075).rate).toBeCloseTo(0.1751, 2)
    expect(deal(0.0075).findings).toEqual([])
    expect(deal(0.012).findings).toEqual([{ code: 'rate-above-limit', severity: 'serious' }])
  })

  it('is below zero where part of the balance is let off', () => {
    const settled = check({ instalments: [{ dueOn: day('2027-01-01'), amount: yuan(6000) }] })
    expect(settled.cost).toBe(yuan(-6000))
    expect(settled.rate).toBeLessThan(0)
  })

  it('that names a rate takes no more than it on the falling balance, a yuan of each instalment aside', () => {
    const loan = aLoan({ kind: 'revolving', dayCount: '30/360' })
    const at6 = (amount: number) =>
      check(
        {
          instalments: monthly(amount, 12),
          interestStops: false,
          rate: rateOf(6, 100, 'year'),
        },
        { loan },
      ).findings.filter(({ code }) => code === 'above-agreed-rate')
    // 12,000 over a year at half a per cent a month: 1,032.80.
    expect(at6(1032.8)).toEqual([])
    expect(at6(1033)).toEqual([])
    const [finding] = at6(1050)
    expect(finding).toMatchObject({ severity: 'serious' })
    const over = (17.2 * (1.005 ** 12 - 1)) / 0.005
    expect(finding!.amount! / 100).toBeCloseTo(over, 0)
  })
})
