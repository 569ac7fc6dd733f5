import type { DesktopApi } from '../../../src/contract/index.ts'

declare global {
  interface Window {
    readonly desktop?: DesktopApi
  }
}
