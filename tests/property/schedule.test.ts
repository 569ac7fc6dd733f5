import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Loan } from '../../src/domain/case/index.ts'
import { internalRate } from '../../src/domain/cost/index.ts'
import { addFen, fen, rateOf, sumFen } from '../../src/domain/kernel/index.ts'
import { buildSchedule } from '../../src/domain/loan/index.ts'
import { day } from '../support/builders.ts'
import { arbitraryCard, arbitraryLoan } from './arbitrary-loan.ts'

const rowsOf = (loan: Parameters<typeof buildSchedule>[0]) => {
  const schedule = buildSchedule(loan)
  return schedule.ok ? schedule.value.instalments : null
}

describe('any schedule', () => {
  it('repays the principal exactly and ends at 0.00', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryLoan, arbitraryCard), (loan) => {
        const rows = rowsOf(loan)
        fc.pre(rows !== null)
        expect(sumFen(rows.map(({ principal }) => principal))).toBe(loan.principal)
        expect(rows.at(-1)?.balance).toBe(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('adds up line by line, never negative, dates rising', () => {
    fc.assert(
      fc.property(arbitraryLoan, (loan) => {
        let balance: number = loan.principal
        let before = loan.disbursedOn
        for (const row of rowsOf(loan) ?? []) {
          balance -= row.principal
          expect(row.payment).toBe(addFen(row.principal, row.interest, row.fees))
          expect(row.balance).toBe(balance)
          expect(Math.min(row.principal, row.interest, row.fees)).toBeGreaterThanOrEqual(0)
          expect(row.dueOn > before).toBe(true)
          before = row.dueOn
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is the same by the quick way as by the general one, which a change into the same rate asks for', () => {
    const monthly = fc.record({
      loan: arbitraryLoan,
      // Whole yuan up to 10 billion: the quick way hands over to the general one in between.
      principal: fc.oneof(fc.integer({ min: 1, max: 3e9 }), fc.integer({ min: 1, max: 1e12 })),
    })
    fc.assert(
      fc.property(monthly, ({ loan, principal }) => {
        const usual: Loan = { ...loan, dayCount: '30/360', principal: fen(principal) }
        const change = { on: day('2190-01-01'), rate: loan.rate }
        expect(buildSchedule(usual)).toEqual(buildSchedule({ ...usual, rateChanges: [change] }))
      }),
      { numRuns: 1000 },
    )
  })

  it('costs more at a higher rate, but for a fen of rounding an instalment', () => {
    fc.assert(
      fc.property(arbitraryLoan, fc.integer({ min: 1, max: 500 }), (loan, more) => {
        const dearer = rateOf(
          loan.rate.numerator * 1000 + more * loan.rate.denominator,
          loan.rate.denominator * 1000,
          'year',
        )
        const total = (rows: ReturnType<typeof rowsOf>) =>
          sumFen((rows ?? []).map(({ interest }) => interest))
        fc.pre(loan.principal >= 10_000)
        const rounding = loan.term ?? 0
        expect(total(rowsOf({ ...loan, rate: dearer })) + rounding).toBeGreaterThanOrEqual(
          total(rowsOf(loan)),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('gives back the rate it was made with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 360 }),
        arbitraryLoan,
        (term, annual, loan) => {
          const rows = rowsOf({
            ...loan,
            principal: 10_000_000 as typeof loan.principal,
            method: 'equal-instalment',
            dayCount: '30/360',
            fees: [],
            term,
            rate: rateOf(annual, 1000, 'year'),
            firstDueOn: loan.firstDueOn,
            disbursedOn: loan.firstDueOn,
          })
          // The first period is a month: the loan is paid out one month before.
          const regular = (rows ?? []).slice(1)
          const balance = rows?.[0]?.balance ?? 0
          const flows = [
            { t: 0, amount: balance },
            ...regular.map(({ payment }, index) => ({ t: index + 1, amount: -payment })),
          ]
          expect((internalRate(flows) ?? 0) * 12).toBeCloseTo(annual / 1000, 3)
        },
      ),
      { numRuns: 300 },
    )
  })
})
