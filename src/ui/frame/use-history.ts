import { onScopeDispose, readonly, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCaseStore } from '../../stores/index.ts'
import { useUncommittedText } from './use-uncommitted-text.ts'

export type HistoryStep = 'undo' | 'redo'

function stepOfKeys({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  key,
}: KeyboardEvent): HistoryStep | null {
  if (altKey || !(ctrlKey || metaKey)) return null
  const letter = key.toLowerCase()
  if (letter === 'y') return 'redo'
  if (letter !== 'z') return null
  return shiftKey ? 'redo' : 'undo'
}

/** Undo and redo of the open case, with words for what was done. */
export function useHistory() {
  const { t } = useI18n()
  const cases = useCaseStore()
  const isTyping = useUncommittedText()
  const said = ref('')

  async function go(step: HistoryStep): Promise<void> {
    if (isTyping.value) {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else asks for the text's own undo
      document.execCommand(step)
      return
    }
    const label = step === 'undo' ? cases.undoLabel : cases.redoLabel
    if (label === null) return
    await cases[step]()
    if (cases.saveFailure === null) {
      said.value = t(`frame.history.${step}Done`, { what: t(`shared.changeLabel.${label}`) })
    }
  }

  /**
   * Inside a text field the page gets these keys before the menu does, and its own undo would take
   * back the text of a field that has long been handed on, and not what was saved.
   */
  function onKey(event: KeyboardEvent): void {
    const step = stepOfKeys(event)
    if (step === null || isTyping.value) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void go(step)
  }
  document.addEventListener('keydown', onKey, { capture: true })
  onScopeDispose(() => {
    document.removeEventListener('keydown', onKey, { capture: true })
  })

  return {
    go,
    isTyping,
    /** What was undone or redone last; empty again once it was shown. */
    said: readonly(said),
    hush: (): void => {
      said.value = ''
    },
  }
}
