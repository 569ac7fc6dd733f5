import { app, type Session } from 'electron'
import { isAppAddress, readAddress } from '../app-origin.ts'

/** Data that a page made itself, which never leaves the process. */
const OWN_SCHEMES = ['blob:', 'data:']

/** Whether a request may go on: to the app's own pages, and to the developer tools' where the app is not packaged. */
export function mayRequest(address: string, host: string, isPackaged: boolean): boolean {
  const scheme = readAddress(address)?.protocol ?? ''
  if (OWN_SCHEMES.includes(scheme)) return true
  if (scheme === 'devtools:') return !isPackaged
  return isAppAddress(address, host)
}

/** Shuts a session to everything but one host of the app: requests, permissions, devices, downloads. */
export function lockSession(session: Session, host: string): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(details.url, host, app.isPackaged) })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(`app://${host}/no-dictionaries/`)
}
