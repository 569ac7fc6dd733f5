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

/** Endings of recordings, pictures and papers. A file of any other kind is saved as `bin`: nothing opens or runs it. */
export const ATTACHED_EXTENSIONS = [
  'm4a',
  'mp3',
  'wav',
  'amr',
  'aac',
  'ogg',
  'opus',
  'flac',
  'mp4',
  'mov',
  '3gp',
  'webm',
  'jpg',
  'jpeg',
  'png',
  'gif',
  'webp',
  'heic',
  'bmp',
  'pdf',
  'txt',
  'eml',
  'bin',
] as const
export type AttachedExtension = (typeof ATTACHED_EXTENSIONS)[number]

/** What kinds of file the window may hand over to be saved as they are. */
export const SAVED_EXTENSIONS = ['docx', 'csv', 'xlsx', 'ics', 'zip', 'respite'] as const
export type SavedExtension = (typeof SAVED_EXTENSIONS)[number] | AttachedExtension

/** A file of a folder to be saved: its place in the folder, with `/` between names. */
export interface FolderFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A PDF that is to become part of something, such as a folder. */
export interface RenderedPdf {
  readonly bytes: Uint8Array
}

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the shell says of the key file: none, the key for the taking, one behind a passphrase, or not readable. */
export type KeyReading =
  | { readonly state: 'none' | 'locked' | 'damaged' }
  | { readonly state: 'open'; readonly text: string }

/** Why a backup was made: by itself, before an upgrade of the database, or before a restore. */
export const BACKUP_REASONS = ['regular', 'upgrade', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** What the tray is for: no icon, an icon, or an icon under which the app stays when its window is closed. */
export const TRAY_MODES = ['off', 'icon', 'stays'] as const
export type TrayMode = (typeof TRAY_MODES)[number]

/** Where backups lie: the folder that the person chose, or the app's own in its profile. */
export const BACKUP_PLACES = ['chosen', 'own'] as const
export type BackupPlace = (typeof BACKUP_PLACES)[number]

/** A backup as its name tells of it. */
export interface StoredBackup {
  readonly place: BackupPlace
  readonly name: string
  /** ISO 8601. */
  readonly at: string
  readonly reason: BackupReason
  /** Eight hexadecimal digits that tell the key it is sealed with. */
  readonly keyId: string
  readonly size: number
}

/** The backups there are, the latest first, and where new ones go. */
export interface BackupShelf {
  readonly place: BackupPlace
  readonly folder: string
  /** Whether the folder is there at all. */
  readonly isThere: boolean
  readonly backups: readonly StoredBackup[]
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
  /** The document as a PDF that says nothing of the moment: the same document gives the same bytes. */
  readonly renderPdf: (request: PrintDocument) => Promise<DesktopReply<RenderedPdf>>
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
  /**
   * Shows the system's notification that something waits. Its words are the shell's own and name nothing
   * and nobody: a locked screen shows them to anyone. A click leads to the agenda.
   */
  readonly remind: () => Promise<DesktopReply<null>>
  /** The look of native parts: menus, dialogs, window frame. */
  readonly setAppearance: (request: {
    readonly theme: 'system' | 'light' | 'dark'
    readonly locale: 'zh-CN' | 'en'
  }) => Promise<DesktopReply<null>>
  /** Shows an icon in the tray, or none. Failed where the system lets none be made. */
  readonly setTray: (request: { readonly mode: TrayMode }) => Promise<DesktopReply<null>>
  /** Which menu items can be used now. */
  readonly setMenuState: (request: {
    readonly hasCase: boolean
    readonly canUndo: boolean
    readonly canRedo: boolean
  }) => Promise<DesktopReply<null>>
  /** What there is of a key file in the profile. */
  readonly readKey: () => Promise<DesktopReply<KeyReading>>
  /** Hands out a locked key file for one attempt, counted as failed until `keyOpened`; null while there is a wait. */
  readonly tryKey: () => Promise<
    DesktopReply<{ readonly waitSeconds: number; readonly text: string | null }>
  >
  /** The attempt succeeded: the count of failures begins anew. */
  readonly keyOpened: () => Promise<DesktopReply<null>>
  /** Writes the key file, whole or not at all. Refused where one is there and none was to be replaced. */
  readonly writeKey: (request: {
    readonly text: string
    readonly replaces: boolean
  }) => Promise<DesktopReply<null>>
  readonly listBackups: () => Promise<DesktopReply<BackupShelf>>
  /** Which sealed files of these names do not lie in that place yet. */
  readonly lackingFiles: (request: {
    readonly place: BackupPlace
    readonly names: readonly string[]
  }) => Promise<DesktopReply<readonly string[]>>
  /** Writes a sealed file that backups name, whole or not at all, and reads it back. */
  readonly writeSealedFile: (request: {
    readonly place: BackupPlace
    readonly name: string
    readonly bytes: Uint8Array
  }) => Promise<DesktopReply<null>>
  /** Writes a backup, whole or not at all, reads it back, and only then lets old ones go. Says how it was named. */
  readonly writeBackup: (request: {
    readonly place: BackupPlace
    readonly at: string
    readonly reason: BackupReason
    readonly keyId: string
    readonly files: readonly string[]
    readonly bytes: Uint8Array
  }) => Promise<DesktopReply<{ readonly name: string }>>
  /** Reads a backup, or a sealed file that one names. */
  readonly readBackup: (request: {
    readonly place: BackupPlace
    readonly name: string
  }) => Promise<DesktopReply<OpenedFile>>
  /** Asks for a folder, tries whether it can be written, and keeps backups there from now on. */
  readonly chooseBackupFolder: () => Promise<DesktopReply<null>>
  /** Keeps backups in the app's own folder again. */
  readonly useOwnBackupFolder: () => Promise<DesktopReply<null>>
  /** Shows the folder of the backups in the system's file manager. */
  readonly openBackupFolder: () => Promise<DesktopReply<null>>
  /** Deletes the key, the database, settings and caches, on wish the backups of this key too, and quits. */
  readonly wipe: (request: {
    readonly keyId: string
    readonly backups: boolean
  }) => Promise<DesktopReply<null>>
  /** Copies the database that does not open into a folder of its own, then deletes it; the key stays where it opens one. */
  readonly setAside: (request: { readonly keepsKey: boolean }) => Promise<DesktopReply<null>>
  /** The backup in the app's own folder that counts while the databases are made anew out of it; null while they count. */
  readonly renewalCopy: () => Promise<DesktopReply<string | null>>
  /**
   * Notes down that a backup counts from now on, then deletes the databases with their files. Says whether none of
   * the files is left. A failure means that the databases were not touched.
   */
  readonly beginRenewal: (request: {
    readonly name: string
  }) => Promise<DesktopReply<{ readonly isEmpty: boolean }>>
  /** The databases were made anew and count again. */
  readonly endRenewal: () => Promise<DesktopReply<null>>
  /** Whether something waits that is to be done before the window closes: it is then asked by `closing`. */
  readonly holdClose: (request: { readonly holds: boolean }) => Promise<DesktopReply<null>>
  /** Calls back for each menu item chosen. Returns the stop. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void
}
