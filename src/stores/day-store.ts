import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useCaseStore } from './case-store.ts'
import { useServices } from './services.ts'

/** The day the figures are for: the one the case names, else today. */
export const useDayStore = defineStore('day', () => {
  const { today } = useServices()
  const cases = useCaseStore()
  const current = ref(today())

  /** Looks at the calendar again: call it when the window comes back into view or midnight passes. */
  function refresh(): void {
    current.value = today()
  }

  return { day: computed(() => cases.facts?.asOf ?? current.value), refresh }
})
