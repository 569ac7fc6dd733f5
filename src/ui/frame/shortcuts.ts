import { digitOf, GO_AREAS, type MenuCommand } from '../../contract/index.ts'

/** A command and the keys that lead to it; `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export interface Shortcut {
  readonly command: MenuCommand
  readonly keys: string
}

/** Every shortcut of the application menu: a test holds the menu against this list. */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'palette', keys: 'Mod+K' },
  { command: 'manual', keys: 'F1' },
  { command: 'case-list', keys: 'Mod+Shift+O' },
  { command: 'case-import', keys: 'Mod+O' },
  { command: 'case-export', keys: 'Mod+S' },
  { command: 'payment-new', keys: 'Mod+J' },
  { command: 'contact-new', keys: 'Mod+L' },
  { command: 'agenda-open', keys: 'Mod+D' },
  { command: 'lock', keys: 'Mod+Shift+L' },
  { command: 'amounts', keys: 'Mod+Shift+H' },
  { command: 'undo', keys: 'Mod+Z' },
  { command: 'redo', keys: 'Mod+Shift+Z' },
  ...GO_AREAS.flatMap((area): Shortcut[] => {
    const digit = digitOf(area)
    return digit === null ? [] : [{ command: `go-${area}`, keys: `Mod+${String(digit)}` }]
  }),
  { command: 'go-settings', keys: 'Mod+,' },
]

/** How the keys of a command read on this computer; empty where it has none. */
export function keysOf(command: MenuCommand, platform: string = navigator.platform): string {
  if (command === 'shortcuts') return '?'
  const keys = SHORTCUTS.find((shortcut) => shortcut.command === command)?.keys ?? ''
  return platform.startsWith('Mac')
    ? keys.replace('Mod+', '⌘').replace('Shift+', '⇧')
    : keys.replace('Mod', 'Ctrl')
}
