import type { ExpenseCategory } from '../../domain/case/index.ts'

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
