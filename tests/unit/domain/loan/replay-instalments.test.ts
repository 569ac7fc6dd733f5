import { describe, expect, it } from 'vitest'
import type { Loan, Payment, Penalty } from '../../../../src/domain/case/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { replayLoan } from '../../../../src/domain/loan/index.ts'
import { aLoan, aPayment, day, yuan } from '../../../support/builders.ts'

const penalty = (parts: Partial<Penalty> = {}): Penalty => ({
  rate: null,
  multiplier: null,
  base: 'overdue-principal',
  compound: false,
  lateFee: null,
  ...parts,
})

/** Twelve times 1,000 principal and 10 interest, so that every figure can be followed by hand. */
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
    // Late money costs nothing unless a test says so.
    penalty: penalty({ rate: rateOf(0, 1, 'day') }),
    ...parts,
  })

const paid = (on: string, amount: number): Payment =>
  aPayment({ id: on, on: day(on), amount: yuan(amount) })

const perDay = (ten_thousandths: number) => rateOf(ten_thousandths, 10_000, 'day')

describe('a loan on a day', () => {
  it('owes nothing before it is paid out', () => {
    expect(replayLoan(plain(), [], day('2025-12-09'))).toMatchObject({ owedNow: 0, stage: 'M0' })
  })

  it('owes principal and the interest of the days gone while nothing is due', () => {
    // 10.00 × 16 ÷ 31 days.
    const state = replayLoan(plain(), [], day('2025-12-26'))
    expect(state).toMatchObject({ principalOutstanding: yuan(12_000), interestOwed: 516 })
    expect(state).toMatchObject({ owedNow: 1_200_516, arrears: 0, overdueDays: 0 })
  })

  it('is due, not overdue, on the due date itself', () => {
    const state = replayLoan(plain(), [], day('2026-01-10'))
    expect(state).toMatchObject({ arrears: yuan(1011), overdueDays: 0, stage: 'M0' })
    expect(replayLoan(plain(), [], day('2026-01-11'))).toMatchObject({
      overdueDays: 1,
      stage: 'M1',
    })
  })

  it('counts days from the oldest unpaid due date', () => {
    const state = replayLoan(plain(), [paid('2026-01-10', 1011)], day('2026-04-01'))
    expect(state).toMatchObject({ oldestUnpaidDueOn: '2026-02-10', overdueDays: 50, stage: 'M2' })
    expect(state.arrears).toBe(yuan(2022))
  })

  it('is not late when a payment came on time, also ahead of time', () => {
    const state = replayLoan(plain(), [paid('2026-01-02', 1011)], day('2026-01-20'))
    expect(state).toMatchObject({ overdueDays: 0, arrears: 0, principalOutstanding: yuan(11_000) })
    expect(state.ledger.map(({ kind }) => kind)).toContain('credit-used')
  })

  it('stays late by the part that is missing', () => {
    const state = replayLoan(plain(), [paid('2026-01-10', 1000)], day('2026-01-20'))
    expect(state).toMatchObject({ arrears: yuan(11), overdueDays: 10 })
    // Fees and interest first: 11.00 of principal is missing.
    expect(state.principalOutstanding).toBe(yuan(11_011))
  })

  it('closes when a payment clears everything, and gives back what is over', () => {
    const closed = replayLoan(plain(), [paid('2026-01-10', 20_000)], day('2026-06-01'))
    expect(closed).toMatchObject({ owedNow: 0, arrears: 0, nextDue: null, overdueDays: 0 })
    expect(closed.overpaid).toBe(yuan(20_000 - 12_011))
  })

  it('passes over payments of other loans and later ones', () => {
    const other = aPayment({ loan: 'l2', on: day('2026-01-10'), amount: yuan(1011) })
    const state = replayLoan(plain(), [other, paid('2026-02-01', 500)], day('2026-01-31'))
    expect(state).toMatchObject({ paidTotal: 0, overdueDays: 21 })
  })

  it('owes its principal where no schedule can be computed', () => {
    const state = replayLoan(aLoan({ term: null }), [], day('2026-01-01'))
    expect(state).toMatchObject({ owedNow: yuan(12_000), arrears: 0, nextDue: null })
  })
})

