import { computed, reactive, shallowRef } from 'vue'

/**
 * Entries of a list that are ticked, to be dealt with together. What the list no longer shows keeps
 * its tick but is not dealt with; turning another tick forgets it.
 */
export function useTicked(listed: () => readonly string[]) {
  const ticked = shallowRef<ReadonlySet<string>>(new Set())
  const chosen = computed<ReadonlySet<string>>(() =>
    ticked.value.size === 0 ? ticked.value : new Set(listed().filter((id) => ticked.value.has(id))),
  )
  const isAll = computed(() => chosen.value.size > 0 && chosen.value.size === listed().length)
  return reactive({
    chosen,
    isAll,
    isSome: computed(() => chosen.value.size > 0 && !isAll.value),
    turn(id: string): void {
      const now = new Set(chosen.value)
      if (!now.delete(id)) now.add(id)
      ticked.value = now
    },
    turnAll(): void {
      ticked.value = new Set(isAll.value ? [] : listed())
    },
    clear(): void {
      ticked.value = new Set()
    },
  })
}

export type Ticked = ReturnType<typeof useTicked>
