import type { Budget, Expense, ExpenseCategory } from '../case/index.ts'
import { fen, sumFen, type Fen } from '../kernel/index.ts'
import { occurrences, type Stretch } from './occurrences.ts'

/** What a household's money goes to before any lender: kept apart because they are kept in this order. */

export type ExpenseClass = 'priority' | 'essential' | 'other'

/**
 * What may cost the home, the power or what secures a loan when it is not paid. Source: "priority
 * debts" of money advice (rent, utilities and secured loans before consumer credit).
 */
const PRIORITY_CATEGORIES: readonly ExpenseCategory[] = ['housing', 'utilities', 'priority-debt']

/** Where an expense stands: priority debts first, then what a household can't live without, then the rest. */
export function expenseClass({ category, essential }: Expense): ExpenseClass {
  if (PRIORITY_CATEGORIES.includes(category)) return 'priority'
  return essential ? 'essential' : 'other'
}

/** Amounts by the class of what they pay. */
export type ByClass = Readonly<Record<ExpenseClass, Fen>>

/** What goes out in a stretch of days, on the days on which it really falls. */
export function expensesIn({ expenses }: Budget, stretch: Stretch): ByClass {
  const total = (wanted: ExpenseClass): Fen =>
    sumFen(
      expenses
        .filter((expense) => expenseClass(expense) === wanted)
        .map((expense) => fen(expense.amount * occurrences(expense, stretch).length)),
    )
  return { priority: total('priority'), essential: total('essential'), other: total('other') }
}
