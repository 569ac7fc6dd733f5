import { vi } from 'vitest'

type Listener = (event: unknown, ...args: unknown[]) => unknown

/** A frame as the shell sees it: where its page comes from and whether it lies inside another. */
export interface FakeFrame {
  readonly url: string
  readonly parent: object | null
}

export const MAIN_FRAME: FakeFrame = { url: 'app://main/index.html#/debts', parent: null }

/** Where the shell keeps its own files. */
export const profile = { folder: '/profile' }

/** Electron's two ends, joined: what the preload sends, the shell's handlers get with the frame that is set here. */
export const wire = {
  frame: MAIN_FRAME as FakeFrame | null,
  handlers: new Map<string, Listener>(),
  listeners: new Map<string, Set<Listener>>(),
  exposed: new Map<string, unknown>(),
  dialog: {
    showSaveDialog: vi.fn(),
    showOpenDialog: vi.fn(),
  },
  showItemInFolder: vi.fn(),
  writeText: vi.fn(),
  printToPDF: vi.fn(),
}

/** The shell speaks first. */
export function sendToWindow(channel: string, ...args: unknown[]): void {
  for (const listener of wire.listeners.get(channel) ?? []) listener({ secret: true }, ...args)
}

class FakeBrowserWindow {
  readonly webContents = {
    printToPDF: wire.printToPDF,
    print: (_options: unknown, done: (success: boolean, reason: string) => void) =>
      done(false, 'Print job canceled'),
  }
  loadURL = () => Promise.resolve()
  destroy = () => undefined
}

/** The notifications that were shown. */
export const notifications: FakeNotification[] = []

export class FakeNotification {
  static isSupported = () => true
  readonly options: unknown
  readonly #listeners = new Map<string, () => void>()
  constructor(options: unknown) {
    this.options = options
  }
  on(name: string, listener: () => void): void {
    this.#listeners.set(name, listener)
  }
  show(): void {
    notifications.push(this)
  }
  click(): void {
    this.#listeners.get('click')?.()
  }
}

const fakeSession = {
  webRequest: { onBeforeRequest: vi.fn() },
  protocol: { registerBufferProtocol: vi.fn() },
  setPermissionRequestHandler: vi.fn(),
  setPermissionCheckHandler: vi.fn(),
  setDevicePermissionHandler: vi.fn(),
  setDisplayMediaRequestHandler: vi.fn(),
  setSpellCheckerEnabled: vi.fn(),
  setSpellCheckerDictionaryDownloadURL: vi.fn(),
  on: vi.fn(),
}

/** What `import … from 'electron'` gives in these tests. */
export const fakeElectron = {
  app: {
    getVersion: () => '0.1.0',
    getPath: (name: string) => (name === 'userData' ? profile.folder : '/documents'),
    isPackaged: false,
  },
  BrowserWindow: FakeBrowserWindow,
  session: { fromPartition: () => fakeSession },
  dialog: wire.dialog,
  nativeTheme: { themeSource: 'system' },
  shell: { showItemInFolder: wire.showItemInFolder },
  Notification: FakeNotification,
  clipboard: { writeText: wire.writeText },
  ipcMain: {
    handle: (channel: string, listener: Listener) => {
      if (wire.handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
      wire.handlers.set(channel, listener)
    },
  },
  ipcRenderer: {
    invoke: async (channel: string, ...args: unknown[]) => {
      const reply = await wire.handlers.get(channel)?.({ senderFrame: wire.frame }, ...args)
      return structuredClone(reply)
    },
    on: (channel: string, listener: Listener) => {
      wire.listeners.set(channel, (wire.listeners.get(channel) ?? new Set()).add(listener))
    },
    removeListener: (channel: string, listener: Listener) => {
      wire.listeners.get(channel)?.delete(listener)
    },
  },
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => wire.exposed.set(name, api),
  },
}
