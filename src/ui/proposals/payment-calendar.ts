import {
  monthOf,
  sumFen,
  ZERO_FEN,
  type CalendarMonth,
  type Fen,
} from '../../domain/kernel/index.ts'
import type { LoanProposal } from '../../domain/proposal/index.ts'

export interface CalendarRow {
  readonly month: CalendarMonth
  /** One amount for each loan, in the order of the proposal; null where nothing is due. */
  readonly amounts: readonly (Fen | null)[]
  readonly total: Fen
}

/** Payments of a proposal by month: one row for each month in which something is due. */
export function paymentCalendar(parts: readonly LoanProposal[]): readonly CalendarRow[] {
  const months = new Set(parts.flatMap(({ payments }) => payments.map(({ on }) => monthOf(on))))
  return [...months].sort().map((month) => {
    const amounts = parts.map(({ payments }) => {
      const due = payments.filter(({ on }) => monthOf(on) === month)
      return due.length === 0 ? null : sumFen(due.map(({ amount }) => amount))
    })
    return { month, amounts, total: sumFen(amounts.map((amount) => amount ?? ZERO_FEN)) }
  })
}
