import { describe, expect, it, vi } from 'vitest'
import { fileOfAddress } from '../../electron/main/protocol/serve-files.ts'
import { PRINT_POLICY, WINDOW_POLICY } from '../../electron/main/protocol/security-headers.ts'
import { offerPage, servePrintPages } from '../../electron/main/printing/print-pages.ts'
import { mayRequest } from '../../electron/main/session/lock-session.ts'
import { placeWindow } from '../../electron/main/window/window-state.ts'
import { menuItems } from '../../electron/main/menu/app-menu.ts'
import { localeOfSystem } from '../../electron/main/words.ts'
import { handedFile, keepHandedFile } from '../../electron/main/files/handed-file.ts'
import { writeFailure } from '../../electron/main/files/failure-code.ts'
import { MENU_COMMANDS } from '../../src/contract/menu-command.ts'

vi.mock('electron', async () => {
  const { fakeElectron } = await import('./fake-electron.ts')
  return { ...fakeElectron, default: fakeElectron, Menu: {} }
})

describe('addresses', () => {
  it.each([
    ['app://main/', '/pages/index.html'],
    ['app://main/assets/a%20b.js', '/pages/assets/a b.js'],
    ['app://main/../../etc/passwd', '/pages/etc/passwd'],
    ['app://main/%2e%2e/main/index.js', '/pages/main/index.js'],
    ['app://main/..%2fmain/index.js', null],
    ['app://main/a%5c..%5cb', null],
    ['app://main/%00', null],
    ['app://main/%E0%A4%A', null],
    ['app://print/index.html', null],
    ['https://main/index.html', null],
    ['nonsense', null],
  ])('%s is the file %s', (address, file) => {
    expect(fileOfAddress('/pages', address)).toBe(file)
  })

  it.each([
    ['app://main/index.html', true],
    ['blob:app://main/1', true],
    ['data:image/png;base64,x', true],
    ['app://print/x.html', false],
    ['http://main/', false],
    ['ws://main/', false],
    ['file:///etc/passwd', false],
    ['', false],
  ])('a request to %s may go on: %s', (address, may) => {
    expect(mayRequest(address, 'main', true)).toBe(may)
  })

  it('lets developer tools load only while the app is being developed', () => {
    expect(mayRequest('devtools://devtools/x.js', 'main', false)).toBe(true)
    expect(mayRequest('devtools://devtools/x.js', 'main', true)).toBe(false)
  })
})

describe('content policies', () => {
  it.each([WINDOW_POLICY, PRINT_POLICY])(
    'start from nothing and allow no inline code',
    (policy) => {
      expect(policy.startsWith("default-src 'none'")).toBe(true)
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/)
    },
  )

  it('let a printed document have its stylesheet and nothing else', () => {
    expect(PRINT_POLICY).not.toMatch(/script-src|img-src|connect-src|font-src/)
  })
})

describe('printed pages', () => {
  const document = { title: '</title><b>', locale: 'en', html: '<p>x</p>' } as const

  it('are read once', () => {
    const asked = { url: offerPage(document), method: 'GET' }
    const { headers, body } = servePrintPages(asked)
    expect(new TextDecoder().decode(body)).toContain('<title>&lt;/title&gt;&lt;b&gt;</title>')
    expect(headers['Content-Security-Policy']).toBe(PRINT_POLICY)
    expect(servePrintPages(asked).status).toBe(404)
  })
})

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const second = { x: 1920, y: 0, width: 1280, height: 720 }

  it.each([
    ['where it was', { x: 100, y: 50, width: 1000, height: 700 }, { x: 100, y: 50 }],
    ['on the second display', { x: 2000, y: 10, width: 900, height: 600 }, { x: 2000, y: 10 }],
  ])('is %s', (_where, kept, place) => {
    expect(placeWindow(kept, [screen, second])).toMatchObject(place)
  })

  it.each([
    ['the display is gone', { x: 5000, y: 50, width: 1000, height: 700 }],
    ['the title bar is above the display', { x: 100, y: -200, width: 1000, height: 700 }],
    ['only a sliver could be seen', { x: 1900, y: 1030, width: 1000, height: 700 }],
  ])('is the usual one when %s', (_why, kept) => {
    expect(placeWindow(kept, [screen])).toEqual({ width: 1280, height: 820 })
  })

  it('never is larger than its display', () => {
    const kept = { x: 1950, y: 10, width: 1900, height: 1000 }
    expect(placeWindow(kept, [screen, second])).toMatchObject({ width: 1280, height: 720 })
  })
})

describe('the application menu', () => {
  const itemsOf = (menu: { hasCase: boolean; canUndo: boolean; canRedo: boolean }) => {
    const send = vi.fn()
    const menus = menuItems({ locale: 'zh-CN', menu }, send)
    const items = menus.flatMap((one) => (Array.isArray(one.submenu) ? one.submenu : []))
    return { send, items }
  }

  it('reaches every command of the contract', () => {
    const { send, items } = itemsOf({ hasCase: true, canUndo: true, canRedo: true })
    for (const item of items) (item.click as (() => void) | undefined)?.()
    const sent = new Set(send.mock.calls.map(([command]) => command as string))
    // Sent when the computer sleeps and when the window closes, by no item.
    expect([...sent, 'closing', 'lock-away'].sort()).toEqual([...MENU_COMMANDS].sort())
  })

  it('turns off what cannot be used', () => {
    const { items } = itemsOf({ hasCase: false, canUndo: false, canRedo: true })
    const isOn = (id: string) => items.find((item) => item.id === id)?.enabled
    expect(['case-export', 'undo', 'redo'].map(isOn)).toEqual([false, false, true])
  })

  it('gives no shortcut twice', () => {
    const { items } = itemsOf({ hasCase: true, canUndo: true, canRedo: true })
    const keys = items.flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

it.each([
  [['zh-CN'], 'zh-CN'],
  [['zh-Hans-CN', 'en'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['de'], 'en'],
  [[], 'zh-CN'],
])('speaks to a system of %j in %s', (languages, locale) => {
  expect(localeOfSystem(languages)).toBe(locale)
})

it.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'not-writable'],
  ['EROFS', 'not-writable'],
  ['EFBIG', 'not-writable'],
  ['EPERM', 'not-writable'],
  ['EIO', 'failed'],
])('calls the error %s %s', (code, failure) => {
  expect(writeFailure(Object.assign(new Error('x'), { code }))).toBe(failure)
})

describe('a file that the system hands over', () => {
  it.each([
    [['respite', '/home/a/mine.respite'], '/home/a/mine.respite'],
    [['respite', '--flag', 'mine.JSON'], '/work/mine.JSON'],
    [['electron', '.', '--user-data-dir=/x.json'], null],
    [['/opt/x.json'], null],
  ])('is found among the arguments %o: %s', (args, file) => {
    expect(handedFile(args, '/work')).toBe(file)
  })

  it('waits for the window, is offered once and read once', () => {
    const ask = vi.fn()
    const handed = keepHandedFile('/a.json', ask)
    expect(ask).not.toHaveBeenCalled()
    handed.offer()
    handed.offer()
    expect(ask).toHaveBeenCalledTimes(1)
    expect([handed.take(), handed.take()]).toEqual(['/a.json', null])
    handed.hand(null)
    expect(ask).toHaveBeenCalledTimes(1)
    handed.hand('/b.json')
    expect(ask).toHaveBeenCalledTimes(2)
    expect(handed.take()).toBe('/b.json')
  })
})
