import { describe, expect, it } from 'vitest'
import type { Agreement, Case } from '../../../../src/domain/case/index.ts'
import { rateOf, ZERO_FEN } from '../../../../src/domain/kernel/index.ts'
import { agreedDues, promiseGuard } from '../../../../src/domain/proposal/index.ts'
import {
  aCase,
  aCreditor,
  aLoan,
  anExpense,
  anIncome,
  aPayment,
  day,
  yuan,
} from '../../../support/builders.ts'

const today = day('2026-11-24')

/** 2,000 at hand; 6,000 on the 10th; rent 1,800 on the 1st, food 1,500 on the 5th. */
const household = (parts: Partial<Case> = {}): Case =>
  aCase({
    budget: {
      ...aCase().budget,
      cash: yuan(4000),
      reserve: yuan(300),
      incomes: [anIncome({ amount: yuan(6000) })],
      expenses: [
        anExpense({ id: 'rent', amount: yuan(1800) }),
        anExpense({ id: 'food', category: 'food', amount: yuan(1500), day: 5 }),
      ],
    },
    creditors: [aCreditor(), aCreditor({ id: 'c2' })],
    loans: [aLoan(), aLoan({ id: 'l2', creditor: 'c2' })],
    ...parts,
  })

const anAgreement = (parts: Partial<Agreement> = {}): Agreement => ({
  id: 'a1',
  signedOn: day('2026-11-01'),
  inWriting: true,
  recorded: false,
  balance: null,
  instalments: [{ dueOn: day('2026-12-08'), amount: yuan(200) }],
  fees: [],
  interestStops: null,
  rate: null,
  stated: [],
  ...parts,
})

const guard = (amount: number, on: string, facts = household()) =>
  promiseGuard(facts, { amount: yuan(amount), on: day(on), loan: 'l1' }, today)

describe('a promise', () => {
  it('is kept while rent and food are paid and the reserve stays', () => {
    // 4,000 − 1,800 − 1,500 = 700 before the next pay; 400 of it is free.
    expect(guard(400, '2026-11-28')).toEqual({
      verdict: 'keeps',
      breaks: null,
      lowest: { on: '2026-12-05', cash: yuan(300) },
      most: yuan(400),
      alreadyShort: null,
    })
  })

  it('may use what was kept for the unforeseen, and says so', () => {
    expect(guard(401, '2026-11-28')).toMatchObject({ verdict: 'uses-reserve', breaks: null })
    expect(guard(700, '2026-11-28')).toMatchObject({ verdict: 'uses-reserve' })
  })

  it('that takes the food says which bill, on which day and how much of it', () => {
    expect(guard(701, '2026-11-28')).toMatchObject({
      verdict: 'breaks',
      breaks: { on: '2026-12-05', kind: 'essential', id: 'food', missing: yuan(1) },
    })
  })

  it('that takes the rent says so', () => {
    expect(guard(2500, '2026-11-28').breaks).toEqual({
      on: '2026-12-01',
      kind: 'priority',
      id: 'rent',
      missing: yuan(300),
    })
  })

  it('that can’t itself be paid is the first thing to break', () => {
    expect(guard(4500, '2026-11-28').breaks).toMatchObject({
      kind: 'promise',
      id: 'l1',
      on: '2026-11-28',
      missing: yuan(500),
    })
  })

  it('after pay day can be larger', () => {
    // 700 + 6,000 less January’s rent and food leaves 3,400 until the pay of 10 January.
    expect(guard(3100, '2026-12-12')).toMatchObject({ verdict: 'keeps', most: yuan(3100) })
    expect(guard(3101, '2026-12-12').verdict).toBe('uses-reserve')
  })

  it('for today or a day gone by is held against today’s cash', () => {
    expect(guard(400, '2026-11-20').verdict).toBe('keeps')
    expect(guard(5000, '2026-11-20').breaks).toMatchObject({ kind: 'promise', on: today })
  })

  it('leaves another loan’s agreed payment alone', () => {
    const facts = household({
      loans: [aLoan(), aLoan({ id: 'l2', creditor: 'c2', agreements: [anAgreement()] })],
    })
    expect(guard(200, '2026-11-28', facts)).toMatchObject({ verdict: 'keeps', most: yuan(200) })
    expect(guard(600, '2026-11-28', facts).breaks).toEqual({
      on: '2026-12-08',
      kind: 'loan',
      id: 'l2',
      missing: yuan(100),
    })
  })

  it('replaces what its own loan was to be paid in that month', () => {
    const loans = [aLoan({ agreements: [anAgreement()] }), aLoan({ id: 'l2', creditor: 'c2' })]
    expect(guard(400, '2026-12-09', household({ loans })).verdict).toBe('keeps')
    expect(guard(400, '2026-11-28', household({ loans })).verdict).toBe('uses-reserve')
  })

  it('is not blamed for what could not be paid anyway', () => {
    const facts = household()
    const poor = { ...facts, budget: { ...facts.budget, cash: yuan(1000) } }
    const answer = guard(0, '2026-12-12', poor)
    expect(answer.alreadyShort).toMatchObject({ id: 'rent', missing: yuan(800) })
    expect(answer.verdict).toBe('keeps')
    expect(guard(1, '2026-11-28', poor)).toMatchObject({ verdict: 'breaks', most: ZERO_FEN })
  })
})

