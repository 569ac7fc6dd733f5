import { describe, expect, it } from 'vitest'
import type { Freeze, Loan, Payment, Penalty } from '../../../../src/domain/case/index.ts'
import { fractionOf, rateOf } from '../../../../src/domain/kernel/index.ts'
import { replayLoan } from '../../../../src/domain/loan/index.ts'
import { aLoan, aPayment, day, yuan } from '../../../support/builders.ts'

const penalty = (parts: Partial<Penalty> = {}): Penalty => ({
  rate: rateOf(5, 10_000, 'day'),
  multiplier: null,
  base: 'overdue-principal',
  compound: false,
  lateFee: null,
  ...parts,
})

/** Twelve times 1,000 principal, 10 interest and 1 fee on the 10th; late principal costs 0.05 % a day. */
const plain = (parts: Partial<Loan> = {}): Loan =>
  aLoan({
    schedule: Array.from({ length: 12 }, (_, index) => ({
      n: index + 1,
      dueOn: day(`2026-${String(index + 1).padStart(2, '0')}-10`),
      principal: yuan(1000),
      interest: yuan(10),
      fees: yuan(1),
    })),
    disbursedOn: day('2025-12-10'),
    firstDueOn: day('2026-01-10'),
    penalty: penalty(),
    ...parts,
  })

const paid = (on: string, amount: number, parts: Partial<Payment> = {}): Payment =>
  aPayment({ id: on, on: day(on), amount: yuan(amount), ...parts })

const frozen = (from: string, until: string | null, stops: Freeze['stops']): Freeze => ({
  from: day(from),
  until: until === null ? null : day(until),
  stops,
})

const lateFee = { fixed: yuan(20), fraction: null }

describe('grace days', () => {
  const loan = plain({ graceDays: 3, penalty: penalty({ lateFee }) })

  it('let a payment count as on time', () => {
    const state = replayLoan(loan, [paid('2026-01-13', 1011)], day('2026-01-31'))
    expect(state).toMatchObject({ penaltyOwed: 0, feesOwed: 0, overdueDays: 0, arrears: 0 })
  })

  it('are due, not overdue, while they last', () => {
    const state = replayLoan(loan, [], day('2026-01-13'))
    expect(state).toMatchObject({
      arrears: yuan(1011),
      overdueDays: 0,
      stage: 'M0',
      penaltyOwed: 0,
    })
  })

  it('count from the due date once they are over', () => {
    const state = replayLoan(loan, [], day('2026-01-14'))
    // Four days of 0.50, and the late fee.
    expect(state).toMatchObject({
      penaltyOwed: 200,
      lateFeesOwed: 2000,
      overdueDays: 4,
      stage: 'M1',
    })
  })

  it('charge what was unpaid on each of them', () => {
    const state = replayLoan(loan, [paid('2026-01-12', 511)], day('2026-01-14'))
    // Two days on 1,000, two on the 500 that are left.
    expect(state).toMatchObject({ penaltyOwed: 150, arrears: yuan(500) + 150 + 2000 })
  })

  it('charge principal that is not due only where the contract does', () => {
    const all = { ...loan, penalty: penalty({ base: 'outstanding-principal' }) }
    expect(replayLoan(all, [], day('2026-01-13')).penaltyOwed).toBe(0)
    // 12,000 for four days.
    expect(replayLoan(all, [], day('2026-01-14')).penaltyOwed).toBe(2400)
    expect(replayLoan(all, [paid('2026-01-13', 1011)], day('2026-01-31')).penaltyOwed).toBe(0)
  })

  it('keep a card interest-free while it can still be paid in full', () => {
    const card = aLoan({
      method: 'minimum-payment',
      principal: yuan(10_000),
      disbursedOn: day('2026-05-20'),
      firstDueOn: day('2026-06-10'),
      rate: rateOf(5, 10_000, 'day'),
      dayCount: 'actual/365',
      graceDays: 3,
    })
    const inTime = replayLoan(card, [paid('2026-06-13', 10_000)], day('2026-07-01'))
    expect(inTime).toMatchObject({ owedNow: 0, interestOwed: 0 })
    expect(replayLoan(card, [], day('2026-06-13')).interestOwed).toBe(0)
    expect(replayLoan(card, [], day('2026-06-14')).interestOwed).toBe(25 * 500)
  })
})

