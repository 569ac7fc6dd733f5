import type axe from 'axe-core'
import type { DesktopApi } from '../../../src/contract/index.ts'

declare global {
  interface Window {
    readonly desktop?: DesktopApi
    /** Where a test loaded it. */
    readonly axe?: typeof axe
  }
}
