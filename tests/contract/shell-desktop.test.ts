import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BrowserWindow } from 'electron'
import { MENU_COMMAND_CHANNEL, REQUEST_CHANNELS } from '../../src/contract/channels.ts'
import { REQUEST_SHAPES } from '../../src/contract/ipc.ts'
import type { DesktopApi } from '../../src/contract/index.ts'
import { describeDesktop } from './desktop-suite.ts'
import { MAIN_FRAME, notifications, profile, sendToWindow, wire } from './fake-electron.ts'

vi.mock('electron', async () => {
  const { fakeElectron } = await import('./fake-electron.ts')
  return { ...fakeElectron, default: fakeElectron }
})

let folder: string
const openAgenda = vi.fn()
const state = {
  locale: 'zh-CN' as const,
  menu: { hasCase: false, canUndo: false, canRedo: false },
}

beforeAll(async () => {
  vi.stubGlobal('__PINNED_ELECTRON__', 'another')
  profile.folder = await mkdtemp(join(tmpdir(), 'respite-profile-'))
  folder = await mkdtemp(join(tmpdir(), 'respite-contract-'))
  const { handleRequests } = await import('../../electron/main/ipc/handle.ts')
  const { desktopRequests } = await import('../../electron/main/desktop-requests.ts')
  const fakeWindow: unknown = {}
  const window = () => fakeWindow as BrowserWindow
  const handed = { offer: () => undefined, take: () => null }
  handleRequests(
    desktopRequests({
      state,
      window,
      refreshMenu: () => undefined,
      tray: { set: (mode) => mode === 'off' },
      openAgenda,
      handed,
      holdClose: () => undefined,
    }),
  )
  await import('../../electron/preload/index.ts')
})

afterAll(() => rm(folder, { recursive: true }))

beforeEach(() => {
  wire.frame = MAIN_FRAME
  const filePath = join(folder, 'saved.json')
  wire.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath })
})

const desktop = () => wire.exposed.get('desktop') as DesktopApi

describeDesktop(async () => {
  const opened = join(folder, '案件.json')
  return Promise.resolve({
    desktop: desktop(),
    willOpen: (file) => {
      wire.dialog.showOpenDialog.mockImplementation(async () => {
        if (file === null) return { canceled: true, filePaths: [] }
        await writeFile(opened, file.text)
        return { canceled: false, filePaths: [opened] }
      })
    },
    savedText: () => readFile(join(folder, 'saved.json'), 'utf8'),
    choose: (command) => {
      sendToWindow(MENU_COMMAND_CHANNEL, command)
    },
  })
})

