export { budgetMonths } from './budget-months.ts'
export { monthlyBudget } from './monthly-budget.ts'
export { occurrences, type Stretch } from './occurrences.ts'
export type * from './types.ts'
