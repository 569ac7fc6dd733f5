import { contextBridge, ipcRenderer } from 'electron'
import {
  MENU_COMMAND_CHANNEL,
  REQUEST_CHANNELS,
  type ReplyOf,
  type RequestMethod,
  type RequestOf,
} from '../../src/contract/channels.ts'
import type { DesktopApi } from '../../src/contract/desktop-api.ts'
import { isMenuCommand, type MenuCommand } from '../../src/contract/menu-command.ts'

/** The only way from the window to the shell: one method, one channel. What it answers is checked by the contract's types. */
function ask<Method extends RequestMethod>(
  method: Method,
): (request?: RequestOf<Method>) => Promise<ReplyOf<Method>> {
  return (request) =>
    ipcRenderer.invoke(REQUEST_CHANNELS[method], request) as Promise<ReplyOf<Method>>
}

/** Electron's event object stays here: it would hand the window the whole channel. */
function onMenuCommand(listener: (command: MenuCommand) => void): () => void {
  const onMessage = (_event: unknown, command: unknown) => {
    if (isMenuCommand(command)) listener(command)
  }
  ipcRenderer.on(MENU_COMMAND_CHANNEL, onMessage)
  return () => {
    ipcRenderer.removeListener(MENU_COMMAND_CHANNEL, onMessage)
  }
}

const api = {
  appInfo: ask('appInfo'),
  openCaseFile: ask('openCaseFile'),
  saveCaseFile: ask('saveCaseFile'),
  savePdf: ask('savePdf'),
  saveFile: ask('saveFile'),
  renderPdf: ask('renderPdf'),
  saveFolder: ask('saveFolder'),
  print: ask('print'),
  copyText: ask('copyText'),
  revealFile: ask('revealFile'),
  remind: ask('remind'),
  setAppearance: ask('setAppearance'),
  setTray: ask('setTray'),
  setMenuState: ask('setMenuState'),
  readKey: ask('readKey'),
  tryKey: ask('tryKey'),
  keyOpened: ask('keyOpened'),
  writeKey: ask('writeKey'),
  listBackups: ask('listBackups'),
  lackingFiles: ask('lackingFiles'),
  writeSealedFile: ask('writeSealedFile'),
  writeBackup: ask('writeBackup'),
  readBackup: ask('readBackup'),
  chooseBackupFolder: ask('chooseBackupFolder'),
  useOwnBackupFolder: ask('useOwnBackupFolder'),
  openBackupFolder: ask('openBackupFolder'),
  wipe: ask('wipe'),
  setAside: ask('setAside'),
  renewalCopy: ask('renewalCopy'),
  beginRenewal: ask('beginRenewal'),
  endRenewal: ask('endRenewal'),
  holdClose: ask('holdClose'),
  onMenuCommand,
} satisfies DesktopApi

contextBridge.exposeInMainWorld('desktop', api)