describe('the way into the shell', () => {
  it('has one channel, one handler and one validator for each method', () => {
    const channels = Object.values(REQUEST_CHANNELS)
    expect(new Set(channels).size).toBe(channels.length)
    expect([...wire.handlers.keys()].sort()).toEqual([...channels].sort())
    expect(Object.keys(REQUEST_SHAPES).sort()).toEqual(Object.keys(REQUEST_CHANNELS).sort())
  })

  it('exposes one thing', () => {
    expect([...wire.exposed.keys()]).toEqual(['desktop'])
  })

  it.each([
    ['a frame inside the page', { ...MAIN_FRAME, parent: {} }],
    ['a page of another host', { url: 'app://print/x.html', parent: null }],
    ['a page of another scheme', { url: 'https://main/index.html', parent: null }],
    ['a page whose address only looks like ours', { url: 'app://main.example/', parent: null }],
    ['a file', { url: 'file:///app://main/', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['no address at all', { url: '', parent: null }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_who, frame) => {
    wire.frame = frame
    expect(await desktop().appInfo()).toEqual({ ok: false, code: 'refused' })
  })

  it('says no more than that it failed when the shell fails', async () => {
    wire.dialog.showSaveDialog.mockRejectedValue(new Error('/secret/path'))
    const reply = await desktop().saveCaseFile({ suggestedName: 'a.json', text: '' })
    expect(reply).toEqual({ ok: false, code: 'failed' })
  })

  it('hears no menu command that the contract does not name', () => {
    const listener = vi.fn()
    const stop = desktop().onMenuCommand(listener)
    sendToWindow(MENU_COMMAND_CHANNEL, 'format-disk')
    stop()
    expect(listener).not.toHaveBeenCalled()
  })
})

describe('a reminder', () => {
  it('says the same general words whatever waits, and a click leads to the agenda', async () => {
    await desktop().setAppearance({ theme: 'system', locale: 'zh-CN' })
    expect(await desktop().remind()).toEqual({ ok: true, value: null })
    const [shown] = notifications
    expect(shown?.options).toEqual({ title: '从容还', body: '有事项到了日子，点开看一看。' })
    expect(openAgenda).not.toHaveBeenCalled()
    shown?.click()
    expect(openAgenda).toHaveBeenCalledOnce()
  })
})

describe('the clipboard', () => {
  it('gets the text as it is', async () => {
    expect(await desktop().copyText({ text: '第一期 742.85元' })).toEqual({ ok: true, value: null })
    expect(wire.writeText).toHaveBeenCalledExactlyOnceWith('第一期 742.85元')
  })
})

describe('files', () => {
  const save = (text: string) => desktop().saveCaseFile({ suggestedName: 'a.json', text })
  const saveAt = (filePath: string) =>
    wire.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath })

  it('shows a file in the file manager only after it was saved', async () => {
    const path = join(folder, 'shown.json')
    saveAt(path)
    expect(await desktop().revealFile({ path })).toEqual({ ok: false, code: 'refused' })
    await save('{}')
    expect(await desktop().revealFile({ path })).toEqual({ ok: true, value: null })
    expect(wire.showItemInFolder).toHaveBeenCalledExactlyOnceWith(path)
  })

  it('adds the extension that was left away', async () => {
    saveAt(join(folder, 'bare'))
    const path = join(folder, 'bare.json')
    expect(await save('{}')).toEqual({ ok: true, value: { path } })
  })

  it('keeps the old file and leaves no draft when writing fails', async () => {
    const place = join(folder, 'a-folder.json')
    const { mkdir } = await import('node:fs/promises')
    await mkdir(join(place, 'inside'), { recursive: true })
    saveAt(place)
    const before = await readdir(folder)
    expect(await save('{}')).toEqual({ ok: false, code: 'not-writable' })
    expect(await readdir(folder)).toEqual(before)
  })

  it('names a folder that is gone', async () => {
    saveAt(join(folder, 'gone', 'a.json'))
    expect(await save('{}')).toEqual({ ok: false, code: 'not-writable' })
  })

  it('opens neither what is too large nor what is no file', async () => {
    const { truncate } = await import('node:fs/promises')
    const large = join(folder, 'large.json')
    await writeFile(large, '')
    await truncate(large, 50 * 1024 * 1024 + 1)
    wire.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [large] })
    expect(await desktop().openCaseFile()).toEqual({ ok: false, code: 'too-large' })
    wire.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [folder] })
    expect(await desktop().openCaseFile()).toEqual({ ok: false, code: 'not-readable' })
  })

  it('saves a document as the PDF that was made of it', async () => {
    const path = join(folder, 'letter.pdf')
    saveAt(path)
    wire.printToPDF.mockResolvedValue(Buffer.from('%PDF-'))
    const document = { title: '申请', locale: 'zh-CN', html: '<p>x</p>' } as const
    const reply = await desktop().savePdf({ ...document, suggestedName: 'letter.pdf' })
    expect(reply).toEqual({ ok: true, value: { path } })
    expect(await readFile(path, 'utf8')).toBe('%PDF-')
  })

  it('saves bytes as they are', async () => {
    const path = join(folder, 'letter.docx')
    saveAt(path)
    const bytes = new Uint8Array([80, 75, 3, 4])
    const request = { suggestedName: 'letter.docx', extension: 'docx', bytes } as const
    expect(await desktop().saveFile(request)).toEqual({ ok: true, value: { path } })
    expect(new Uint8Array(await readFile(path))).toEqual(bytes)
  })

  it('tells a print that was called off from one that failed', async () => {
    const reply = await desktop().print({ title: 'x', locale: 'en', html: '' })
    expect(reply).toEqual({ ok: false, code: 'cancelled' })
  })
})

