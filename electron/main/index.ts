import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, Menu, powerMonitor, protocol, session, type BrowserWindow } from 'electron'
import { MENU_COMMAND_CHANNEL } from '../../src/contract/channels.ts'
import type { MenuCommand } from '../../src/contract/menu-command.ts'
import { APP_HOST, APP_SCHEME } from './app-origin.ts'
import { desktopRequests } from './desktop-requests.ts'
import { handedFile, keepHandedFile } from './files/handed-file.ts'
import { handleRequests } from './ipc/handle.ts'
import { showAppMenu } from './menu/app-menu.ts'
import { answerScheme } from './protocol/answer-scheme.ts'
import { serveFiles } from './protocol/serve-files.ts'
import { runtimeKind } from './runtime-kind.ts'
import { cutNetwork } from './session/cut-network.ts'
import { lockAllContents } from './session/lock-contents.ts'
import { lockSession } from './session/lock-session.ts'
import { whenChanged, type ShellState } from './shell-state.ts'
import { holdClose } from './window/hold-close.ts'
import { closeToTray } from './tray/close-to-tray.ts'
import { createAppTray } from './tray/app-tray.ts'
import { createMainWindow, showWindow } from './window/main-window.ts'
import { localeOfSystem } from './words.ts'

const pages = fileURLToPath(new URL('../renderer', import.meta.url))

/** Keeps what is typed into a test runtime away from a person's real data. A folder given on the command line stays. */
function chooseProfile(): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return
  const suffix = runtimeKind() === 'test' ? '-test-runtime' : ''
  app.setPath('userData', join(app.getPath('appData'), `${app.name}${suffix}`))
}

/** A window whose closing waits for its page, for as long as that page is there, or that hides in the tray. */
function openHeldWindow(
  hold: ReturnType<typeof holdClose>,
  closing: Parameters<typeof closeToTray>[1],
): BrowserWindow {
  const window = createMainWindow()
  closeToTray(window, closing)
  hold.watch(window)
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) hold.forget()
  })
  window.webContents.on('render-process-gone', hold.forget)
  return window
}

function startShell(): void {
  let window: BrowserWindow | null = null
  const state: ShellState = {
    locale: localeOfSystem(app.getPreferredSystemLanguages()),
    menu: { hasCase: false, canUndo: false, canRedo: false },
  }
  const send = (command: MenuCommand) => window?.webContents.send(MENU_COMMAND_CHANNEL, command)
  const handed = keepHandedFile(handedFile(process.argv, process.cwd()), () => send('case-import'))
  const show = () => showWindow(window ?? openWindow())
  const tray = createAppTray(state, { show, send })
  let isShown = false
  const buildMenus = whenChanged(state, () => {
    showAppMenu(state, send)
    tray.refresh()
  })
  const refreshMenu = () => {
    if (isShown) buildMenus()
  }
  const hold = holdClose(() => send('closing'))
  const isQuitting = quitOnceClosed()
  const lock = () => send('lock-away')
  const openWindow = () => {
    const { isHeld } = hold
    window = openHeldWindow(hold, { stays: tray.staysWhenClosed, isQuitting, isHeld, lock })
    window.on('closed', () => (window = null))
    return window
  }
  lockSession(session.defaultSession, APP_HOST)
  answerScheme(protocol, serveFiles(pages))
  const openAgenda = () => {
    show()
    send('agenda-open')
  }
  handleRequests(
    desktopRequests({
      state,
      window: () => window ?? openWindow(),
      refreshMenu,
      tray,
      openAgenda,
      handed,
      holdClose: hold.set,
    }),
  )
  // Menus are built just before the window shows: until then the page waits for answers of the shell.
  openWindow().prependOnceListener('ready-to-show', () => {
    isShown = true
    refreshMenu()
  })
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  app.on('second-instance', (_event, args, folder) => {
    handed.hand(handedFile(args, folder))
    show()
  })
  // macOS hands files over by an event of its own.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    handed.hand(file)
  })
  app.on('activate', show)
}

/** Where closing the last window does not quit, a quit that a window held back is asked for again. Says whether one was asked for. */
function quitOnceClosed(): () => boolean {
  let isQuitting = false
  app.on('before-quit', () => (isQuitting = true))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit()
  })
  return () => isQuitting
}

cutNetwork()
protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      codeCache: true,
    },
  },
])
chooseProfile()
// Else Electron builds a menu of its own before ours.
Menu.setApplicationMenu(null)
if (app.requestSingleInstanceLock()) {
  lockAllContents()
  // Awaiting this at the top level of a module would wait for ever: Electron is ready only after the module has run.
  void app.whenReady().then(startShell)
} else {
  app.exit(0)
}
