import { describe, expect, it } from 'vitest'
import { aCreditor, aLoan, day, yuan } from '../../support/builders.ts'
import { fen, fractionOf, rateOf } from '../../../src/domain/kernel/index.ts'
import {
  emptyLoanDraft,
  loanDraftOf,
  METHODS_OF_KIND,
  NEW_LENDER,
  nextKey,
  type LoanDraft,
} from '../../../src/ui/debts/loan-draft.ts'
import { previewLoan, type LoanPreview } from '../../../src/ui/debts/preview-loan.ts'
import { putReadLoan } from '../../../src/ui/debts/put-read-loan.ts'
import { aDraft, loanOf, problemsOf, read, TODAY } from './a-draft.ts'
import { emptyCase } from '../../../src/domain/case/index.ts'

describe('a form that is refused', () => {
  it('names every field that is missing', () => {
    expect(problemsOf({ ...emptyLoanDraft([]), entry: 'full' })).toEqual([
      'lender.name: required',
      'lender.kind: required',
      'principal: required',
      'disbursedOn: required',
      'firstDueOn: required',
      'term: required',
      'rate: required',
    ])
  })

  it('asks for a lender where some are known and none is chosen', () => {
    const draft = aDraft({ lender: emptyLoanDraft([aCreditor()]).lender })
    expect(problemsOf(draft)).toEqual(['lender: required'])
  })

  it.each<[string, Partial<LoanDraft>]>([
    ['principal: negative', { principal: fen(-1) }],
    ['principal: not-positive', { principal: fen(0) }],
    ['received: negative', { received: fen(-1) }],
    ['received: more-than-principal', { received: yuan(12_000.01) }],
    ['firstDueOn: before-disbursement', { firstDueOn: day('2026-01-09') }],
    ['dueDay: not-a-day-of-month', { dueDay: 32 }],
    ['dueDay: not-a-day-of-month', { dueDay: 0 }],
    ['term: out-of-range', { term: 0 }],
    ['term: out-of-range', { term: 601 }],
    ['term: out-of-range', { term: 1.5 }],
    ['rate: required', { rate: null }],
    ['paidCount: required', { paid: 'count' }],
    ['paidCount: out-of-range', { paid: 'count', paidCount: -1 }],
    ['paidCount: more-than-term', { paid: 'count', paidCount: 13 }],
    ['emergencyContacts: out-of-range', { emergencyContacts: -1 }],
  ])('says %s', (problem, parts) => {
    expect(problemsOf(aDraft(parts))).toEqual([problem])
  })

  it('names the row of a fee, an instalment and an offer', () => {
    const row = { source: null, interest: null, fees: null }
    const draft = aDraft({
      fees: [
        {
          key: 0,
          source: null,
          label: '',
          amount: fen(-5),
          when: 'once',
          on: null,
          kind: 'other',
        },
      ],
      schedule: [
        { key: 0, ...row, dueOn: day('2026-02-10'), principal: yuan(6000) },
        { key: 1, ...row, dueOn: day('2026-02-10'), principal: null },
        { key: 2, ...row, dueOn: day('2026-01-01'), principal: yuan(1), interest: fen(-1) },
      ],
      offers: [
        {
          key: 0,
          source: null,
          kind: 'instalment',
          amount: null,
          months: 0,
          deadline: null,
          confirmedInWriting: false,
        },
      ],
    })
    expect(problemsOf(draft)).toEqual([
      'fees.0.amount: negative',
      'schedule.1.dueOn: not-rising',
      'schedule.1.principal: required',
      'schedule.2.dueOn: not-rising',
      'schedule.2.interest: negative',
      'offers.0.months: out-of-range',
    ])
  })

  it('checks the first row of the contract against the day the money was paid out', () => {
    const row = { key: 0, source: null, interest: null, fees: null, principal: yuan(12_000) }
    const draft = aDraft({ schedule: [{ ...row, dueOn: day('2026-01-09') }] })
    expect(problemsOf(draft)).toEqual(['schedule.0.dueOn: before-disbursement'])
  })

  it('does not take words for a penalty, a late fee or a minimum', () => {
    const { penalty } = aDraft()
    const way = 'multiplier' as const
    expect(problemsOf(aDraft({ penalty: { ...penalty, way, multiplier: '多' } }))).toEqual([
      'penalty.multiplier: not-a-number',
    ])
    expect(problemsOf(aDraft({ penalty: { ...penalty, way: 'rate' } }))).toEqual([
      'penalty.rate: required',
    ])
    expect(problemsOf(aDraft({ penalty: { ...penalty, lateFeePercent: '101' } }))).toEqual([
      'penalty.lateFeePercent: not-a-number',
    ])
    const revolving = { kind: 'revolving', method: 'minimum-payment' } as const
    expect(problemsOf(aDraft({ ...revolving, minimumPercent: '' }))).toEqual([
      'minimumPercent: required',
    ])
  })

  it('can’t count instalments of a card that its minimum never clears, but takes the card', () => {
    const draft = aDraft({
      kind: 'revolving',
      method: 'minimum-payment',
      minimumPercent: '1',
      rate: rateOf(36, 100, 'year'),
    })
    expect(problemsOf(draft)).toEqual([])
    expect(problemsOf({ ...draft, paid: 'up-to-date' })).toEqual(['paid: no-schedule'])
    expect(previewLoan(draft, TODAY)).toBe('never-clears')
  })
})

