import type { DesktopApi } from '../contract/index.ts'
import { createBrowserDesktop } from './browser-desktop.ts'

/** The desktop as the preload offers it, or its twin where the app runs in a plain browser. */
export function desktop(): DesktopApi {
  return window.desktop ?? createBrowserDesktop(window)
}
