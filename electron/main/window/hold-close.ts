/** As much of a window as its closing takes. */
export interface ClosingWindow {
  readonly on: (
    name: 'close',
    listener: (event: { readonly preventDefault: () => void }) => void,
  ) => unknown
  readonly close: () => void
}

/** How long the page may take; a page that hangs must not keep its window open. */
const LONGEST = 8_000

/**
 * Lets the page finish what waits (a backup) before its window closes. The page says beforehand whether anything
 * waits; it is asked once, and says that it is done by holding no longer.
 */
export function holdClose(ask: () => void, longest = LONGEST) {
  let holds = false
  let waiting: (() => void) | null = null
  return {
    /** The page is another one now, or none: nothing waits. */
    forget: (): void => {
      holds = false
      waiting?.()
    },
    /** Whether the page still does something before the window closes. */
    isHeld: (): boolean => holds,
    /** What the page says. */
    set: (isHeld: boolean): void => {
      holds = isHeld
      if (!isHeld) waiting?.()
    },
    watch: (window: ClosingWindow): void => {
      window.on('close', (event) => {
        if (!holds) return
        event.preventDefault()
        if (waiting !== null) return
        const timer = setTimeout(() => waiting?.(), longest)
        waiting = () => {
          clearTimeout(timer)
          waiting = null
          holds = false
          window.close()
        }
        ask()
      })
    },
  }
}
