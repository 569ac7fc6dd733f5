import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalAmount } from '../../src/packs/capital-amount.ts'
import { capitalsToFen } from '../support/capital-digits.ts'

/** Amounts of any size, with the zeros that make capitals hard. */
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000_000 }),
  fc
    .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 14 })
    .map((digits) => Number(digits.join(''))),
)

describe('financial capitals', () => {
  it('can be read back', () => {
    fc.assert(fc.property(amounts, (fen) => capitalsToFen(capitalAmount(fen)) === fen))
  })

  it('have no zero twice, none before a unit and none at the end', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        const words = capitalAmount(fen)
        const isNothing = fen === 0
        expect(isNothing || !/零零|零[拾佰仟万亿元角分整]|零$/.test(words)).toBe(true)
        expect(words).toMatch(/[元角分整]$/)
      }),
    )
  })

  it('end with 整 exactly when there are whole yuan only', () => {
    fc.assert(
      fc.property(amounts, (fen) => capitalAmount(fen).endsWith('整') === (fen % 100 === 0)),
    )
  })
})
