import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createAppTray, trayItems } from '../../electron/main/tray/app-tray.ts'
import { closeToTray } from '../../electron/main/tray/close-to-tray.ts'
import type { ShellState } from '../../electron/main/shell-state.ts'
import { holdClose } from '../../electron/main/window/hold-close.ts'

const trays = vi.hoisted(() => ({ made: [] as string[], gone: 0, isThere: true, tip: '' }))

vi.mock('electron', async () => {
  const { fakeElectron } = await import('./fake-electron.ts')
  class Tray {
    constructor(picture: string) {
      if (!trays.isThere) throw new Error('no tray')
      trays.made.push(picture)
    }
    on(): this {
      return this
    }
    setToolTip(text: string): void {
      trays.tip = text
    }
    setContextMenu(): void {
      return undefined
    }
    destroy(): void {
      trays.gone += 1
    }
  }
  const nativeImage = { createFromDataURL: (address: string) => address.slice(0, 15) }
  const Menu = { buildFromTemplate: (items: unknown) => items }
  return { ...fakeElectron, default: fakeElectron, Tray, nativeImage, Menu }
})

beforeEach(() => {
  Object.assign(trays, { made: [], gone: 0, isThere: true, tip: '' })
})

const stateOf = (locale: ShellState['locale'], hasCase = true): ShellState => ({
  locale,
  menu: { hasCase, canUndo: false, canRedo: false },
})

describe('the icon in the tray', () => {
  it('is there only while the person wants it, and is made once', () => {
    const tray = createAppTray(stateOf('zh-CN'), { show: vi.fn(), send: vi.fn() })
    expect(tray.set('off')).toBe(true)
    expect(trays.made).toEqual([])
    expect([tray.set('icon'), tray.staysWhenClosed()]).toEqual([true, false])
    expect([tray.set('stays'), tray.staysWhenClosed()]).toEqual([true, true])
    expect(trays.made).toEqual(['data:image/png;'])
    expect([tray.set('off'), trays.gone, tray.staysWhenClosed()]).toEqual([true, 1, false])
  })

  it('says where none can be made, and the app does not stay without it', () => {
    trays.isThere = false
    const tray = createAppTray(stateOf('en'), { show: vi.fn(), send: vi.fn() })
    expect([tray.set('stays'), tray.staysWhenClosed()]).toEqual([false, false])
  })

  it('follows the language and names no amount', () => {
    const state = stateOf('zh-CN')
    const tray = createAppTray(state, { show: vi.fn(), send: vi.fn() })
    tray.set('icon')
    expect(trays.tip).toBe('从容还')
    state.locale = 'en'
    tray.refresh()
    expect(trays.tip).toBe('Respite')
    const labelsIn = (locale: ShellState['locale']) =>
      trayItems(stateOf(locale), { show: vi.fn(), send: vi.fn() }).flatMap(({ label }) =>
        label === undefined ? [] : [label],
      )
    expect(labelsIn('zh-CN')).toEqual(['打开从容还', '记一笔还款', '看日程', '锁定', '退出'])
    expect(labelsIn('en')).toEqual(['Open Respite', 'Record a payment', 'Agenda', 'Lock', 'Quit'])
  })

  it('shows the window before it leads anywhere, and nowhere without a case', () => {
    const deeds = { show: vi.fn(), send: vi.fn() }
    const itemOf = (label: string, hasCase = true) =>
      trayItems(stateOf('en', hasCase), deeds).find((item) => item.label === label)
    const click = itemOf('Record a payment')?.click as (() => void) | undefined
    click?.()
    expect([deeds.show.mock.calls.length, deeds.send.mock.calls]).toEqual([1, [['payment-new']]])
    expect(itemOf('Agenda', false)?.enabled).toBe(false)
  })
})

describe('closing the window', () => {
  function aWindow(chosen: { stays: boolean; isQuitting?: boolean }) {
    const listeners: ((event: { preventDefault: () => void }) => void)[] = []
    const said = { isHidden: 0, isKept: false, locks: 0, asked: 0 }
    const close = (): void => {
      said.isKept = false
      const event = { preventDefault: () => void (said.isKept = true) }
      for (const listener of listeners) listener(event)
    }
    const window = {
      on: (_name: 'close', listener: (typeof listeners)[number]) => listeners.push(listener),
      close,
      hide: () => void (said.isHidden += 1),
    }
    const hold = holdClose(() => void (said.asked += 1))
    closeToTray(window, {
      stays: () => chosen.stays,
      isQuitting: () => chosen.isQuitting === true,
      isHeld: hold.isHeld,
      lock: () => void (said.locks += 1),
    })
    hold.watch(window)
    return { said, close, hold }
  }

  it('closes it unless the person chose that the app stays, and always when it quits', () => {
    const usual = aWindow({ stays: false })
    usual.close()
    expect([usual.said.isKept, usual.said.isHidden]).toEqual([false, 0])
    const quitting = aWindow({ stays: true, isQuitting: true })
    quitting.close()
    expect([quitting.said.isKept, quitting.said.isHidden]).toEqual([false, 0])
  })

  it('hides and locks it where the app stays', () => {
    const { said, close } = aWindow({ stays: true })
    close()
    expect([said.isKept, said.isHidden, said.locks]).toEqual([true, 1, 1])
  })

  it('lets a backup that waits be made first, and locks after it', () => {
    const { said, close, hold } = aWindow({ stays: true })
    hold.set(true)
    close()
    expect([said.isHidden, said.asked, said.locks]).toEqual([1, 1, 0])
    hold.set(false)
    expect([said.isKept, said.locks]).toEqual([true, 1])
  })
})
