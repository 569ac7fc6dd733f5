import type { MenuCommand } from '../contract/index.ts'

const SCREENS = [
  'go-overview',
  'go-debts',
  'go-budget',
  'go-proposals',
  'go-letter',
  'go-plan',
  'go-settings',
] as const satisfies readonly MenuCommand[]

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

function commandOfLetter(key: string, shifted: boolean): MenuCommand | null {
  if (key === 'z') return shifted ? 'redo' : 'undo'
  if (shifted) return null
  if (key === 'y') return 'redo'
  if (key === 'o') return 'case-import'
  if (key === 's') return 'case-export'
  return null
}

/** The menu command of a key press, by the same shortcuts as the application menu, or null. */
export function menuCommandOfKey(press: KeyPress): MenuCommand | null {
  if (press.altKey || !(press.ctrlKey || press.metaKey)) return null
  const screen = /^[1-7]$/.test(press.key) ? SCREENS[Number(press.key) - 1] : undefined
  return screen ?? commandOfLetter(press.key.toLowerCase(), press.shiftKey)
}
