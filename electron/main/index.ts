import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, protocol, session, type BrowserWindow } from 'electron'
import { MENU_COMMAND_CHANNEL } from '../../src/contract/channels.ts'
import type { MenuCommand } from '../../src/contract/menu-command.ts'
import { APP_HOST, APP_SCHEME } from './app-origin.ts'
import { desktopRequests } from './desktop-requests.ts'
import { handleRequests } from './ipc/handle.ts'
import { showAppMenu } from './menu/app-menu.ts'
import { serveFiles } from './protocol/serve-files.ts'
import { runtimeKind } from './runtime-kind.ts'
import { cutNetwork } from './session/cut-network.ts'
import { lockAllContents } from './session/lock-contents.ts'
import { lockSession } from './session/lock-session.ts'
import type { ShellState } from './shell-state.ts'
import { createMainWindow, showWindow } from './window/main-window.ts'
import { localeOfSystem } from './words.ts'

const pages = fileURLToPath(new URL('../renderer', import.meta.url))

/** Keeps what is typed into a test runtime away from a person's real data. A folder given on the command line stays. */
function chooseProfile(): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return
  const suffix = runtimeKind() === 'test' ? '-test-runtime' : ''
  app.setPath('userData', join(app.getPath('appData'), `${app.name}${suffix}`))
}

function startShell(): void {
  let window: BrowserWindow | null = null
  const state: ShellState = {
    locale: localeOfSystem(app.getPreferredSystemLanguages()),
    menu: { hasCase: false, canUndo: false, canRedo: false },
  }
  const send = (command: MenuCommand) => window?.webContents.send(MENU_COMMAND_CHANNEL, command)
  const refreshMenu = () => showAppMenu(state, send)
  const openWindow = () => {
    window = createMainWindow()
    window.on('closed', () => (window = null))
    return window
  }
  lockSession(session.defaultSession, APP_HOST)
  protocol.handle(APP_SCHEME, serveFiles(pages))
  handleRequests(desktopRequests({ state, window: () => window ?? openWindow(), refreshMenu }))
  refreshMenu()
  openWindow()
  app.on('second-instance', () => showWindow(window ?? openWindow()))
  app.on('activate', () => window ?? openWindow())
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
if (app.requestSingleInstanceLock()) {
  lockAllContents()
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  // Awaiting this at the top level of a module would wait for ever: Electron is ready only after the module has run.
  void app.whenReady().then(startShell)
} else {
  app.exit(0)
}