describe('a form that is taken', () => {
  it('fills in what follows: all received, the due day, the customary day count', () => {
    const reading = read(aDraft())
    expect(reading).toMatchObject({
      ok: true,
      value: {
        creditor: { id: 'id-1', name: '甲银行（虚构）', kind: 'bank', licensed: null },
        loan: {
          id: 'id-2',
          creditor: 'id-1',
          received: yuan(12_000),
          dueDay: 10,
          dayCount: '30/360',
          penalty: null,
          schedule: null,
          exposure: null,
        },
        payments: [],
      },
    })
  })

  it('has one instalment for a single payment and none for a card', () => {
    const single = aDraft({ kind: 'single-payment', method: 'bullet', term: null })
    expect(loanOf(single)).toMatchObject({ term: 1, dayCount: 'actual/365' })
    const card = aDraft({ kind: 'revolving', method: 'minimum-payment', term: 12 })
    expect(loanOf(card)).toMatchObject({
      term: null,
      minimumPayment: { fraction: fractionOf(1, 10), floor: 0 },
    })
  })

  it('needs no rate and no number where the contract’s own rows stand', () => {
    const schedule = [
      {
        key: 0,
        source: null,
        dueOn: day('2026-02-10'),
        principal: yuan(12_000),
        interest: yuan(50),
        fees: null,
      },
    ]
    expect(loanOf(aDraft({ schedule, rate: null, term: null }))).toMatchObject({
      term: 1,
      schedule: [{ n: 1, principal: yuan(12_000), interest: yuan(50), fees: 0 }],
    })
  })

  it('reads percentages exactly', () => {
    const { penalty } = aDraft()
    const draft = aDraft({
      penalty: { ...penalty, way: 'multiplier', multiplier: '1.5', lateFeePercent: '2.5％' },
    })
    expect(loanOf(draft).penalty).toMatchObject({
      multiplier: fractionOf(3, 2),
      rate: null,
      lateFee: { fixed: 0, fraction: fractionOf(25, 1000) },
    })
  })

  it('enters the instalments paid so far on their due dates', () => {
    const reading = read(aDraft({ paid: 'count', paidCount: 2 }))
    const payments = reading.ok ? reading.value.payments : []
    expect(payments.map(({ on, amount, note, loan }) => ({ on, amount, note, loan }))).toEqual([
      { on: '2026-02-10', amount: yuan(1134.72), note: '补记', loan: 'id-2' },
      { on: '2026-03-10', amount: yuan(1134.72), note: '补记', loan: 'id-2' },
    ])
  })

  it('enters all that fell due, and no payment on a day that has not come', () => {
    const due = read(aDraft({ paid: 'up-to-date' }))
    expect(due.ok ? due.value.payments.at(-1)?.on : null).toBe('2026-11-10')
    const all = read(aDraft({ paid: 'count', paidCount: 12 }))
    expect(all.ok ? all.value.payments.at(-1)?.on : null).toBe(TODAY)
  })

  it('puts the loan, its lender and its payments into the case', () => {
    const reading = read(aDraft({ paid: 'count', paidCount: 1 }))
    if (!reading.ok) throw new Error('refused')
    const facts = putReadLoan(emptyCase('cn', 'CNY', 'zh-CN'), reading.value)
    expect(facts.creditors).toHaveLength(1)
    expect(facts.loans[0]?.creditor).toBe(facts.creditors[0]?.id)
    expect(facts.payments[0]?.loan).toBe(facts.loans[0]?.id)
  })
})

