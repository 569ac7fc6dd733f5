import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addExact,
  addSums,
  EXACT_ZERO,
  fen,
  formatFraction,
  multiplyDivideHalfUp,
  parseFraction,
  quickRatio,
  roundExact,
  scaleBySums,
  scaleExactly,
  scaleQuickly,
  wholeQuotient,
} from '../../../../src/domain/kernel/index.ts'

const most = fen(1_000_000_000_000_000)

const share = (numerator: number, denominator: number) => ({
  amount: 1,
  numerator,
  days: 1,
  denominator,
})

describe('exact arithmetic', () => {
  it('scales beyond the safe integers without losing a fen', () => {
    const large = fen(999_999_999_999)
    expect(scaleExactly(large, [999_999, 31], [1_000_000, 365])).toBe(84_931_421_918)
  })

  it('sums shares exactly and rounds only when read', () => {
    let sum = EXACT_ZERO
    for (let n = 0; n < 3; n += 1) sum = addExact(sum, share(1, 3))
    expect(roundExact(sum, most)).toBe(1)
    expect(roundExact(addExact(EXACT_ZERO, share(1, 2)), most)).toBe(1)
    expect(roundExact(addExact(EXACT_ZERO, share(49, 100)), most)).toBe(0)
  })

  it('sums shares of unlike denominators', () => {
    const third = addExact(EXACT_ZERO, share(1, 3))
    const sixth = addExact(EXACT_ZERO, share(1, 6))
    expect(addSums(third, sixth)).toEqual({ units: 3, denominator: 6 })
    expect(roundExact(addSums(third, sixth), most)).toBe(1)
    expect(roundExact(addSums(third, EXACT_ZERO), most)).toBe(0)
  })

  it('sums beyond the safe integers, and reads no more than the ceiling', () => {
    const large = { amount: 999_999_999_999, numerator: 999_999_999_999, days: 3 }
    const sum = addExact(EXACT_ZERO, { ...large, denominator: 1_000_000_000_000 })
    expect(roundExact(addSums(sum, sum), most)).toBe(5_999_999_999_988)
    expect(roundExact(sum, fen(1_000_000))).toBe(1_000_000)
    expect(scaleBySums(fen(100), sum, addSums(sum, sum))).toBe(50)
  })

  it('divides machine integers as exactly as big ones, beside whole quotients above all', () => {
    const beside = fc.tuple(
      fc.maxSafeNat(),
      fc.integer({ min: 1, max: 2 ** 40 }),
      fc.constantFrom(-1, 0, 1),
    )
    fc.assert(
      fc.property(beside, ([size, b, off]) => {
        const a = Math.min(Math.max(0, Math.floor(size / b) * b + off), Number.MAX_SAFE_INTEGER)
        expect(BigInt(wholeQuotient(a, b))).toBe(BigInt(a) / BigInt(b))
      }),
      { numRuns: 2000 },
    )
  })

  it('scales quickly to the fen what a scale of any size gives, and says what is too large for it', () => {
    const scales = fc.record({
      largest: fc.integer({ min: 0, max: 2 ** 31 }),
      numerator: fc.integer({ min: 0, max: 1000 }),
      divisor: fc.integer({ min: 1, max: 1_000_000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(scales, ({ largest, numerator, divisor, part }) => {
        const amount = Math.floor(largest * part)
        const ratio = quickRatio(largest, numerator, divisor)
        fc.pre(ratio !== null)
        expect(scaleQuickly(amount, ratio)).toBe(scaleExactly(fen(amount), [numerator], [divisor]))
      }),
      { numRuns: 2000 },
    )
    expect(quickRatio(2 ** 40, 1, 1)).toBeNull()
    expect(quickRatio(2 ** 50, 100, 10_000_000)).toBeNull()
  })

  it('scales quickly to the fen where an answer lies at a half or one step beside it', () => {
    // Up to the largest answers to its largest divisors: there the machine's roundings weigh most.
    const besideHalves = fc.record({
      divisor: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2 ** 20 })),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      off: fc.constantFrom(-1, 0, 1),
    })
    fc.assert(
      fc.property(besideHalves, ({ divisor, part, off }) => {
        const highest = Math.min(2 ** 30, Math.floor(2 ** 49 / divisor)) - 2
        const ratio = quickRatio((highest + 1) * divisor, 1, divisor)
        const answer = Math.floor(highest * part)
        const amount = answer * divisor + Math.ceil(divisor / 2) + off
        fc.pre(ratio !== null)
        expect(scaleQuickly(amount, ratio)).toBe(scaleExactly(fen(amount), [1], [divisor]))
      }),
      { numRuns: 5000 },
    )
  })

  it('divides half up at any size', () => {
    expect(multiplyDivideHalfUp(7, 1, 2)).toBe(4)
    expect(multiplyDivideHalfUp(-7, 1, 2)).toBe(-4)
    expect(multiplyDivideHalfUp(9_007_199_254_740_991, 3, 9)).toBe(3_002_399_751_580_330)
  })

  it.each(['0.0005', '24', '0.000000000001', '0'])('writes %s as it was read', (text) => {
    const reading = parseFraction(text)
    expect(reading.ok && formatFraction(reading.value)).toBe(text)
  })

  it.each([
    ['0.0000000000001', 'too-many-decimals'],
    ['100.1', 'too-large'],
    ['-1', 'not-a-number'],
  ])('refuses %s', (text, problem) => {
    expect(parseFraction(text)).toEqual({ ok: false, problem })
  })
})
