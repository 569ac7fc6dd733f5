import { digitOf, GO_AREAS, type MenuCommand } from '../contract/index.ts'

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
  if (key === ',') return 'go-settings'
  return null
}

/** The menu command of a key press, by the same shortcuts as the application menu, or null. */
export function menuCommandOfKey(press: KeyPress): MenuCommand | null {
  if (press.altKey || !(press.ctrlKey || press.metaKey)) return null
  const area = GO_AREAS.find((known) => press.key === String(digitOf(known)))
  return area !== undefined
    ? `go-${area}`
    : commandOfLetter(press.key.toLowerCase(), press.shiftKey)
}
