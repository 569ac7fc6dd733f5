import { app, type Event, type WebContents } from 'electron'

/** No page leads anywhere: the window's screens change by the address's hash, which is no navigation. */
function lockContents(contents: WebContents): void {
  const deny = (event: Event) => event.preventDefault()
  contents.on('will-navigate', deny)
  contents.on('will-redirect', deny)
  contents.on('will-frame-navigate', deny)
  contents.on('will-attach-webview', deny)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Locks every page that is ever made, those included that nobody thought of. */
export function lockAllContents(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}
