import type { CashMonth } from '../../domain/proposal/index.ts'

/** The month that closes with the least cash; null without months. */
export const tightestMonth = (cash: readonly CashMonth[]): CashMonth | null =>
  cash.reduce<CashMonth | null>(
    (least, row) => (least === null || row.closing < least.closing ? row : least),
    null,
  )
