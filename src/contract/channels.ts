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
  saveFile: 'files:save',
  saveFolder: 'files:save-folder',
  revealFile: 'files:reveal',
  print: 'document:print',
  copyText: 'clipboard:copy-text',
  setAppearance: 'shell:set-appearance',
  setMenuState: 'shell:set-menu-state',
} as const satisfies Record<RequestMethod, string>

/** The one channel on which the desktop speaks first. */
export const MENU_COMMAND_CHANNEL = 'menu:command'
