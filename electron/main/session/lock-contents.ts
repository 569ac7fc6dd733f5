import { app, type Event, type WebContents } from 'electron'
import { isAppAddress } from '../app-origin.ts'

/** No page leads anywhere: the window's screens change by the address's hash, which is no navigation. */
function lockContents(contents: WebContents): void {
  const deny = (event: Event) => event.preventDefault()
  /** A page of ours may begin anew where it is: so it forgets what it held in memory. */
  const denyOthers = (event: Event & { readonly url: string }) => {
    if (event.url !== contents.getURL() || !isAppAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', denyOthers)
  contents.on('will-redirect', deny)
  contents.on('will-frame-navigate', denyOthers)
  contents.on('will-attach-webview', deny)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Locks every page that is ever made, those included that nobody thought of. */
export function lockAllContents(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}
