import { describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { menuItems } from '../../electron/main/menu/app-menu.ts'
import { MENU_COMMANDS } from '../../src/contract/menu-command.ts'
import { menuCommandOfKey } from '../../src/platform/menu-keys.ts'
import { keysOf, SHORTCUTS } from '../../src/ui/frame/shortcuts.ts'

vi.mock('electron', async () => {
  const { fakeElectron } = await import('./fake-electron.ts')
  return { ...fakeElectron, default: fakeElectron, Menu: {} }
})

const state = { locale: 'en', menu: { hasCase: true, canUndo: true, canRedo: true } } as const

/** The shortcuts that the native menu shows, by command. */
const inMenu = (): Map<string, string> =>
  new Map(
    menuItems(state, () => undefined)
      .flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
      .flatMap(({ id, accelerator, visible }): [string, string][] =>
        id === undefined || accelerator === undefined || visible === false
          ? []
          : [[id, accelerator]],
      ),
  )

describe('the list of shortcuts', () => {
  it('is that of the native menu', () => {
    const listed = SHORTCUTS.map(({ command, keys }): [string, string] => [
      command,
      keys.replace('Mod', 'CmdOrCtrl'),
    ])
    expect(listed.toSorted()).toEqual([...inMenu()].toSorted())
  })

  it('is that of a plain browser', () => {
    for (const { command, keys } of SHORTCUTS) {
      const press = { ctrlKey: true, metaKey: false, altKey: false }
      const key = keys.split('+').at(-1)!
      expect(menuCommandOfKey({ ...press, key, shiftKey: keys.includes('Shift') })).toBe(command)
    }
  })

  it('names no key twice', () => {
    const keys = SHORTCUTS.map((shortcut) => shortcut.keys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(SHORTCUTS.every(({ command }) => MENU_COMMANDS.includes(command))).toBe(true)
  })

  it('reads as each system writes it', () => {
    expect(keysOf('redo', 'MacIntel')).toBe('⌘⇧Z')
    expect(keysOf('redo', 'Linux x86_64')).toBe('Ctrl+Shift+Z')
    expect(keysOf('case-new', 'Win32')).toBe('')
  })
})
