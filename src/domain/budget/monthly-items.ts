import type { Budget, ExpenseCategory } from '../case/index.ts'
import type { CalendarDate, Fen } from '../kernel/index.ts'
import { isInForce, monthlyAmount } from './monthly-budget.ts'

export interface MonthlyItem {
  readonly label: string
  readonly monthly: Fen
}

export interface MonthlyExpense extends MonthlyItem {
  readonly category: ExpenseCategory
  readonly essential: boolean
}

export interface MonthlyItems {
  readonly incomes: readonly MonthlyItem[]
  readonly expenses: readonly MonthlyExpense[]
}

/**
 * The items in force on a day with their average month, each rounded half up to the fen: together
 * they are the sums of `monthlyBudget`. What comes once is left out.
 */
export function monthlyItems(budget: Budget, on: CalendarDate): MonthlyItems {
  return {
    incomes: budget.incomes
      .filter((item) => item.every !== 'once' && isInForce(item, on))
      .map(({ label, amount, every }) => ({ label, monthly: monthlyAmount(amount, every) })),
    expenses: budget.expenses
      .filter((item) => item.every !== 'once' && isInForce(item, on))
      .map(({ label, category, essential, amount, every }) => ({
        label,
        category,
        essential,
        monthly: monthlyAmount(amount, every),
      })),
  }
}
