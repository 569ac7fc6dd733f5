// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { desktop } from '../../src/platform/index.ts'
import { menuCommandOfKey } from '../../src/platform/menu-keys.ts'
import { digitOf, type MenuCommand } from '../../src/contract/index.ts'
import { describeDesktop } from './desktop-suite.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const KEYS: Partial<Record<MenuCommand, KeyboardEventInit>> = {
  undo: { key: 'z', ctrlKey: true },
  redo: { key: 'Z', ctrlKey: true, shiftKey: true },
  'go-debts': { key: String(digitOf('debts')), ctrlKey: true },
  'case-import': { key: 'o', metaKey: true },
}

function press(command: MenuCommand): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { ...KEYS[command], cancelable: true })
  window.dispatchEvent(event)
  return event
}

/** Answers the browser's file dialog, which opens by a click on an input that is on no page. */
function answerInput(file: { readonly name: string; readonly text: string } | null): void {
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
    this: HTMLInputElement,
  ) {
    const files = file === null ? [] : [new File([file.text], file.name)]
    Object.defineProperty(this, 'files', { value: files })
    this.dispatchEvent(new Event(file === null ? 'cancel' : 'change'))
  })
}

describeDesktop(async () => {
  let saved: Blob | null = null
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved = blob as Blob
    return 'blob:x'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  return {
    desktop: await desktop(),
    willOpen: answerInput,
    savedText: () => (saved === null ? Promise.resolve(null) : saved.text()),
    choose: press,
  }
})

it('leaves the keys of an item that is off to the page', async () => {
  const twin = await desktop()
  const listener = vi.fn()
  const stop = twin.onMenuCommand(listener)
  expect(press('undo').defaultPrevented).toBe(false)
  await twin.setMenuState({ hasCase: true, canUndo: true, canRedo: false })
  expect(press('undo').defaultPrevented).toBe(true)
  stop()
  expect(listener).toHaveBeenCalledExactlyOnceWith('undo')
})

it.each([
  [{ key: '1' }, 'go-overview'],
  [{ key: '2' }, 'go-diagnosis'],
  [{ key: ',' }, 'go-settings'],
  [{ key: '0' }, null],
  [{ key: 'y' }, 'redo'],
  [{ key: 's' }, 'case-export'],
  [{ key: 's', altKey: true }, null],
  [{ key: 's', ctrlKey: false }, null],
  [{ key: 'U', shiftKey: true }, null],
])('reads the key %j as %s', (keys, command) => {
  const bare = { ctrlKey: true, metaKey: false, shiftKey: false, altKey: false }
  expect(menuCommandOfKey({ ...bare, ...keys })).toBe(command)
})

it('uses the shell where there is one', async () => {
  const shell = await desktop()
  vi.stubGlobal('desktop', shell)
  expect(await desktop()).toBe(shell)
  vi.unstubAllGlobals()
  expect(await desktop()).not.toBe(shell)
})
