import type { DesktopApi, DesktopReply, OpenedFile, SavedFile } from '../contract/index.ts'
import { MAX_CASE_FILE_BYTES } from '../contract/limits.ts'
import type { MenuCommand } from '../contract/menu-command.ts'
import { backupTwin } from './browser-backup.ts'
import { keyTwin } from './browser-key.ts'
import { guarded, REFUSED } from './guarded.ts'
import { printInFrame } from './print-in-frame.ts'
import { menuCommandOfKey } from './menu-keys.ts'

/** A page knows of no package; what it shows as the version says where it runs. */
const APP_VERSION = 'browser'
const DONE = { ok: true, value: null } as const
/** What makes no sense before a case is open. */
const NEEDS_CASE: ReadonlySet<MenuCommand> = new Set([
  'case-export',
  'payment-new',
  'agenda-open',
  'contact-new',
])

/** Lets a person choose a file by the browser's own dialog. */
function askForFile(page: Document): Promise<File | null> {
  const input = page.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true })
    input.addEventListener('cancel', () => resolve(null), { once: true })
    input.click()
  })
}

async function openCaseFile(page: Document): Promise<DesktopReply<OpenedFile>> {
  const file = await askForFile(page)
  if (file === null) return { ok: false, code: 'cancelled' }
  if (file.size > MAX_CASE_FILE_BYTES) return { ok: false, code: 'too-large' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { ok: true, value: { name: file.name, bytes } }
  } catch {
    return { ok: false, code: 'not-readable' }
  }
}

/** Hands a file to the browser's downloads, which is as near to a saved file as a page comes. */
function download(page: Document, name: string, content: Blob): DesktopReply<SavedFile> {
  const address = URL.createObjectURL(content)
  const link = page.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
  return { ok: true, value: { path: name } }
}

async function copyText(view: Window, text: string): Promise<DesktopReply<null>> {
  try {
    await view.navigator.clipboard.writeText(text)
    return DONE
  } catch {
    return { ok: false, code: 'failed' }
  }
}

/** Listens for the shortcuts of the menu that a page does not have. An item that is off leaves its keys alone. */
function listenForKeys(
  view: Window,
  isOff: (command: MenuCommand) => boolean,
  listener: (command: MenuCommand) => void,
): () => void {
  const onKey = (event: KeyboardEvent) => {
    const command = menuCommandOfKey(event)
    if (command === null || isOff(command)) return
    event.preventDefault()
    listener(command)
  }
  view.addEventListener('keydown', onKey)
  return () => view.removeEventListener('keydown', onKey)
}

/** The desktop of a plain browser: the same interface by a page's own means, for development and fast tests. */
export function createBrowserDesktop(view: Window): DesktopApi {
  const page = view.document
  let menu = { hasCase: false, canUndo: false, canRedo: false }
  const isOff = (command: MenuCommand) =>
    (command === 'undo' && !menu.canUndo) ||
    (command === 'redo' && !menu.canRedo) ||
    (NEEDS_CASE.has(command) && !menu.hasCase)
  return {
    appInfo: guarded('appInfo', async () => ({
      ok: true,
      value: {
        version: APP_VERSION,
        runtime: 'browser',
        electron: null,
        platform: view.navigator.platform,
      },
    })),
    openCaseFile: guarded('openCaseFile', () => openCaseFile(page)),
    saveCaseFile: guarded('saveCaseFile', async (request) =>
      download(page, request.suggestedName, new Blob([request.text], { type: 'application/json' })),
    ),
    savePdf: guarded('savePdf', async (request) => {
      await printInFrame(page, request)
      return { ok: true, value: { path: request.suggestedName } }
    }),
    saveFile: guarded('saveFile', async ({ suggestedName, bytes }) =>
      download(page, suggestedName, new Blob([new Uint8Array(bytes)])),
    ),
    renderPdf: guarded('renderPdf', async () => REFUSED),
    // A page can't write a folder, and a heap of downloads would be no evidence.
    saveFolder: guarded('saveFolder', async () => REFUSED),
    print: guarded('print', async (request) => {
      await printInFrame(page, request)
      return DONE
    }),
    copyText: guarded('copyText', ({ text }) => copyText(view, text)),
    revealFile: guarded('revealFile', async () => REFUSED),
    // A page would have to ask for leave first, and what it shows is the browser's to keep.
    remind: guarded('remind', async () => REFUSED),
    setAppearance: guarded('setAppearance', async () => DONE),
    // A page has no tray: none is shown, and nothing else can be asked for.
    setTray: guarded('setTray', async ({ mode }) =>
      mode === 'off' ? DONE : { ok: false, code: 'failed' },
    ),
    setMenuState: guarded('setMenuState', async (request) => {
      menu = request
      return DONE
    }),
    ...keyTwin(view),
    ...backupTwin(),
    onMenuCommand: (listener) => listenForKeys(view, isOff, listener),
  }
}
