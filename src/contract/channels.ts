import type { DesktopApi } from './desktop-api.ts'

/** The methods that ask the desktop for something and wait for its reply. */
export type RequestMethod = Exclude<keyof DesktopApi, 'onMenuCommand'>

/** What a method is asked with; `undefined` for the ones that need nothing. */
export type RequestOf<Method extends RequestMethod> = Parameters<DesktopApi[Method]>[0]

/** What a method answers, failures included. */
export type ReplyOf<Method extends RequestMethod> = Awaited<ReturnType<DesktopApi[Method]>>

/** The one channel of each method. The preload imports this, so nothing heavy may live here. */
export const REQUEST_CHANNELS = {
  appInfo: 'app:info',
  openCaseFile: 'files:open-case',
  saveCaseFile: 'files:save-case',
  savePdf: 'files:save-pdf',
  renderPdf: 'document:render-pdf',
  saveFile: 'files:save',
  saveFolder: 'files:save-folder',
  revealFile: 'files:reveal',
  print: 'document:print',
  copyText: 'clipboard:copy-text',
  remind: 'shell:remind',
  setAppearance: 'shell:set-appearance',
  setTray: 'shell:set-tray',
  setMenuState: 'shell:set-menu-state',
  readKey: 'key:read',
  tryKey: 'key:try',
  keyOpened: 'key:opened',
  writeKey: 'key:write',
  listBackups: 'backup:list',
  lackingFiles: 'backup:lacking-files',
  writeSealedFile: 'backup:write-file',
  writeBackup: 'backup:write',
  readBackup: 'backup:read',
  chooseBackupFolder: 'backup:choose-folder',
  useOwnBackupFolder: 'backup:own-folder',
  openBackupFolder: 'backup:open-folder',
  wipe: 'profile:wipe',
  setAside: 'profile:set-aside',
  renewalCopy: 'renewal:copy',
  beginRenewal: 'renewal:begin',
  endRenewal: 'renewal:end',
  holdClose: 'window:hold-close',
} as const satisfies Record<RequestMethod, string>

/** The one channel on which the desktop speaks first. */
export const MENU_COMMAND_CHANNEL = 'menu:command'
