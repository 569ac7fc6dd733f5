import { ZERO_FEN } from '../kernel/index.ts'
import type { Budget, Expense, Income } from './budget.ts'
import type { Case } from './case.ts'
import { dropById, putById } from './change.ts'

/** The case with some of the budget's own amounts replaced. */
export const putBudget = (facts: Case, parts: Partial<Budget>): Case => ({
  ...facts,
  budget: { ...facts.budget, ...parts },
})

/** The case with an income added or replaced. */
export const putIncome = (facts: Case, income: Income): Case =>
  putBudget(facts, { incomes: putById(facts.budget.incomes, income) })

/** The case without an income. */
export const dropIncome = (facts: Case, id: string): Case =>
  putBudget(facts, { incomes: dropById(facts.budget.incomes, id) })

/** The case with an expense added or replaced. */
export const putExpense = (facts: Case, expense: Expense): Case =>
  putBudget(facts, { expenses: putById(facts.budget.expenses, expense) })

/** The case without an expense. */
export const dropExpense = (facts: Case, id: string): Case =>
  putBudget(facts, { expenses: dropById(facts.budget.expenses, id) })

const NO_DATES = { every: 'month', day: null, from: null, until: null } as const

/** A monthly income with no amount yet. */
export const newIncome = (id: string, label: string): Income => ({
  id,
  label,
  amount: ZERO_FEN,
  ...NO_DATES,
  variation: null,
  lossChance: null,
  lossMonths: null,
})

/** A monthly expense with no amount yet. */
export const newExpense = (
  id: string,
  { label, category, essential }: Pick<Expense, 'label' | 'category' | 'essential'>,
): Expense => ({ id, label, category, essential, amount: ZERO_FEN, ...NO_DATES })
