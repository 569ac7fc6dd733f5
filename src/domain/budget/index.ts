export {
  affordableBands,
  affordableMonths,
  type AffordableBands,
  type AffordableMonth,
} from './affordable-bands.ts'
export { budgetMonths } from './budget-months.ts'
export type { ExpenseClass } from './budget-parts.ts'
export { cushionPart, isInForce, monthlyBudget, timesAYear } from './monthly-budget.ts'
export { monthlyItems, type MonthlyExpense, type MonthlyItem } from './monthly-items.ts'
export { occurrences, type Stretch } from './occurrences.ts'
export {
  byDayThenPressure,
  comingIn,
  expensesDue,
  payPeriod,
  type DueItem,
  type PayPeriod,
} from './pay-period.ts'
export type * from './types.ts'
