import {
  dropById,
  putById,
  type Budget,
  type Case,
  type Expense,
  type ExpenseCategory,
  type Income,
} from '../../domain/case/index.ts'
import { ZERO_FEN } from '../../domain/kernel/index.ts'

/** The case with some of the budget's own amounts replaced. */
export const putBudget = (facts: Case, parts: Partial<Budget>): Case => ({
  ...facts,
  budget: { ...facts.budget, ...parts },
})

export const putIncome = (facts: Case, income: Income): Case =>
  putBudget(facts, { incomes: putById(facts.budget.incomes, income) })

export const dropIncome = (facts: Case, id: string): Case =>
  putBudget(facts, { incomes: dropById(facts.budget.incomes, id) })

export const putExpense = (facts: Case, expense: Expense): Case =>
  putBudget(facts, { expenses: putById(facts.budget.expenses, expense) })

export const dropExpense = (facts: Case, id: string): Case =>
  putBudget(facts, { expenses: dropById(facts.budget.expenses, id) })

const NO_DATES = { every: 'month', day: null, from: null, until: null } as const

/** An income with no amount yet. */
export const newIncome = (id: string, label: string): Income => ({
  id,
  label,
  amount: ZERO_FEN,
  ...NO_DATES,
  variation: null,
  lossChance: null,
  lossMonths: null,
})

/** An expense with no amount yet. */
export const newExpense = (
  id: string,
  { label, category, essential }: Pick<Expense, 'label' | 'category' | 'essential'>,
): Expense => ({ id, label, category, essential, amount: ZERO_FEN, ...NO_DATES })

/** What most households pay for; the names are messages. */
export const USUAL_EXPENSES = [
  'rent',
  'utilities',
  'food',
  'transport',
  'phone',
  'school',
  'medicine',
  'parents',
] as const
export type UsualExpense = (typeof USUAL_EXPENSES)[number]

export const CATEGORY_OF_USUAL: Readonly<Record<UsualExpense, ExpenseCategory>> = {
  rent: 'housing',
  utilities: 'utilities',
  food: 'food',
  transport: 'transport',
  phone: 'communication',
  school: 'education',
  medicine: 'health',
  parents: 'dependants',
}
