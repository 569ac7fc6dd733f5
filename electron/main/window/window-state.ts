import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'

export interface WindowState {
  readonly bounds: Rectangle | null
  readonly isMaximized: boolean
}

const NO_STATE: WindowState = { bounds: null, isMaximized: false }

export const SMALLEST = { width: 820, height: 560 }
const USUAL = { width: 1280, height: 820 }
/** How much of the window must lie on a display for it to be found and dragged. */
const GRIP = { width: 120, height: 40 }

/** Beyond this no display lies and no window was ever sized. */
const FARTHEST = 100_000

function isBounds(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as Partial<Record<keyof Rectangle, unknown>>
  const isWhole = [x, y, width, height].every(
    (one) => Number.isInteger(one) && Math.abs(Number(one)) < FARTHEST,
  )
  return isWhole && Number(width) > 0 && Number(height) > 0
}

function readState(value: unknown): WindowState {
  if (typeof value !== 'object' || value === null) return NO_STATE
  const { bounds, isMaximized } = value as Partial<Record<keyof WindowState, unknown>>
  return isBounds(bounds) ? { bounds, isMaximized: isMaximized === true } : NO_STATE
}

/** The state that was kept; a file that is missing, cut short or edited counts as none. */
export function readWindowState(file: string): WindowState {
  try {
    return readState(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return NO_STATE
  }
}

/** Keeps the state. Done at once since the window is closing; losing it costs nobody anything. */
export function keepWindowState(file: string, state: WindowState): void {
  const draft = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(draft, JSON.stringify(state))
    renameSync(draft, file)
  } catch {
    // A full or read-only disk must not keep the window from closing.
  }
}

/** How much of a window's width lies on a display. */
function widthOn(bounds: Rectangle, area: Rectangle): number {
  const right = Math.min(bounds.x + bounds.width, area.x + area.width)
  return right - Math.max(bounds.x, area.x)
}

function canBeSeen(bounds: Rectangle, area: Rectangle): boolean {
  return (
    widthOn(bounds, area) >= GRIP.width &&
    // The title bar itself has to be on the display, not just any part of the window.
    bounds.y >= area.y &&
    bounds.y + GRIP.height <= area.y + area.height
  )
}

/**
 * Where to open the window: where it was, if that place still exists, else centred on the first display at the usual
 * size. Never larger than its display, never smaller than the screens can be read at.
 */
export function placeWindow(
  kept: Rectangle | null,
  areas: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } {
  const area = kept === null ? undefined : areas.find((one) => canBeSeen(kept, one))
  if (kept === null || area === undefined) return fitSize(USUAL, areas[0])
  return { ...kept, ...fitSize(kept, area) }
}

function fitSize(
  size: { readonly width: number; readonly height: number },
  area: Rectangle | undefined,
): { width: number; height: number } {
  const most = area ?? { width: USUAL.width, height: USUAL.height }
  return {
    width: Math.max(SMALLEST.width, Math.min(size.width, most.width)),
    height: Math.max(SMALLEST.height, Math.min(size.height, most.height)),
  }
}
