import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { BudgetItemField, BudgetItemProblems } from './budget-item.ts'

interface BudgetItemEnds<Item> {
  /** What is stored. */
  readonly stored: () => Item
  readonly problems: (item: Item) => BudgetItemProblems
  readonly save: (item: Item) => void
}

/**
 * A row that is saved at each edit. An edit that does not fit the rest of the row is shown with its
 * reason and stays in the row until it does; what is stored is never wrong.
 */
export function useBudgetItem<Item>({ stored, problems: problemsOf, save }: BudgetItemEnds<Item>) {
  const { t } = useI18n()
  const draft: ShallowRef<Item> = shallowRef(stored())
  watch(stored, (item) => {
    draft.value = item
  })

  const problems = computed(() => problemsOf(draft.value))
  const errorOf = (field: BudgetItemField): string | null => {
    const code = problems.value[field]
    return code === undefined ? null : t(`budget.problem.${code}`)
  }

  /** Takes an edit, and saves the row when all of it fits. */
  function edit(parts: Partial<Item>): void {
    draft.value = { ...draft.value, ...parts }
    if (Object.keys(problems.value).length === 0) save(draft.value)
  }

  return { draft, errorOf, edit }
}
