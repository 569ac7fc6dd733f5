import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, sumFen } from '../../src/domain/kernel/index.ts'
import { replayLoan, type Buckets } from '../../src/domain/loan/index.ts'
import { aPayment } from '../support/builders.ts'
import { arbitraryCard, arbitraryLoan, lateDay, paymentsOn } from './arbitrary-loan.ts'

const NAMES = ['principal', 'interest', 'penalty', 'fees', 'credit'] as const

const loanWithPayments = fc
  .oneof(arbitraryLoan, arbitraryCard)
  .chain((loan) =>
    fc.record({ loan: fc.constant(loan), payments: paymentsOn(loan), days: fc.nat({ max: 1600 }) }),
  )

describe('any replay', () => {
  it('has opening + change = closing on each line, and no bucket below 0', () => {
    fc.assert(
      fc.property(loanWithPayments, ({ loan, payments, days }) => {
        let opening: Buckets = {
          principal: 0,
          interest: 0,
          penalty: 0,
          fees: 0,
          credit: 0,
        } as Buckets
        for (const line of replayLoan(loan, payments, lateDay(loan, days)).ledger) {
          for (const name of NAMES) {
            expect(opening[name] + line.change[name]).toBe(line.balance[name])
            expect(line.balance[name]).toBeGreaterThanOrEqual(0)
          }
          opening = line.balance
        }
      }),
      { numRuns: 400 },
    )
  })

  it('loses no fen: what was charged is what was paid, is owed, or lies as credit', () => {
    fc.assert(
      fc.property(loanWithPayments, ({ loan, payments, days }) => {
        const state = replayLoan(loan, payments, lateDay(loan, days))
        const charged = state.ledger
          .filter(({ kind }) => kind !== 'paid' && kind !== 'credit-used')
          .map(({ change }) => change.principal + change.interest + change.penalty + change.fees)
        const owed =
          state.principalOutstanding + state.interestOwed + state.penaltyOwed + state.feesOwed
        const credit = state.ledger.at(-1)?.balance.credit ?? 0
        expect(charged.reduce((sum, amount) => sum + amount, 0) - state.paidTotal).toBe(
          owed - credit,
        )
        expect(state.owedNow).toBe(Math.max(0, owed - credit))
      }),
      { numRuns: 400 },
    )
  })

  it('owes in arrears no more than in all, and is late only when something is in arrears', () => {
    fc.assert(
      fc.property(loanWithPayments, ({ loan, payments, days }) => {
        const state = replayLoan(loan, payments, lateDay(loan, days))
        const owed = sumFen([
          state.principalOutstanding,
          state.interestOwed,
          state.penaltyOwed,
          state.feesOwed,
        ])
        expect(state.arrears).toBeLessThanOrEqual(owed)
        expect(state.overdueDays > 0 && state.arrears === 0).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('does not depend on payments that come later', () => {
    fc.assert(
      fc.property(loanWithPayments, ({ loan, payments, days }) => {
        const on = lateDay(loan, days)
        const known = payments.filter((payment) => payment.on <= on)
        expect(replayLoan(loan, payments, on)).toEqual(replayLoan(loan, known, on))
      }),
      { numRuns: 200 },
    )
  })

  it('is cleared by paying what it says clears it', () => {
    fc.assert(
      fc.property(loanWithPayments, ({ loan, payments, days }) => {
        const on = lateDay(loan, days)
        const { owedNow } = replayLoan(loan, payments, on)
        fc.pre(owedNow > 0)
        const last = aPayment({ id: 'last', loan: loan.id, on, amount: owedNow })
        const earlier = payments.filter((payment) => payment.on <= on)
        const state = replayLoan(loan, [...earlier, last], addDays(on, 400))
        expect(state).toMatchObject({ owedNow: 0, arrears: 0, overdueDays: 0, nextDue: null })
      }),
      { numRuns: 300 },
    )
  })
})
