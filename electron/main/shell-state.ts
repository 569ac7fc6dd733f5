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
