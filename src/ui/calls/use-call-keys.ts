import { onBeforeUnmount, onMounted } from 'vue'

/** What single keys do on a page: by the key as it is typed, in lower case; digits count from 1. */
export interface CallKeys {
  readonly digit?: (index: number) => void
  readonly letters?: Readonly<Record<string, () => void>>
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

const isCommand = ({ ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || repeat

/** A dialog over the page keeps the keys to itself. */
const isCovered = (): boolean => document.querySelector('dialog[open]') !== null

/** Listens to single keys while the component is there; never while somebody types or holds a modifier. */
export function useCallKeys({ digit, letters = {} }: CallKeys): void {
  function actOf(key: string): (() => void) | undefined {
    if (!/^[1-9]$/.test(key)) return letters[key.toLowerCase()]
    return (
      digit &&
      (() => {
        digit(Number(key) - 1)
      })
    )
  }

  function onKey(event: KeyboardEvent): void {
    if (isCommand(event) || isField(event.target) || isCovered()) return
    const act = actOf(event.key)
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  onMounted(() => {
    window.addEventListener('keydown', onKey)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onKey)
  })
}
