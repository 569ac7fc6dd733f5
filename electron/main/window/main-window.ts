import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import { START_PAGE } from '../app-origin.ts'
import { keepWindowState, placeWindow, readWindowState, SMALLEST } from './window-state.ts'

const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url))

function stateFile(): string {
  return join(app.getPath('userData'), 'window-state.json')
}

/** The colour behind the page until it paints, so that a dark room sees no white flash. */
function emptyColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#16191d' : '#f7f6f3'
}

/** Makes the window where it was last time. It is shown once its page has something to show. */
export function createMainWindow(): BrowserWindow {
  const kept = readWindowState(stateFile())
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(kept.bounds, areas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: '从容还 · Respite',
    backgroundColor: emptyColour(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      enableWebSQL: false,
      devTools: !app.isPackaged,
    },
  })
  if (kept.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    keepWindowState(stateFile(), {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    })
  })
  void window.loadURL(START_PAGE)
  return window
}

/** Brings the window to the front, out of the task bar if it is there. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
