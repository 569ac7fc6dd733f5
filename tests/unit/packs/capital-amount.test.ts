import { describe, expect, it } from 'vitest'
import { capitalAmount } from '../../../src/packs/capital-amount.ts'

describe('an amount in financial capitals', () => {
  // The examples of the rules on filling in bills, and the cases around them.
  it.each([
    [140_950, '壹仟肆佰零玖元伍角'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053, '壹拾万柒仟元零伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [1000, '壹拾元整'],
    [1_000_000, '壹万元整'],
    [1_000_500, '壹万零伍元整'],
    [1_005_000, '壹万零伍拾元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_000_500_000, '壹亿零伍仟元整'],
    [10_005_000_000, '壹亿零伍万元整'],
    [1_234_567_890_12, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分'],
    [100_000_000_000_000, '壹万亿元整'],
    [100_000_100_000_000, '壹万亿零壹佰万元整'],
    [123_450_000_000_000, '壹万贰仟叁佰肆拾伍亿元整'],
  ])('%d fen is %s', (fen, words) => {
    expect(capitalAmount(fen)).toBe(words)
  })

  it.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('refuses %d', (fen) => {
    expect(() => capitalAmount(fen)).toThrow(RangeError)
  })
})
