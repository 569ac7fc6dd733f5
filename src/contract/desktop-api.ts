import type { MenuCommand } from './menu-command.ts'

/** Why the desktop did not do what was asked. `cancelled` is the person's own choice, not an error. */
export type DesktopFailure =
  'cancelled' | 'not-readable' | 'not-writable' | 'disk-full' | 'too-large' | 'refused' | 'failed'

/** The answer to a request: failures are returned, since only an error's text would cross the bridge. */
export type DesktopReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: DesktopFailure }

export interface AppInfo {
  readonly version: string
  /** `test`: a runtime of unknown provenance, for development only. `browser`: no Electron at all. */
  readonly runtime: 'official' | 'test' | 'browser'
  readonly electron: string | null
  readonly platform: string
}

/** A document to print: the body's HTML, which can hold text, tables and headings but runs nothing. */
export interface PrintDocument {
  readonly title: string
  readonly locale: 'zh-CN' | 'en'
  readonly html: string
  /** Who signs it: told to whoever reads the file's properties. */
  readonly author?: string | undefined
}

export interface SavedFile {
  readonly path: string
}

/** What kinds of file the window may hand over to be saved as they are. */
export const SAVED_EXTENSIONS = ['docx', 'csv', 'xlsx', 'ics', 'zip', 'respite'] as const
export type SavedExtension = (typeof SAVED_EXTENSIONS)[number]

/** A file of a folder to be saved: its place in the folder, with `/` between names. */
export interface FolderFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the window needs of the desktop. Nothing here knows about debt. */
export interface DesktopApi {
  readonly appInfo: () => Promise<DesktopReply<AppInfo>>
  /** Asks for a case file and reads it. */
  readonly openCaseFile: () => Promise<DesktopReply<OpenedFile>>
  /** Asks for a place and writes there: the whole file or nothing. */
  readonly saveCaseFile: (request: {
    readonly suggestedName: string
    readonly text: string
  }) => Promise<DesktopReply<SavedFile>>
  /** Asks for a place and writes the document there as a PDF. */
  readonly savePdf: (
    request: PrintDocument & { readonly suggestedName: string },
  ) => Promise<DesktopReply<SavedFile>>
  /** Asks for a place and writes the bytes there: the whole file or nothing. */
  readonly saveFile: (request: {
    readonly suggestedName: string
    readonly extension: SavedExtension
    readonly bytes: Uint8Array
  }) => Promise<DesktopReply<SavedFile>>
  /** Asks for a folder and writes a new one into it: with all its files or not at all. Never into one that is there. */
  readonly saveFolder: (request: {
    readonly suggestedName: string
    readonly files: readonly FolderFile[]
  }) => Promise<DesktopReply<SavedFile>>
  /** Opens the system's print dialog. */
  readonly print: (request: PrintDocument) => Promise<DesktopReply<null>>
  /** Puts text on the system's clipboard: the page itself may not touch it. */
  readonly copyText: (request: { readonly text: string }) => Promise<DesktopReply<null>>
  /** Shows a file that was saved in this session in the system's file manager. */
  readonly revealFile: (request: SavedFile) => Promise<DesktopReply<null>>
  /** The look of native parts: menus, dialogs, window frame. */
  readonly setAppearance: (request: {
    readonly theme: 'system' | 'light' | 'dark'
    readonly locale: 'zh-CN' | 'en'
  }) => Promise<DesktopReply<null>>
  /** Which menu items can be used now. */
  readonly setMenuState: (request: {
    readonly hasCase: boolean
    readonly canUndo: boolean
    readonly canRedo: boolean
  }) => Promise<DesktopReply<null>>
  /** Calls back for each menu item chosen. Returns the stop. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void
}
