/** The scheme and host of the window's pages. They never change: IndexedDB belongs to the origin. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'main'
export const PRINT_HOST = 'print'
export const START_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`

/** Reads an address, or null where it is none. */
export function readAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/** Whether an address is one of the app's own on a host. Node calls the origin of such a scheme `null`: compare the parts. */
export function isAppAddress(address: string, host: string = APP_HOST): boolean {
  const url = readAddress(address)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === host
}
