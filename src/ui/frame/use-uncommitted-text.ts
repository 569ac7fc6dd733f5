import { onScopeDispose, readonly, ref } from 'vue'

const takesText = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && ['text', 'search', 'password'].includes(target.type))

/**
 * Whether text was typed that no field has handed on yet. Undo then belongs to the text, not to the
 * case, whose last change is an earlier one.
 */
export function useUncommittedText() {
  const isTyping = ref(false)
  const begin = ({ target }: Event): void => {
    if (takesText(target)) isTyping.value = true
  }
  const end = (): void => {
    isTyping.value = false
  }
  document.addEventListener('input', begin)
  document.addEventListener('change', end)
  document.addEventListener('focusout', end)
  onScopeDispose(() => {
    document.removeEventListener('input', begin)
    document.removeEventListener('change', end)
    document.removeEventListener('focusout', end)
  })
  return readonly(isTyping)
}
