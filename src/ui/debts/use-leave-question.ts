import { ref, watch } from 'vue'

/**
 * Asks before a page with unsaved entries is left: `ask` answers the router, true to go on. Closing
 * the dialog in any other way than by its button means to stay.
 */
export function useLeaveQuestion(isUnsaved: () => boolean) {
  const isOpen = ref(false)
  let settle: ((leave: boolean) => void) | null = null

  function answer(leave: boolean): void {
    settle?.(leave)
    settle = null
    isOpen.value = false
  }

  watch(isOpen, (open) => {
    if (!open) answer(false)
  })

  function ask(): Promise<boolean> | boolean {
    if (!isUnsaved()) return true
    isOpen.value = true
    return new Promise((resolve) => {
      settle = resolve
    })
  }

  return { isOpen, ask, answer }
}
