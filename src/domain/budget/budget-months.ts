import type { Budget, Recurrence } from '../case/index.ts'
import {
  addMonths,
  fen,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  sumFen,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { occurrences, type Stretch } from './occurrences.ts'
import type { BudgetMonth } from './types.ts'

/**
 * Money in and out month by month, on the days it really falls: the month of `from` counts from that
 * day on, the others are whole.
 */
export function budgetMonths(
  budget: Budget,
  from: CalendarDate,
  months: number,
): readonly BudgetMonth[] {
  return Array.from({ length: months }, (_, index) => {
    const start = index === 0 ? from : firstOfMonth(addMonths(from, index, 1))
    const stretch = { from: start, to: lastOfMonth(start) }
    return {
      month: monthOf(start),
      income: movedIn(budget.incomes, stretch),
      expenses: movedIn(budget.expenses, stretch),
    }
  })
}

const movedIn = (
  items: readonly (Recurrence & { readonly amount: Fen })[],
  stretch: Stretch,
): Fen => sumFen(items.map((item) => fen(item.amount * occurrences(item, stretch).length)))
