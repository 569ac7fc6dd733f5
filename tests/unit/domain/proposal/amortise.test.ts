import { describe, expect, it } from 'vitest'
import { fen, rateOf } from '../../../../src/domain/kernel/index.ts'
import { repayIn } from '../../../../src/domain/proposal/amortise.ts'
import { day } from '../../../support/builders.ts'

const days = { on: day('2026-11-28'), firstOn: day('2026-12-28') }
const terms = { rate: rateOf(24, 100, 'year'), dayCount: '30/360' } as const

describe('equal instalments', () => {
  it('clear principal and charges without ever paying less than nothing', () => {
    const { payments, balances } = repayIn(
      { ...terms, principal: fen(104), charges: fen(660) },
      30,
      days,
    )
    expect(payments.every(({ amount }) => amount > 0)).toBe(true)
    expect(balances.every(({ amount }) => amount >= 0)).toBe(true)
    expect(balances.at(-1)?.amount).toBe(0)
  })

  it('are equal up to the last, which is the smallest', () => {
    const { payments, balances } = repayIn(
      { ...terms, principal: fen(1_000_000), charges: fen(1_234) },
      12,
      days,
    )
    const amounts = payments.map(({ amount }) => amount)
    expect(new Set(amounts.slice(0, -1)).size).toBe(1)
    expect(amounts.at(-1)!).toBeLessThan(amounts[0]!)
    expect(balances.at(-1)?.amount).toBe(0)
  })
})
