import { useI18n } from 'vue-i18n'
import type { Case } from '../../domain/case/index.ts'

/** Names an expense of the budget: by its label, else by its category. An unknown id stands for itself. */
export function useExpenseName(): (facts: Case, id: string) => string {
  const { t } = useI18n()
  return ({ budget }, id) => {
    const expense = budget.expenses.find((item) => item.id === id)
    if (expense === undefined) return id
    return expense.label === '' ? t(`shared.expenseCategory.${expense.category}`) : expense.label
  }
}
