import {
  addMonths,
  lastOfMonth,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../../domain/kernel/index.ts'
import type { DatedAmount, LoanProposal } from '../../domain/proposal/index.ts'

/** How much of one loan is left after each day on which it changes, today's figure first. */
export interface LoanBalances {
  readonly loan: string
  readonly steps: readonly DatedAmount[]
}

export interface BalanceMonth {
  /** The month's last day. */
  readonly on: CalendarDate
  /** What is left of each loan then, in the order given. */
  readonly left: readonly Fen[]
  readonly total: Fen
}

/** Longer than any plan that is proposed; a contract of thirty years would drown the picture. */
const MOST_MONTHS = 120

/** The parts of a proposal: their own balances after each payment. */
export const proposalBalances = (
  parts: readonly LoanProposal[],
  owedToday: ReadonlyMap<string, Fen>,
  on: CalendarDate,
): LoanBalances[] =>
  parts.map(({ loan, balances }) => ({
    loan,
    steps: [{ on, amount: owedToday.get(loan) ?? ZERO_FEN }, ...balances],
  }))

/** What is left at the end of each month until nothing is. */
export function balanceMonths(loans: readonly LoanBalances[], on: CalendarDate): BalanceMonth[] {
  const months: BalanceMonth[] = []
  for (let ahead = 0; ahead < MOST_MONTHS; ahead += 1) {
    const end = lastOfMonth(addMonths(on, ahead, 1))
    const left = loans.map(({ steps }) => leftOn(steps, end))
    months.push({ on: end, left, total: sumFen(left) })
    if (loans.every(({ steps }) => (steps.at(-1)?.on ?? on) <= end)) break
  }
  return months
}

const leftOn = (steps: readonly DatedAmount[], day: CalendarDate): Fen =>
  steps.findLast((step) => step.on <= day)?.amount ?? ZERO_FEN
