import type { ClosingWindow } from '../window/hold-close.ts'

/** As much of a window as hiding it takes. */
export interface HidingWindow extends ClosingWindow {
  readonly hide: () => void
}

interface TrayClosing {
  /** Whether the person chose that the app stays. */
  readonly stays: () => boolean
  /** Whether the app is about to quit: then nothing stays. */
  readonly isQuitting: () => boolean
  /** Whether the page still does something before its window closes. */
  readonly isHeld: () => boolean
  /** Locks, where there is a lock: a window that was closed is not to be opened by anyone. */
  readonly lock: () => void
}

/** Hides a window in the place of closing it, where the person chose that. */
export function closeToTray(window: HidingWindow, closing: TrayClosing): void {
  window.on('close', (event) => {
    if (!closing.stays() || closing.isQuitting()) return
    event.preventDefault()
    window.hide()
    if (!closing.isHeld()) closing.lock()
  })
}
