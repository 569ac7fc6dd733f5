import { app, clipboard, nativeTheme, shell as systemShell, type BrowserWindow } from 'electron'
import type { DesktopFailure, DesktopReply, SavedFile } from '../../src/contract/index.ts'
import {
  askFolder,
  askOpenPath,
  askSavePath,
  type SaveQuestion,
} from './files/case-file-dialogs.ts'
import { readLimited } from './files/read-limited.ts'
import { writeAtomically } from './files/atomic-write.ts'
import { writeFolder } from './files/write-folder.ts'
import type { RequestHandlers } from './ipc/handle.ts'
import { documentAsPdf, printDocument } from './printing/print-document.ts'
import { runtimeKind } from './runtime-kind.ts'
import type { ShellState } from './shell-state.ts'
import { wordsIn } from './words.ts'

export interface Shell {
  readonly state: ShellState
  readonly window: () => BrowserWindow
  readonly refreshMenu: () => void
}

function fail(code: DesktopFailure): DesktopReply<never> {
  return { ok: false, code }
}

/** Remembers what was saved: only that may be shown in the file manager. */
function createSavedFiles() {
  const saved = new Set<string>()
  return {
    has: (path: string) => saved.has(path),
    /** Passes on what was written, and remembers it. */
    note: (reply: DesktopReply<SavedFile>): DesktopReply<SavedFile> => {
      if (reply.ok) saved.add(reply.value.path)
      return reply
    },
    save: async (
      window: BrowserWindow,
      question: SaveQuestion,
      content: () => Promise<string | Uint8Array>,
    ): Promise<DesktopReply<SavedFile>> => {
      const path = await askSavePath(window, question)
      if (path === null) return fail('cancelled')
      const reply = await writeAtomically(path, await content())
      if (reply.ok) saved.add(path)
      return reply
    },
  }
}

function appInfo(): ReturnType<RequestHandlers['appInfo']> {
  return Promise.resolve({
    ok: true,
    value: {
      version: app.getVersion(),
      runtime: runtimeKind(),
      electron: process.versions.electron,
      platform: process.platform,
    },
  })
}

/** What the shell does when the window asks. */
export function desktopRequests(shell: Shell): RequestHandlers {
  const savedFiles = createSavedFiles()
  const words = () => wordsIn(shell.state.locale)
  return {
    appInfo,
    openCaseFile: async () => {
      const question = { title: words().openCase, filter: words().caseFiles }
      const path = await askOpenPath(shell.window(), question)
      return path === null ? fail('cancelled') : readLimited(path)
    },
    saveCaseFile: ({ suggestedName, text }) => {
      const { saveCase: title, caseFiles: filter } = words()
      const question = { title, filter, suggestedName, extension: 'json' } as const
      return savedFiles.save(shell.window(), question, () => Promise.resolve(text))
    },
    savePdf: ({ suggestedName, ...document }) => {
      const { savePdf: title, pdfFiles: filter } = words()
      const question = { title, filter, suggestedName, extension: 'pdf' } as const
      return savedFiles.save(shell.window(), question, () => documentAsPdf(document))
    },
    saveFile: ({ suggestedName, extension, bytes }) => {
      const { saveFile: title, files: filter } = words()
      const question = { title, filter, suggestedName, extension } as const
      return savedFiles.save(shell.window(), question, () => Promise.resolve(bytes))
    },
    saveFolder: async ({ suggestedName, files }) => {
      const parent = await askFolder(shell.window(), words().saveFolder)
      if (parent === null) return fail('cancelled')
      return savedFiles.note(await writeFolder(parent, { name: suggestedName, files }))
    },
    print: (document) => printDocument(document),
    copyText: async ({ text }) => {
      await clipboard.writeText(text)
      return { ok: true, value: null }
    },
    revealFile: ({ path }) => {
      if (!savedFiles.has(path)) return Promise.resolve(fail('refused'))
      systemShell.showItemInFolder(path)
      return Promise.resolve({ ok: true, value: null })
    },
    setAppearance: ({ theme, locale }) => {
      nativeTheme.themeSource = theme
      shell.state.locale = locale
      shell.refreshMenu()
      return Promise.resolve({ ok: true, value: null })
    },
    setMenuState: (menu) => {
      shell.state.menu = menu
      shell.refreshMenu()
      return Promise.resolve({ ok: true, value: null })
    },
  }
}
