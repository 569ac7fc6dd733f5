import {
  addMonths,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  monthsBetween,
  sumFen,
  type CalendarDate,
  type CalendarMonth,
  type Fen,
} from '../../domain/kernel/index.ts'
import type { LoanProposal } from '../../domain/proposal/index.ts'

export interface BalanceMonth {
  readonly month: CalendarMonth
  /** What is owed on each loan at the end of the month, in the order of the proposal. */
  readonly balances: readonly Fen[]
  readonly total: Fen
}

/** The latest known balance of a loan on a day; what is owed today before the first payment. */
function balanceOn(part: LoanProposal, owedToday: Fen, on: CalendarDate): Fen {
  return part.balances.findLast((balance) => balance.on <= on)?.amount ?? owedToday
}

/** Balances at each month's end, from the month of `from` to the last payment. */
export function balanceMonths(
  parts: readonly LoanProposal[],
  owedToday: ReadonlyMap<string, Fen>,
  from: CalendarDate,
): readonly BalanceMonth[] {
  const dates = parts.flatMap(({ balances }) => balances.map(({ on }) => on))
  const last = dates.reduce((latest, on) => (on > latest ? on : latest), from)
  return Array.from({ length: monthsBetween(from, last) + 1 }, (_, index) => {
    const start = addMonths(firstOfMonth(from), index)
    const balances = parts.flatMap((part) => {
      const owed = owedToday.get(part.loan)
      return owed === undefined ? [] : [balanceOn(part, owed, lastOfMonth(start))]
    })
    return { month: monthOf(start), balances, total: sumFen(balances) }
  })
}