describe('what lenders are owed by agreement', () => {
  const until = day('2027-01-31')
  const dues = (facts: Case) =>
    agreedDues(facts, today, until).map(({ id, on, amount }) => [id, on, amount])

  it('is nothing for a loan that is late without an agreement', () => {
    expect(dues(household())).toEqual([])
  })

  it('is the contract’s own for a loan that is not late', () => {
    const loan = aLoan({
      principal: yuan(1200),
      received: yuan(1200),
      rate: rateOf(0, 1, 'year'),
      disbursedOn: day('2026-11-01'),
      firstDueOn: day('2026-12-10'),
    })
    expect(dues(household({ loans: [loan] }))).toEqual([
      ['l1', '2026-12-10', yuan(100)],
      ['l1', '2027-01-10', yuan(100)],
    ])
  })

  it('is the plan’s, less what was paid since, the oldest first and what is late at once', () => {
    const instalments = ['2026-11-15', '2026-12-15', '2027-01-15', '2027-02-15'].map((date) => ({
      loan: 'l1',
      dueOn: day(date),
      amount: yuan(300),
    }))
    const plan = { acceptedOn: day('2026-11-01'), proposal: 'x', instalments, figures: null }
    const paid = aPayment({ on: day('2026-11-20'), amount: yuan(250) })
    const before = aPayment({ id: 'p0', on: day('2026-10-20'), amount: yuan(900) })
    const bounced = aPayment({
      id: 'p2',
      on: day('2026-11-21'),
      amount: yuan(900),
      reversedOn: day('2026-11-22'),
    })
    expect(dues(household({ plan, payments: [before, paid, bounced] }))).toEqual([
      ['l1', '2026-11-25', yuan(50)],
      ['l1', '2026-12-15', yuan(300)],
      ['l1', '2027-01-15', yuan(300)],
    ])
  })

  it('is the latest agreement’s where there is one, and the plan’s no more', () => {
    const plan = {
      acceptedOn: day('2026-11-01'),
      figures: null,
      proposal: 'x',
      instalments: [{ loan: 'l1', dueOn: day('2026-12-20'), amount: yuan(999) }],
    }
    const agreements = [
      anAgreement({
        id: 'a2',
        signedOn: day('2026-11-20'),
        instalments: [{ dueOn: day('2026-12-28'), amount: yuan(150) }],
      }),
      anAgreement(),
      anAgreement({ id: 'a3', signedOn: day('2026-11-22'), instalments: [] }),
    ]
    expect(dues(household({ plan, loans: [aLoan({ agreements })] }))).toEqual([
      ['l1', '2026-12-28', yuan(150)],
    ])
  })
})
