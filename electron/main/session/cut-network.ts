import { app } from 'electron'

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  // No name and no address leads anywhere, for whatever part of Chromium asks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // What is not resolved but dialled directly goes to a proxy that does not exist; nothing is exempt, not even localhost.
  ['proxy-server', 'socks5://0.0.0.0:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
]

/** Cuts the network off for the whole process, below the sessions' own locks. Must run before the app is ready. */
export function cutNetwork(): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value)
}
