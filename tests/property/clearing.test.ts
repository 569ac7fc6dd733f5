import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, fen, subtractFen, sumFen } from '../../src/domain/kernel/index.ts'
import { replayLoan } from '../../src/domain/loan/index.ts'
import {
  amountToClearBy,
  clearingBy,
  type ClearingAnswer,
} from '../../src/domain/proposal/index.ts'
import { aCase, day } from '../support/builders.ts'
import { arbitraryCard, arbitraryLoan } from './arbitrary-loan.ts'

const on = day('2026-11-24')

const someFacts = fc
  .array(fc.oneof(arbitraryLoan, arbitraryCard), { minLength: 1, maxLength: 4 })
  .map((loans) =>
    aCase({ loans: loans.map((loan, index) => ({ ...loan, id: `l${String(index)}` })) }),
  )

const found = (answer: ClearingAnswer) => (answer.ok ? answer.value : null)

describe('clearing everything', () => {
  it('by a day takes an amount that does it, and one fen less does not', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 1, max: 60 }), (facts, months) => {
        const by = addMonths(on, months)
        const needed = found(amountToClearBy(facts, by, on))
        fc.pre(needed !== null)
        const again = found(clearingBy(facts, needed.monthly, on))
        expect(again).toEqual(needed)
        expect(needed.clearsOn <= by).toBe(true)
        const less = found(clearingBy(facts, fen(needed.monthly - 1), on))
        expect(less === null || less.clearsOn > by || needed.monthly === 1).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('never takes longer nor costs more when more is paid', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.integer({ min: 1000, max: 5_000_000 }),
        fc.integer({ min: 1, max: 500_000 }),
        (facts, amount, more) => {
          const slow = found(clearingBy(facts, fen(amount), on))
          const quick = found(clearingBy(facts, fen(amount + more), on))
          expect(slow === null || (quick !== null && quick.months <= slow.months)).toBe(true)
          expect(slow === null || (quick !== null && quick.interest <= slow.interest)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('pays what is owed today and the interest on the way, to the fen', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 50_000, max: 50_000_000 }), (facts, amount) => {
        const clearing = found(clearingBy(facts, fen(amount), on))
        fc.pre(clearing !== null)
        const owed = sumFen(facts.loans.map((loan) => replayLoan(loan, [], on).owedNow))
        expect(subtractFen(clearing.totalPaid, clearing.interest)).toBe(owed)
        expect(clearing.totalPaid).toBeLessThanOrEqual(clearing.months * amount)
        expect(clearing.totalPaid).toBeGreaterThan((clearing.months - 1) * amount)
      }),
      { numRuns: 60 },
    )
  })
})
