import { describe, expect, it } from 'vitest'
import {
  addExact,
  exactZero,
  fen,
  formatFraction,
  multiplyDivideHalfUp,
  parseFraction,
  roundExact,
  scaleExactly,
} from '../../../../src/domain/kernel/index.ts'

describe('exact arithmetic', () => {
  it('scales beyond the safe integers without losing a fen', () => {
    const large = fen(999_999_999_999)
    expect(scaleExactly(large, [999_999, 31], [1_000_000, 365])).toBe(84_931_421_918)
  })

  it('sums shares exactly and rounds only when read', () => {
    let sum = exactZero([3])
    for (let n = 0; n < 3; n += 1) sum = addExact(sum, fen(1), [1])
    expect(roundExact(sum)).toBe(1)
    expect(roundExact(addExact(exactZero([2]), fen(1), [1]))).toBe(1)
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
