import { describe, expect, it } from 'vitest'
import type { Loan, Payment, Statement } from '../../../../src/domain/case/index.ts'
import { checkStatement } from '../../../../src/domain/diagnosis/index.ts'
import { addFen, fen, fractionOf, type Fen } from '../../../../src/domain/kernel/index.ts'
import { replayLoan } from '../../../../src/domain/loan/index.ts'
import { aLoan, aPayment, day, yuan } from '../../../support/builders.ts'

const on = day('2026-03-20')

const loan = aLoan({
  penalty: {
    rate: null,
    multiplier: fractionOf(3, 2),
    base: 'overdue-principal',
    compound: false,
    lateFee: null,
  },
})
/** Six instalments of 1,134.72 paid on time; three fell due since. */
const payments = Array.from({ length: 6 }, (_, month) =>
  aPayment({
    id: `p${String(month + 1)}`,
    on: day(`2025-${String(month + 7).padStart(2, '0')}-10`),
    amount: yuan(1134.72),
  }),
)

const claimOf = (parts: Partial<Statement>): Statement => ({
  id: 's1',
  on,
  principal: null,
  interest: null,
  penalty: null,
  fees: null,
  total: null,
  note: '',
  ...parts,
})
const check = (parts: Partial<Statement>, of: Loan = loan, paid: readonly Payment[] = payments) =>
  checkStatement(of, paid, claimOf(parts))

const state = replayLoan(loan, payments, on)
const plus = (amount: Fen, more: number): Fen => addFen(amount, yuan(more))

describe('a statement', () => {
  it('that says what the contract says agrees, up to a yuan of rounding', () => {
    const { verdict, lines, reasons } = check({
      principal: state.principalOutstanding,
      interest: state.interestOwed,
      penalty: state.penaltyOwed,
      fees: state.feesOwed,
      total: plus(state.owedNow, 1),
    })
    expect(verdict).toBe('agrees')
    expect(reasons).toEqual([])
    expect(lines.map(({ part, difference }) => [part, difference])).toEqual([
      ['principal', 0],
      ['interest', 0],
      ['penalty', 0],
      ['fees', 0],
      ['total', 100],
    ])
  })

  it('is held only against what it says', () => {
    const { verdict, lines } = check({ principal: plus(state.principalOutstanding, -500) })
    expect(verdict).toBe('claims-less')
    expect(lines.filter(({ difference }) => difference !== null)).toHaveLength(1)
  })

  it('names the part that is larger, and by how much', () => {
    const { verdict, reasons } = check({ fees: plus(state.feesOwed, 380) })
    expect(verdict).toBe('claims-more')
    expect(reasons).toEqual([{ code: 'part-larger', part: 'fees', amount: 38_000 }])
  })

  it('whose parts do not add up says so', () => {
    const { reasons } = check({
      principal: yuan(100),
      interest: yuan(10),
      penalty: yuan(5),
      fees: yuan(0),
      total: yuan(150),
    })
    expect(reasons).toContainEqual({ code: 'sum-differs', amount: 3500 })
  })
})

describe('what a difference may come from', () => {
  it('is the payment that was not counted', () => {
    const without = replayLoan(loan, payments.slice(0, 5), on)
    expect(check({ total: without.owedNow }).reasons).toEqual([
      { code: 'payment-missing', payment: 'p6', amount: yuan(1134.72) },
    ])
  })

  it('is no payment where the claim fits none', () => {
    expect(check({ total: plus(state.owedNow, 77) }).reasons).toEqual([])
  })

  it('is a penalty on another base', () => {
    const penalty = loan.penalty && { ...loan.penalty, base: 'outstanding-principal' as const }
    const claimed = replayLoan({ ...loan, penalty }, payments, on).penaltyOwed
    expect(check({ penalty: claimed }).reasons).toContainEqual({
      code: 'penalty-other-base',
      base: 'outstanding-principal',
    })
  })

  it('is no guess about a penalty where the contract has none', () => {
    const bare = aLoan()
    expect(check({ penalty: fen(5000) }, bare).reasons).toEqual([
      { code: 'part-larger', part: 'penalty', amount: 5000 },
    ])
  })
})