describe('a freeze (停息)', () => {
  it('stops penalty interest from its first to its last day', () => {
    const loan = plain({ freezes: [frozen('2026-01-15', '2026-01-19', 'penalty')] })
    // 10–14 and 20–24 January: ten days of 0.50. On the five between late principal bears 24 % ÷ 360
    // a day = 0.67, more than the penalty: so it bears no more than that, as interest.
    const state = replayLoan(loan, [], day('2026-01-25'))
    expect(state.penaltyOwed).toBe(500)
    expect(state.interestOwed).toBe(1000 + 250 + 484)
  })

  it('leaves late principal the ordinary rate where the penalty is dearer', () => {
    const loan = plain({
      penalty: penalty({ rate: null, multiplier: fractionOf(3, 2) }),
      freezes: [frozen('2026-01-10', null, 'penalty')],
    })
    // 1,000 × 24 % ÷ 360 × 10 days, not one and a half times that.
    const state = replayLoan(loan, [], day('2026-01-20'))
    expect(state).toMatchObject({ penaltyOwed: 0, interestOwed: 1000 + 667 + 323 })
  })

  it('that stops everything stops interest of the period too, by its days', () => {
    const loan = plain({ freezes: [frozen('2026-01-20', '2026-01-29', 'everything')] })
    const state = replayLoan(loan, [paid('2026-01-10', 1011)], day('2026-02-10'))
    // 21 of 31 days: 6.77 of 10.00.
    expect(state.interestOwed).toBe(677)
    const running = replayLoan(loan, [paid('2026-01-10', 1011)], day('2026-01-25'))
    // 10 of 31 days, then nothing.
    expect(running.interestOwed).toBe(323)
  })

  it('waives a late fee that falls into it', () => {
    const fee = penalty({ lateFee })
    const during = plain({ penalty: fee, freezes: [frozen('2026-01-11', '2026-01-31', 'penalty')] })
    expect(replayLoan(during, [], day('2026-02-09')).feesOwed).toBe(100)
    const after = plain({ penalty: fee, freezes: [frozen('2026-01-01', '2026-01-10', 'penalty')] })
    expect(replayLoan(after, [], day('2026-02-09')).feesOwed).toBe(2100)
  })

  it('goes on counting the days overdue', () => {
    const loan = plain({ freezes: [frozen('2026-01-10', null, 'everything')] })
    const state = replayLoan(loan, [], day('2026-03-10'))
    expect(state).toMatchObject({ overdueDays: 59, stage: 'M2', penaltyOwed: 0 })
  })

  it('counts once where two of them overlap', () => {
    const twice = [
      frozen('2026-01-20', '2026-01-25', 'everything'),
      frozen('2026-01-23', '2026-01-29', 'everything'),
    ]
    const state = replayLoan(
      plain({ freezes: twice }),
      [paid('2026-01-10', 1011)],
      day('2026-02-10'),
    )
    expect(state.interestOwed).toBe(677)
  })
})

describe('a rate change', () => {
  it('changes what late principal bears from its day on', () => {
    const loan = plain({
      penalty: penalty({ rate: null, multiplier: fractionOf(3, 2) }),
      rateChanges: [{ on: day('2026-01-20'), rate: rateOf(12, 100, 'year') }],
    })
    // Ten days at 36 % and ten at 18 % of 1,000.
    expect(replayLoan(loan, [], day('2026-01-30')).penaltyOwed).toBe(1000 + 500)
  })

  it('changes what a card bears', () => {
    const card = aLoan({
      method: 'minimum-payment',
      principal: yuan(10_000),
      disbursedOn: day('2026-05-20'),
      firstDueOn: day('2026-06-10'),
      rate: rateOf(5, 10_000, 'day'),
      rateChanges: [{ on: day('2026-05-30'), rate: rateOf(1, 10_000, 'day') }],
      dayCount: 'actual/365',
    })
    // Ten days of 5.00 and fifteen of 1.00.
    expect(replayLoan(card, [], day('2026-06-14')).interestOwed).toBe(5000 + 1500)
  })
})

