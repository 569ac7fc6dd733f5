import { digitOf, GO_AREAS, type MenuCommand } from '../contract/index.ts'

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Letters and signs with Ctrl or Cmd alone. */
const LETTERS: Readonly<Partial<Record<string, MenuCommand>>> = {
  z: 'undo',
  y: 'redo',
  k: 'palette',
  o: 'case-import',
  s: 'case-export',
  j: 'payment-new',
  d: 'agenda-open',
  l: 'contact-new',
  ',': 'go-settings',
}

/** The same with Shift. */
const SHIFTED_LETTERS: Readonly<Partial<Record<string, MenuCommand>>> = {
  z: 'redo',
  h: 'amounts',
  o: 'case-list',
  l: 'lock',
}

/** The menu command of a key press, by the same shortcuts as the application menu, or null. */
export function menuCommandOfKey(press: KeyPress): MenuCommand | null {
  if (press.key === 'F1') return 'manual'
  if (press.altKey || !(press.ctrlKey || press.metaKey)) return null
  const area = GO_AREAS.find((known) => press.key === String(digitOf(known)))
  return area !== undefined
    ? `go-${area}`
    : ((press.shiftKey ? SHIFTED_LETTERS : LETTERS)[press.key.toLowerCase()] ?? null)
}
