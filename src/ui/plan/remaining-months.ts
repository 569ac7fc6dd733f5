import {
  monthOf,
  subtractFen,
  sumFen,
  type CalendarMonth,
  type Fen,
} from '../../domain/kernel/index.ts'
import type { PlanInstalmentState } from '../../domain/plan/index.ts'

export interface RemainingMonth {
  readonly month: CalendarMonth
  /** What the plan still asks for on each loan after this month, in the order of `loans`. */
  readonly remaining: readonly Fen[]
  readonly total: Fen
}

/** What is left of the plan after each of its months when every instalment is paid as planned. */
export function remainingMonths(
  instalments: readonly PlanInstalmentState[],
  loans: readonly string[],
): readonly RemainingMonth[] {
  const left = new Map(
    loans.map((loan) => [
      loan,
      sumFen(instalments.flatMap((due) => (due.loan === loan ? [due.amount] : []))),
    ]),
  )
  const months = [...new Set(instalments.map(({ dueOn }) => monthOf(dueOn)))].sort()
  return months.map((month) => {
    for (const { loan, dueOn, amount } of instalments) {
      const before = left.get(loan)
      if (monthOf(dueOn) === month && before !== undefined)
        left.set(loan, subtractFen(before, amount))
    }
    const remaining = loans.flatMap((loan) => left.get(loan) ?? [])
    return { month, remaining, total: sumFen(remaining) }
  })
}
