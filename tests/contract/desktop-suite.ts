import { describe, expect, it } from 'vitest'
import type { DesktopApi, MenuCommand } from '../../src/contract/index.ts'

/** What a test does in a person's place on one of the two desktops. */
export interface DesktopPerson {
  readonly desktop: DesktopApi
  /** The next open dialog is answered with this file, or cancelled. */
  readonly willOpen: (file: { readonly name: string; readonly text: string } | null) => void
  /** The text of the case file that was saved last. */
  readonly savedText: () => Promise<string | null>
  /** Chooses a menu item by its shortcut or its place. */
  readonly choose: (command: MenuCommand) => void
}

const METHODS = [
  'appInfo',
  'beginRenewal',
  'chooseBackupFolder',
  'copyText',
  'endRenewal',
  'holdClose',
  'keyOpened',
  'lackingFiles',
  'listBackups',
  'onMenuCommand',
  'openBackupFolder',
  'openCaseFile',
  'print',
  'readBackup',
  'readKey',
  'remind',
  'renderPdf',
  'renewalCopy',
  'revealFile',
  'saveCaseFile',
  'saveFile',
  'saveFolder',
  'savePdf',
  'setAppearance',
  'setAside',
  'setMenuState',
  'setTray',
  'tryKey',
  'useOwnBackupFolder',
  'wipe',
  'writeBackup',
  'writeKey',
  'writeSealedFile',
]

const refused = { ok: false, code: 'refused' }

/** Bad requests by method; each would be dangerous or senseless to carry out. */
const BAD_REQUESTS: readonly (readonly [method: keyof DesktopApi, ...request: unknown[]])[] = [
  ['appInfo', 'please'],
  ['saveCaseFile'],
  ['saveCaseFile', { suggestedName: '../case.json', text: '{}' }],
  ['saveCaseFile', { suggestedName: 'a\\b.json', text: '{}' }],
  ['saveCaseFile', { suggestedName: '.bashrc', text: '{}' }],
  ['saveCaseFile', { suggestedName: ' ', text: '{}' }],
  ['saveCaseFile', { suggestedName: 'a\u0000.json', text: '{}' }],
  ['saveCaseFile', { suggestedName: 'case.json', text: 12 }],
  ['saveCaseFile', { suggestedName: 'case.json', text: '{}', path: '/tmp/case.json' }],
  ['savePdf', { suggestedName: 'a.pdf', title: 'x', locale: 'fr', html: '' }],
  ['saveFile', { suggestedName: 'a.exe', extension: 'exe', bytes: new Uint8Array() }],
  ['saveFile', { suggestedName: 'a.docx', extension: 'docx', bytes: 'text' }],
  ['renderPdf', { title: 'Pack', locale: 'zh-CN' }],
  ['saveFolder', { suggestedName: 'pack', files: [] }],
  ['saveFolder', { suggestedName: 'pack', files: [{ path: '../a', bytes: new Uint8Array() }] }],
  ['saveFolder', { suggestedName: 'pack', files: [{ path: '/a', bytes: new Uint8Array() }] }],
  ['saveFolder', { suggestedName: '..', files: [{ path: 'a', bytes: new Uint8Array() }] }],
  ['print', { title: 'x', locale: 'en' }],
  ['copyText', { text: 7 }],
  ['copyText', { text: '', html: '<b>' }],
  ['remind', { title: '欠款 3,000 元' }],
  ['revealFile', { path: '' }],
  ['revealFile', { path: '/etc/passwd' }],
  ['setAppearance', { theme: 'pink', locale: 'en' }],
  ['writeKey', { text: '{}', replaces: false }],
  ['writeKey', { text: '{"protection":"none"}', replaces: false, path: '/tmp/key' }],
  ['writeKey', { text: `{"protection":"none","x":"${'x'.repeat(10_000)}"}`, replaces: false }],
  ['readKey', { path: '/etc/passwd' }],
  ['readBackup', { place: 'own', name: '../data-key.json' }],
  ['readBackup', { place: 'own', name: 'data-key.json' }],
  ['readBackup', { place: '/etc', name: 'passwd' }],
  ['writeSealedFile', { place: 'own', name: '../a.respite-file', bytes: new Uint8Array() }],
  ['lackingFiles', { place: 'own', names: ['passwd'] }],
  ['writeBackup', { place: 'own', at: 'now', reason: 'regular', keyId: 'x', files: [], bytes: '' }],
  ['wipe', { keyId: '*', backups: true }],
  ['setAside', { keepsKey: true, folder: '/' }],
  ['beginRenewal', { name: '../data-key.json' }],
  ['beginRenewal', { name: 'data-key.json' }],
  ['holdClose', { holds: 'for ever' }],
  ['setTray', { mode: 'always' }],
  ['setMenuState', { hasCase: 'yes', canUndo: true, canRedo: false }],
]

