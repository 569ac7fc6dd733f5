import type { DesktopApi } from '../contract/index.ts'

/** The desktop as the preload offers it, or its twin where the app runs in a plain browser. */
export async function desktop(): Promise<DesktopApi> {
  if (window.desktop !== undefined) return window.desktop
  const { createBrowserDesktop } = await import('./browser-desktop.ts')
  return createBrowserDesktop(window)
}
