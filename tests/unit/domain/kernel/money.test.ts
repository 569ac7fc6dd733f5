import { describe, expect, it } from 'vitest'
import {
  fen,
  formatYuan,
  parseYuan,
  scaleFen,
  splitByWeight,
} from '../../../../src/domain/kernel/index.ts'

describe('an amount in yuan', () => {
  it.each([
    ['12000.00', 1_200_000],
    ['-3.5', -350],
    ['7', 700],
    ['0.01', 1],
    ['10000000000', 1_000_000_000_000],
  ])('reads %s', (text, expected) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['1.234', 'too-many-decimals'],
    ['10000000000.01', 'too-large'],
    ['1,000', 'not-an-amount'],
    ['', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
    ['.5', 'not-an-amount'],
  ])('refuses %s', (text, problem) => {
    expect(parseYuan(text)).toEqual({ ok: false, problem })
  })

  it.each([
    [-5, '-0.05'],
    [123_456, '1234.56'],
    [0, '0.00'],
  ])('is written with two decimals', (amount, expected) => {
    expect(formatYuan(fen(amount))).toBe(expected)
  })

  it('rounds half up, away from zero, once', () => {
    expect(scaleFen(fen(5), 1, 2)).toBe(3)
    expect(scaleFen(fen(-5), 1, 2)).toBe(-3)
    expect(scaleFen(fen(4), 1, 3)).toBe(1)
  })

  it('is never anything but a whole number of fen', () => {
    expect(() => fen(0.5)).toThrow(RangeError)
    expect(Object.is(fen(-0), 0)).toBe(true)
  })
})

describe('a split by weight', () => {
  // Angel Advance, "Offers to creditors": 160.00 over 4,550, 6,700 and 1,200 is published as
  // 58.47, 86.10 and 15.42, which sums to 159.99; the largest remainder gets the fen.
  it('gives the fen left over to the largest remainder', () => {
    expect(splitByWeight(fen(16_000), [455_000, 670_000, 120_000])).toEqual([5847, 8611, 1542])
  })

  it('gives nothing where no weight is', () => {
    expect(splitByWeight(fen(100), [0, 0])).toEqual([0, 0])
  })

  it('prefers earlier parts on a tie', () => {
    expect(splitByWeight(fen(1), [1, 1])).toEqual([1, 0])
  })
})