/** The one suite that the shell's desktop and its browser twin both pass. */
export function describeDesktop(open: () => Promise<DesktopPerson>): void {
  describe('the contract', () => {
    it('offers the methods of the contract and no other', async () => {
      const { desktop } = await open()
      expect(Object.keys(desktop).sort()).toEqual(METHODS)
    })

    for (const [method, ...request] of BAD_REQUESTS) {
      it(`refuses ${method} with ${JSON.stringify(request)}`, async () => {
        const { desktop } = await open()
        const ask = desktop[method] as (...args: unknown[]) => Promise<unknown>
        expect(await ask(...request)).toEqual(refused)
      })
    }

    it('refuses a document of senseless length', async () => {
      const { desktop } = await open()
      const html = 'x'.repeat(5_000_001)
      expect(await desktop.print({ title: 'x', locale: 'en', html })).toEqual(refused)
    })

    it('says what it is', async () => {
      const { desktop } = await open()
      const reply = await desktop.appInfo()
      expect(reply.ok && reply.value.version).toMatch(/./)
    })

    it('reads the file that was chosen', async () => {
      const { desktop, willOpen } = await open()
      willOpen({ name: '案件.json', text: '{"虚构":true}' })
      const reply = await desktop.openCaseFile()
      expect(reply).toMatchObject({ ok: true, value: { name: '案件.json' } })
      const bytes = reply.ok ? reply.value.bytes : new Uint8Array()
      expect(new TextDecoder().decode(bytes)).toBe('{"虚构":true}')
    })

    it('tells a cancelled dialog from a failure', async () => {
      const { desktop, willOpen } = await open()
      willOpen(null)
      expect(await desktop.openCaseFile()).toEqual({ ok: false, code: 'cancelled' })
    })

    it('saves the whole text', async () => {
      const { desktop, savedText } = await open()
      const reply = await desktop.saveCaseFile({ suggestedName: 'case.json', text: '{"a":"还"}' })
      expect(reply.ok).toBe(true)
      expect(await savedText()).toBe('{"a":"还"}')
    })

    it('takes the look and the state of the menu', async () => {
      const { desktop } = await open()
      const done = { ok: true, value: null }
      expect(await desktop.setAppearance({ theme: 'dark', locale: 'en' })).toEqual(done)
      expect(await desktop.setTray({ mode: 'off' })).toEqual(done)
      expect(await desktop.setTray({ mode: 'stays' })).toEqual({ ok: false, code: 'failed' })
      const menu = { hasCase: true, canUndo: false, canRedo: false }
      expect(await desktop.setMenuState(menu)).toEqual(done)
    })

    it('keeps a key file, replaces it only when told to, and hands out a locked one by attempts', async () => {
      const { desktop } = await open()
      const done = { ok: true, value: null }
      const plain = '{"protection":"none","key":"a"}'
      const locked = '{"protection":"passphrase","key":"b"}'
      expect(await desktop.readKey()).toEqual({ ok: true, value: { state: 'none' } })
      expect(await desktop.writeKey({ text: plain, replaces: true })).toEqual(refused)
      expect(await desktop.writeKey({ text: plain, replaces: false })).toEqual(done)
      expect(await desktop.writeKey({ text: locked, replaces: false })).toEqual(refused)
      expect(await desktop.readKey()).toEqual({ ok: true, value: { state: 'open', text: plain } })
      expect(await desktop.tryKey()).toEqual(refused)
      expect(await desktop.writeKey({ text: locked, replaces: true })).toEqual(done)
      expect(await desktop.readKey()).toEqual({ ok: true, value: { state: 'locked' } })
      const attempt = { ok: true, value: { waitSeconds: 0, text: locked } }
      expect(await desktop.tryKey()).toEqual(attempt)
      expect(await desktop.keyOpened()).toEqual(done)
    })

    it('passes on menu commands, and only them, until it is told to stop', async () => {
      const { desktop, choose } = await open()
      await desktop.setMenuState({ hasCase: true, canUndo: true, canRedo: true })
      const heard: unknown[][] = []
      const stop = desktop.onMenuCommand((...args) => heard.push(args))
      choose('undo')
      choose('go-debts')
      choose('case-import')
      stop()
      choose('redo')
      expect(heard).toEqual([['undo'], ['go-debts'], ['case-import']])
    })
  })
}
