import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferLoan } from '../../src/domain/cost/index.ts'
import { fen, sumFen } from '../../src/domain/kernel/index.ts'
import { day } from '../support/builders.ts'

describe('an inferred loan', () => {
  it('repays the principal exactly in rows that are the instalment, never negative', () => {
    fc.assert(
      fc.property(
        fc.record({
          received: fc.integer({ min: 1, max: 1_000_000_000 }).map(fen),
          instalment: fc.integer({ min: 1, max: 1_000_000_000 }).map(fen),
          count: fc.integer({ min: 1, max: 600 }),
        }),
        (known) => {
          const terms = inferLoan({
            ...known,
            firstDueOn: day('2026-01-31'),
            disbursedOn: null,
            principal: null,
          })
          if (!terms.ok) return
          const rows = terms.value.schedule ?? []
          expect(sumFen(rows.map(({ principal }) => principal))).toBe(known.received)
          for (const { principal, interest } of rows) {
            expect(principal + interest).toBe(known.instalment)
            expect(Math.min(principal, interest)).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
