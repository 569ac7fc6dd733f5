import type { DesktopApi } from '../contract/index.ts'

declare global {
  interface Window {
    /** What the preload offers. Absent in a plain browser. */
    readonly desktop?: DesktopApi
  }
}