describe('editing', () => {
  const creditor = aCreditor({ onBehalfOf: 'c9', extra: { rating: 1 } })
  const loan = aLoan({
    extra: { colour: 'blue' },
    fees: [
      {
        label: '担保费',
        amount: yuan(30),
        when: 'each-instalment',
        on: null,
        kind: 'guarantee',
        extra: { x: 1 },
      },
    ],
    penalty: {
      rate: null,
      multiplier: fractionOf(3, 2),
      base: 'overdue-principal',
      compound: true,
      lateFee: { fixed: fen(0), fraction: fractionOf(5, 100) },
    },
    exposure: {
      contactsPermission: 'revoked',
      emergencyContacts: 2,
      callLogPermission: 'denied',
      appInstalled: true,
      policyOnContacts: 'not-named',
      doneSoFar: 'reached',
      consentWithdrawnOn: day('2026-01-02'),
      deletionAskedOn: null,
    },
    graceDays: 3,
    freezes: [{ from: day('2026-02-01'), until: null, stops: 'penalty' }],
    offers: [
      {
        id: 'o1',
        kind: 'settlement',
        amount: yuan(9000),
        months: null,
        rate: rateOf(6, 100, 'year'),
        deadline: null,
        confirmedInWriting: true,
      },
    ],
    reportedToBureau: true,
    litigation: 'sued',
  })

  it('changes nothing of a loan that is saved as it was, also what the form does not show', () => {
    const reading = read(loanDraftOf(loan, creditor), { loan, creditors: [creditor] })
    expect(reading).toEqual({ ok: true, value: { loan, creditor, payments: [] } })
  })

  it('creates no payments for a loan that exists', () => {
    const draft = { ...loanDraftOf(loan, creditor), paid: 'up-to-date' as const }
    const reading = read(draft, { loan, creditors: [creditor] })
    expect(reading.ok ? reading.value.payments : null).toEqual([])
  })

  it('gives a new lender an id of its own', () => {
    const draft = loanDraftOf(loan, creditor)
    draft.lender = { ...draft.lender, choice: NEW_LENDER, name: '乙公司（虚构）' }
    expect(loanOf(draft, { loan, creditors: [creditor] }).creditor).not.toBe('c1')
  })
})

const shown = (draft: LoanDraft, on = TODAY): LoanPreview => {
  const preview = previewLoan(draft, on)
  if (preview === null || preview === 'never-clears') throw new Error('no preview')
  return preview
}

describe('the preview', () => {
  it('waits until the terms are complete, but not for the lender', () => {
    expect(previewLoan(aDraft({ rate: null }), TODAY)).toBeNull()
    const preview = shown(aDraft({ lender: emptyLoanDraft([]).lender }), TODAY)
    expect(preview).toMatchObject({ payment: yuan(1134.72), instalments: 12 })
    expect(preview.cost.simpleAnnual).toBeCloseTo(0.24, 4)
  })

  it('shows what a flat rate of 0.6 % a month really costs', () => {
    const preview = shown(aDraft({ method: 'flat-rate', rate: rateOf(6, 1000, 'month') }), TODAY)
    expect(preview.cost.nominalAnnual).toBeCloseTo(0.072, 6)
    expect(preview.cost.simpleAnnual).toBeGreaterThan(0.128)
    expect(preview.cost.simpleAnnual).toBeLessThan(0.132)
  })
})

describe('rows', () => {
  it('get a key that no other has', () => {
    expect(nextKey([])).toBe(0)
    expect(nextKey([{ key: 4 }, { key: 1 }])).toBe(5)
  })

  it('offer each kind of loan a way of repaying', () => {
    expect(Object.values(METHODS_OF_KIND).every((methods) => methods.length > 0)).toBe(true)
  })
})
