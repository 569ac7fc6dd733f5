import {
  app,
  clipboard,
  nativeTheme,
  session,
  shell as systemShell,
  type BrowserWindow,
} from 'electron'
import type { DesktopFailure, DesktopReply, SavedFile } from '../../src/contract/index.ts'
import { renewalRequests } from './profile/renewal-requests.ts'
import { wipeRequests } from './profile/wipe-requests.ts'
import { backupRequests } from './backups/backup-requests.ts'
import {
  askFolder,
  askOpenPath,
  askSavePath,
  type SaveQuestion,
} from './files/case-file-dialogs.ts'
import type { HandedFile } from './files/handed-file.ts'
import { readLimited } from './files/read-limited.ts'
import { writeAtomically } from './files/atomic-write.ts'
import { writeFolder } from './files/write-folder.ts'
import type { RequestHandlers } from './ipc/handle.ts'
import { keyRequests } from './keys/key-requests.ts'
import { documentAsPdf, printDocument } from './printing/print-document.ts'
import { showReminder } from './notification/show-reminder.ts'
import { timelessPdf } from './printing/timeless-pdf.ts'
import { clearDatabases, clearSession } from './session/clear-session.ts'
import { runtimeKind } from './runtime-kind.ts'
import type { ShellState } from './shell-state.ts'
import type { AppTray } from './tray/app-tray.ts'
import { wordsIn } from './words.ts'

export interface Shell {
  readonly state: ShellState
  readonly window: () => BrowserWindow
  readonly refreshMenu: () => void
  readonly tray: Pick<AppTray, 'set'>
  /** Brings the window to the front and leads to the agenda. */
  readonly openAgenda: () => void
  /** What the system handed over to be opened. */
  readonly handed: Pick<HandedFile, 'offer' | 'take'>
  /** Whether the window's closing waits for its page. */
  readonly holdClose: (holds: boolean) => void
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
      const path = shell.handed.take() ?? (await askOpenPath(shell.window(), question))
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
    renderPdf: async (document) => ({
      ok: true,
      value: { bytes: timelessPdf(await documentAsPdf(document)) },
    }),
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
    ...ownRequests(shell),
    ...profileRequests(shell),
  }
}

/** What concerns the native parts alone: the reminder, the look, the menu, the window. */
function ownRequests(
  shell: Shell,
): Pick<RequestHandlers, 'remind' | 'setAppearance' | 'setTray' | 'setMenuState' | 'holdClose'> {
  return {
    holdClose: ({ holds }) => {
      shell.holdClose(holds)
      return Promise.resolve({ ok: true, value: null })
    },
    remind: () => {
      const { appName: title, reminder: body } = wordsIn(shell.state.locale)
      const isShown = showReminder({ title, body }, shell.openAgenda)
      return Promise.resolve(isShown ? { ok: true, value: null } : fail('failed'))
    },
    setAppearance: ({ theme, locale }) => {
      nativeTheme.themeSource = theme
      shell.state.locale = locale
      shell.refreshMenu()
      return Promise.resolve({ ok: true, value: null })
    },
    setTray: ({ mode }) =>
      Promise.resolve(shell.tray.set(mode) ? { ok: true, value: null } : fail('failed')),
    setMenuState: (menu) => {
      shell.state.menu = menu
      shell.refreshMenu()
      shell.handed.offer()
      return Promise.resolve({ ok: true, value: null })
    },
  }
}

/** What lies in the profile: the key, the databases, the backups. */
function profileRequests(shell: Shell) {
  const folder = () => app.getPath('userData')
  return {
    ...wipeRequests({
      folder,
      clear: () => clearSession(session.defaultSession),
      // At once: a window that closes by itself would write its place down again.
      quit: () => app.exit(0),
    }),
    ...renewalRequests({ folder, clearDatabases: () => clearDatabases(session.defaultSession) }),
    ...backupRequests({
      folder,
      askFolder: () => askFolder(shell.window(), wordsIn(shell.state.locale).backupFolder),
      showFolder: (shown) => systemShell.openPath(shown),
    }),
    ...keyRequests({ folder, now: () => Date.now() }),
  }
}
