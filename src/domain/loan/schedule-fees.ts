import type { Fee } from '../case/index.ts'
import { fen, sumFen, type CalendarDate, type Fen } from '../kernel/index.ts'

/**
 * What each due date bears in fees: every `each-instalment` fee, and a fee taken once on the first
 * due date not before its day. What was taken up front is in what the debtor received, not here.
 */
export function feesByDueDate(fees: readonly Fee[], dates: readonly CalendarDate[]): Fen[] {
  const each = sumFen(
    fees.filter(({ when }) => when === 'each-instalment').map(({ amount }) => amount),
  )
  const byDate: Fen[] = dates.map(() => each)
  for (const { amount, on, when } of fees) {
    if (when !== 'once' || dates.length === 0) continue
    const found = on === null ? 0 : dates.findIndex((date) => date >= on)
    const index = found === -1 ? dates.length - 1 : found
    byDate[index] = fen((byDate[index] ?? 0) + amount)
  }
  return byDate
}
