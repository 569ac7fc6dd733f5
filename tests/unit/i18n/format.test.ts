import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../../src/i18n/format.ts'

const zh = formatsOf('zh-CN')
const en = formatsOf('en')

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [1, '¥0.01'],
    [123_456_789, '¥1,234,567.89'],
    [-100, '−¥1.00'],
    [1_000_000_000_000, '¥10,000,000,000.00'],
    [999_999_999_999, '¥9,999,999,999.99'],
  ])('%d fen is %s in both languages', (fen, text) => {
    expect([zh.money(fen), en.money(fen)]).toEqual([text, text])
  })

  it('comes without a mark for fields, and in whole yuan for axes', () => {
    expect([zh.moneyPlain(1_234_500), en.moneyPlain(5)]).toEqual(['12,345.00', '0.05'])
    expect([zh.moneyRound(1_234_550), en.moneyRound(2_000_000)]).toEqual(['¥12,346', '¥20,000'])
  })
})

describe('dates', () => {
  it('are written as each language writes them', () => {
    expect([zh.date('2026-11-04'), en.date('2026-11-04')]).toEqual(['2026年11月4日', '4 Nov 2026'])
    expect([zh.month('2026-02'), en.month('2026-02-28')]).toEqual(['2026年2月', 'Feb 2026'])
  })

  it('are the day that is written, at both ends of a year and long ago', () => {
    expect([zh.date('2026-01-01'), zh.date('2026-12-31'), en.date('1900-01-01')]).toEqual([
      '2026年1月1日',
      '2026年12月31日',
      '1 Jan 1900',
    ])
  })
})

describe('numbers', () => {
  it('have as many decimals as they need, or as many as are asked for', () => {
    expect([zh.percent(0.24), zh.percent(0.1825), en.percent(0.24, 2)]).toEqual([
      '24%',
      '18.25%',
      '24.00%',
    ])
    expect([zh.percent(-0.015), en.number(12_345.5)]).toEqual(['−1.5%', '12,345.5'])
  })

  it('count months', () => {
    expect([zh.months(12), en.months(1), en.months(12)]).toEqual(['12个月', '1 month', '12 months'])
  })
})
