import { describe, expect, it } from 'vitest'
import type { Loan, Payment } from '../../../../src/domain/case/index.ts'
import { rateOf } from '../../../../src/domain/kernel/index.ts'
import { replayLoan } from '../../../../src/domain/loan/index.ts'
import { aLoan, aPayment, day, yuan } from '../../../support/builders.ts'

/** 10,000 drawn on 20 May 2026; a tenth is asked on the 10th of each month; 0.05 % a day. */
const aCard = (parts: Partial<Loan> = {}): Loan =>
  aLoan({
    kind: 'revolving',
    method: 'minimum-payment',
    principal: yuan(10_000),
    received: yuan(10_000),
    disbursedOn: day('2026-05-20'),
    firstDueOn: day('2026-06-10'),
    dueDay: 10,
    term: null,
    rate: rateOf(5, 10_000, 'day'),
    dayCount: 'actual/365',
    minimumPayment: { fraction: { numerator: 1, denominator: 10 }, floor: yuan(100) },
    penalty: {
      rate: null,
      multiplier: null,
      base: 'overdue-principal',
      compound: false,
      lateFee: { fixed: yuan(0), fraction: { numerator: 5, denominator: 100 } },
    },
    ...parts,
  })

const paid = (on: string, amount: number): Payment =>
  aPayment({ id: on, on: day(on), amount: yuan(amount) })

describe('revolving credit on a day', () => {
  it('bears no interest while it can still be paid in full', () => {
    expect(replayLoan(aCard(), [], day('2026-06-10'))).toMatchObject({
      owedNow: yuan(10_000),
      arrears: yuan(1000),
      overdueDays: 0,
    })
  })

  it('bears none when it was', () => {
    const state = replayLoan(aCard(), [paid('2026-06-10', 10_000)], day('2026-09-01'))
    expect(state).toMatchObject({ owedNow: 0, arrears: 0, nextDue: null, overpaid: 0 })
  })

  it('bears interest from the transaction date otherwise, and a late fee on the unpaid minimum', () => {
    const state = replayLoan(aCard(), [], day('2026-06-11'))
    // 22 days × 5.00; the minimum of 10 June: a tenth of 10,105.00.
    expect(state.interestOwed).toBe(11_000)
    expect(state.feesOwed).toBe(5053)
    expect(state).toMatchObject({ overdueDays: 1, stage: 'M1', arrears: 101_050 + 5053 })
  })

  it('asks what is missing of each minimum', () => {
    const state = replayLoan(aCard(), [paid('2026-06-05', 600)], day('2026-06-11'))
    expect(state.overdueDays).toBe(1)
    // 16 days on 10,000 cost 80.00, which the payment covers first: 9,480 bear interest from then on.
    expect(state.interestOwed).toBe(2844)
    // On 10 June 9,480 and 23.70 were owed: a tenth of it, less the 600 paid since.
    expect(state.arrears).toBe(95_037 - 60_000 + state.feesOwed)
    // 5 % of the missing 350.37.
    expect(state.feesOwed).toBe(1752)
  })

  it('is up to date once what is late is paid', () => {
    const before = replayLoan(aCard(), [], day('2026-06-20'))
    const state = replayLoan(aCard(), [paid('2026-06-20', before.arrears / 100)], day('2026-06-20'))
    expect(state).toMatchObject({ arrears: 0, overdueDays: 0 })
    expect(state.nextDue?.dueOn).toBe('2026-07-10')
  })

  it('adds penalty interest on the unpaid minimum where the contract has it', () => {
    const penalty = {
      rate: rateOf(1, 10_000, 'day'),
      multiplier: null,
      base: 'overdue-principal' as const,
      compound: false,
      lateFee: null,
    }
    const state = replayLoan(aCard({ penalty }), [], day('2026-06-20'))
    // A tenth of 10,105.00 for ten days at 0.01 %.
    expect(state.penaltyOwed).toBe(101)
  })
})