describe('late money', () => {
  it('bears an own daily rate on overdue principal', () => {
    const loan = plain({ penalty: penalty({ rate: perDay(5) }) })
    // 1,000 × 0.05 % × 31 days, then 2,000 × 0.05 % × 8 days.
    expect(replayLoan(loan, [], day('2026-02-18')).penaltyOwed).toBe(1550 + 800)
  })

  it('bears a multiple of the loan’s rate', () => {
    const loan = plain({ penalty: penalty({ multiplier: { numerator: 3, denominator: 2 } }) })
    // 1,000 × 24 % × 1.5 ÷ 360 × 10 days.
    expect(replayLoan(loan, [], day('2026-01-20')).penaltyOwed).toBe(1000)
  })

  it('bears it on the whole overdue instalment where the contract says so', () => {
    const loan = plain({ penalty: penalty({ rate: perDay(5), base: 'overdue-instalment' }) })
    // 1,011 × 0.05 % × 10 days = 5.055, half up.
    expect(replayLoan(loan, [], day('2026-01-20')).penaltyOwed).toBe(506)
  })

  it('bears it on all outstanding principal while something is late', () => {
    const loan = plain({ penalty: penalty({ rate: perDay(5), base: 'outstanding-principal' }) })
    expect(replayLoan(loan, [], day('2026-01-20')).penaltyOwed).toBe(6000)
    const kept = replayLoan(loan, [paid('2026-01-10', 1011)], day('2026-01-20'))
    expect(kept.penaltyOwed).toBe(0)
  })

  it('counts nothing twice when a multiple bears on principal that is not due', () => {
    const loan = plain({
      penalty: penalty({
        multiplier: { numerator: 3, denominator: 2 },
        base: 'outstanding-principal',
      }),
    })
    // 10 days: 1,000 late at 1.5 × 24 %, 11,000 not due at the half that comes on top.
    expect(replayLoan(loan, [], day('2026-01-20')).penaltyOwed).toBe(1000 + 3667)
  })

  it('bears compound charges from each due date on', () => {
    const loan = plain({ penalty: penalty({ rate: perDay(5), compound: true }) })
    // Interest and fees count too: 1,011 × 0.05 % × 31 = 15.67; then (2,022 + 15.67) × 0.05 % × 8.
    expect(replayLoan(loan, [], day('2026-02-18')).penaltyOwed).toBe(1567 + 815)
  })

  it('goes on bearing the ordinary rate where no penalty is agreed', () => {
    const state = replayLoan(plain({ penalty: null }), [], day('2026-01-20'))
    // 1,000 × 24 % ÷ 360 × 10 days, beside 10.00 due and 10.00 × 10 ÷ 31 running.
    expect(state).toMatchObject({ penaltyOwed: 0, interestOwed: 667 + 1000 + 323 })
  })

  it('costs a late fee once for each missed due date', () => {
    const lateFee = { fixed: yuan(20), fraction: { numerator: 5, denominator: 100 } }
    const loan = plain({ penalty: penalty({ lateFee }) })
    // 20 + 5 % of 1,011 = 70.55 on 11 January; the unpaid instalment’s own fee is 1.00.
    expect(replayLoan(loan, [], day('2026-02-10')).feesOwed).toBe(7055 + 100 + 100)
    expect(replayLoan(loan, [], day('2026-02-11')).feesOwed).toBe(7055 * 2 + 200)
  })

  it('is paid before instalments: late fees, penalty, then the oldest instalment', () => {
    const loan = plain({ penalty: penalty({ rate: perDay(5) }) })
    // Ten days cost 5.00; of 1,011.00 paid, 5.00 of principal stays unpaid.
    const state = replayLoan(loan, [paid('2026-01-20', 1011)], day('2026-01-20'))
    expect(state).toMatchObject({ penaltyOwed: 0, arrears: yuan(5), overdueDays: 10 })
  })
})

describe('the ledger', () => {
  it('names what happened, line by line', () => {
    const loan = plain({ penalty: penalty({ rate: perDay(5) }) })
    const { ledger } = replayLoan(loan, [paid('2026-01-20', 500)], day('2026-01-20'))
    expect(ledger.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2025-12-10 disbursed',
      '2026-01-10 interest',
      '2026-01-10 fee',
      '2026-01-20 penalty',
      '2026-01-20 paid',
      '2026-01-20 interest',
    ])
  })
})
