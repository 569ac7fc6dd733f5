import { onScopeDispose, readonly, ref } from 'vue'
import { useRouter } from 'vue-router'
import { useCaseDeskStore } from '../../stores/index.ts'

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true

/**
 * A case file that is dropped anywhere on the window is imported as a case of its own. A page that
 * takes files itself prevents the event first, and it stays its own.
 */
export function useFileDrop() {
  const router = useRouter()
  const desk = useCaseDeskStore()
  const isOver = ref(false)

  function onDragOver(event: DragEvent): void {
    if (event.defaultPrevented || !carriesFiles(event)) return
    event.preventDefault()
    isOver.value = true
  }
  /** Leaving an element for one inside it is no leaving of the window. */
  function onDragLeave(event: DragEvent): void {
    if (event.relatedTarget === null) isOver.value = false
  }
  async function onDrop(event: DragEvent): Promise<void> {
    isOver.value = false
    if (event.defaultPrevented || !carriesFiles(event)) return
    event.preventDefault()
    const file = event.dataTransfer?.files.item(0) ?? null
    if (file !== null && (await desk.importDropped(file))) await router.push({ name: 'overview' })
  }
  const drop = (event: DragEvent): void => void onDrop(event)

  window.addEventListener('dragover', onDragOver)
  window.addEventListener('dragleave', onDragLeave)
  window.addEventListener('drop', drop)
  onScopeDispose(() => {
    window.removeEventListener('dragover', onDragOver)
    window.removeEventListener('dragleave', onDragLeave)
    window.removeEventListener('drop', drop)
  })
  return { isOver: readonly(isOver) }
}
