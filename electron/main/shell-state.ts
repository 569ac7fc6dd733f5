import type { Locale } from './words.ts'

export interface MenuState {
  readonly hasCase: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** What the native parts have to know about the window. */
export interface ShellState {
  locale: Locale
  menu: MenuState
}

/** Calls `show` only where the state is another one than was shown last: building the menus takes a start long. */
export function whenChanged(state: ShellState, show: () => void): () => void {
  let shown = ''
  return () => {
    const wanted = JSON.stringify(state)
    if (wanted === shown) return
    shown = wanted
    show()
  }
}