describe('a file that is opened', () => {
  it('is an ordinary one: of a link what it leads to, and no folder', async () => {
    const parent = await mkdtemp(join(folder, 'opened-'))
    await writeFile(join(parent, 'real.json'), '{}')
    for (const [link, target] of [
      ['file.json', 'real.json'],
      ['folder.json', '.'],
      ['nowhere.json', 'gone.json'],
    ] as const)
      await symlink(join(parent, target), join(parent, link))
    const opened = (link: string) => {
      const answer = { canceled: false, filePaths: [join(parent, link)] }
      wire.dialog.showOpenDialog.mockImplementation(() => Promise.resolve(answer))
      return desktop().openCaseFile()
    }
    expect(await opened('file.json')).toEqual({
      ok: true,
      value: { name: 'file.json', bytes: new Uint8Array([123, 125]) },
    })
    for (const link of ['folder.json', 'nowhere.json'])
      expect(await opened(link)).toEqual({ ok: false, code: 'not-readable' })
  })
})

describe('a folder', () => {
  const files = [
    { path: 'index.html', bytes: new TextEncoder().encode('目录') },
    { path: 'files/call.m4a', bytes: new Uint8Array([1, 2, 3]) },
  ]
  const save = () => desktop().saveFolder({ suggestedName: '证据', files })
  const into = (parent: string) =>
    wire.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [parent] })

  it('is written whole, beside one of the same name and never over it', async () => {
    const parent = await mkdtemp(join(folder, 'whole-'))
    into(parent)
    expect(await save()).toEqual({ ok: true, value: { path: join(parent, '证据') } })
    const before = await readFile(join(parent, '证据', 'files', 'call.m4a'))
    expect([...before]).toEqual([1, 2, 3])
    expect(await save()).toEqual({ ok: true, value: { path: join(parent, '证据 2') } })
    expect((await readdir(parent)).sort()).toEqual(['证据', '证据 2'])
  })

  it('is not written through a link that stands in its place', async () => {
    const parent = await mkdtemp(join(folder, 'linked-'))
    const elsewhere = await mkdtemp(join(folder, 'elsewhere-'))
    await symlink(elsewhere, join(parent, '证据'))
    into(parent)
    expect(await save()).toEqual({ ok: true, value: { path: join(parent, '证据 2') } })
    expect(await readdir(elsewhere)).toEqual([])
  })

  it('goes where a chosen link leads, and nowhere when that is no folder', async () => {
    const parent = await mkdtemp(join(folder, 'chosen-'))
    const real = join(parent, 'real')
    await mkdir(real)
    await writeFile(join(parent, 'file'), 'kept')
    for (const [link, target] of [
      ['to-folder', 'real'],
      ['to-file', 'file'],
      ['to-nowhere', 'gone'],
    ] as const)
      await symlink(join(parent, target), join(parent, link))
    into(join(parent, 'to-folder'))
    expect(await save()).toMatchObject({ ok: true })
    expect(await readdir(real)).toEqual(['证据'])
    for (const link of ['to-file', 'to-nowhere']) {
      into(join(parent, link))
      expect(await save()).toEqual({ ok: false, code: 'not-writable' })
    }
    expect(await readFile(join(parent, 'file'), 'utf8')).toBe('kept')
    expect((await readdir(parent)).sort()).toEqual(
      ['file', 'real', 'to-file', 'to-folder', 'to-nowhere'].sort(),
    )
  })

  it('leaves nothing behind when a file of it can not be written', async () => {
    const parent = await mkdtemp(join(folder, 'torn-'))
    into(parent)
    const clash = [...files, { path: 'index.html/inside', bytes: new Uint8Array() }]
    const reply = await desktop().saveFolder({ suggestedName: '证据', files: clash })
    expect(reply).toMatchObject({ ok: false, code: 'not-writable' })
    expect(await readdir(parent)).toEqual([])
  })

  it('is not written where the person thought better of it', async () => {
    wire.dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] })
    expect(await save()).toEqual({ ok: false, code: 'cancelled' })
  })
})
