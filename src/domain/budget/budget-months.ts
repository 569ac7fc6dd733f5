import type { Budget, Recurrence } from '../case/index.ts'
import { fen, monthOf, sumFen, type CalendarDate, type Fen } from '../kernel/index.ts'
import { monthStretches } from './month-stretches.ts'
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
  return monthStretches(from, months).map((stretch) => ({
    month: monthOf(stretch.from),
    income: movedIn(budget.incomes, stretch),
    expenses: movedIn(budget.expenses, stretch),
  }))
}

const movedIn = (
  items: readonly (Recurrence & { readonly amount: Fen })[],
  stretch: Stretch,
): Fen => sumFen(items.map((item) => fen(item.amount * occurrences(item, stretch).length)))
