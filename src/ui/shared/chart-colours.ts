import { shownTheme } from './appearance.ts'

export interface ChartColours {
  /** Colours that are told apart by eight series; more begin again. */
  readonly series: readonly string[]
  readonly grid: string
  readonly text: string
  readonly muted: string
  readonly surface: string
  readonly accent: string
  readonly good: string
  readonly warn: string
  readonly danger: string
}

/** The colours of the theme on the screen. Inside a computed value it follows the theme. */
export function chartColours(): ChartColours {
  // The colours come out of the page, which is not reactive; the theme's name is.
  void shownTheme.value
  const style = getComputedStyle(document.documentElement)
  const colour = (token: string): string => style.getPropertyValue(token).trim()
  return {
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => colour(`--chart-${String(n)}`)),
    grid: colour('--colour-line'),
    text: colour('--colour-text'),
    muted: colour('--colour-muted'),
    surface: colour('--colour-raised'),
    accent: colour('--colour-accent'),
    good: colour('--colour-good'),
    warn: colour('--colour-warn'),
    danger: colour('--colour-danger'),
  }
}