describe('a payment that is taken back', () => {
  const bounced = paid('2026-01-10', 1011, { reversedOn: day('2026-01-13') })

  it('counts until the day before', () => {
    const state = replayLoan(plain(), [bounced], day('2026-01-12'))
    expect(state).toMatchObject({ overdueDays: 0, arrears: 0, paidTotal: yuan(1011) })
  })

  it('is then as if it had never been made, and the ledger says so', () => {
    const state = replayLoan(plain(), [bounced], day('2026-01-20'))
    expect(state).toMatchObject({ overdueDays: 10, paidTotal: 0, penaltyOwed: 500 })
    expect(state.ledger.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2025-12-10 disbursed',
      '2026-01-10 interest',
      '2026-01-10 fee',
      '2026-01-10 paid',
      '2026-01-13 reversed',
      '2026-01-20 penalty',
      '2026-01-20 interest',
    ])
    const taken = state.ledger.find(({ kind }) => kind === 'reversed')
    expect(taken?.change).toMatchObject({
      principal: yuan(1000),
      interest: yuan(10),
      fees: yuan(1),
    })
  })

  it('moves later payments to where they would have gone', () => {
    const later = paid('2026-01-12', 1011)
    const state = replayLoan(plain(), [bounced, later], day('2026-01-20'))
    // Two days late: 1.00 of penalty first, so 1.00 of principal stays and bears eight days.
    expect(state).toMatchObject({ overdueDays: 10, penaltyOwed: 0, arrears: yuan(1) })
  })

  it('opens a loan again that it had closed', () => {
    const all = paid('2026-01-10', 12_011, { reversedOn: day('2026-03-01') })
    expect(replayLoan(plain(), [all], day('2026-02-28'))).toMatchObject({
      owedNow: 0,
      nextDue: null,
    })
    const state = replayLoan(plain(), [all], day('2026-03-01'))
    expect(state).toMatchObject({ overdueDays: 50, principalOutstanding: yuan(12_000) })
    expect(state.nextDue?.dueOn).toBe('2026-03-10')
  })

  it('never counts where it was taken back on its own day', () => {
    const never = paid('2026-01-10', 1011, { reversedOn: day('2026-01-10') })
    expect(replayLoan(plain(), [never], day('2026-01-20'))).toEqual(
      replayLoan(plain(), [], day('2026-01-20')),
    )
  })
})

describe('the order of payment', () => {
  const late = (paymentOrder: Loan['paymentOrder']) => {
    const loan = plain({ paymentOrder, penalty: penalty({ lateFee }) })
    // On 20 February: two instalments of 1,011, 31 × 0.50 + 10 × 1.00 of penalty, two late fees of 20.
    return replayLoan(loan, [paid('2026-02-20', 1011)], day('2026-02-20'))
  }

  it('serves the oldest instalment whole, after what lateness cost', () => {
    // 40.00 + 25.50 + 11.00 + 934.50 of principal; the second instalment is untouched.
    expect(late('oldest-instalment')).toMatchObject({
      lateFeesOwed: 0,
      penaltyOwed: 0,
      feesOwed: 100,
      principalOutstanding: yuan(11_065.5),
      oldestUnpaidDueOn: '2026-01-10',
    })
  })

  it('serves costs, interest, principal over all instalments (Civil Code art. 561)', () => {
    // 42.00 + 25.50 + 20.00 + 923.50 of principal.
    const state = late('costs-interest-principal')
    expect(state).toMatchObject({
      feesOwed: 0,
      penaltyOwed: 0,
      principalOutstanding: yuan(11_076.5),
    })
    // Only the days of the third period: 10 of 28.
    expect(state.interestOwed).toBe(357)
  })

  it('serves principal first where the contract says so', () => {
    expect(late('principal-first')).toMatchObject({
      principalOutstanding: yuan(10_989),
      penaltyOwed: 2550,
      lateFeesOwed: 4000,
      feesOwed: 4200,
    })
  })
})

describe('late charges', () => {
  it('compound from the oldest on: a payment lowers what compounds first', () => {
    const loan = plain({
      penalty: penalty({ compound: true }),
      schedule: plain().schedule?.slice(0, 1) ?? null,
    })
    // 1,011 × 0.05 % × 31 days = 15.67 is added on 10 February; 10.00 is paid of it at once.
    const state = replayLoan(loan, [paid('2026-02-10', 10)], day('2026-02-20'))
    // (1,011 + 5.67) × 0.05 % × 10 = 5.08.
    expect(state.penaltyOwed).toBe(567 + 508)
  })
})

describe('fees of revolving credit', () => {
  it('fall due with their due date', () => {
    const fee = { label: '', amount: yuan(30), kind: 'service' } as const
    const card = aLoan({
      method: 'minimum-payment',
      principal: yuan(10_000),
      disbursedOn: day('2026-05-20'),
      firstDueOn: day('2026-06-10'),
      rate: rateOf(0, 1, 'day'),
      fees: [
        { ...fee, when: 'each-instalment', on: null },
        { ...fee, when: 'once', on: day('2026-07-01') },
      ],
    })
    expect(replayLoan(card, [], day('2026-06-30')).feesOwed).toBe(3000)
    expect(replayLoan(card, [], day('2026-07-10')).feesOwed).toBe(9000)
  })
})
