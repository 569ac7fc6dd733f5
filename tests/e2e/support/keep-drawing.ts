import type { ElectronApplication, Page } from '@playwright/test'

/** How often a window is asked for a frame, and how long it may take, in milliseconds. */
const EVERY = 4_000
const LONG = 20_000

/** Whether the page draws a frame in time. A window that nobody sees draws none, and need not. */
async function isDrawing(page: Page): Promise<boolean> {
  const frame = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        if (document.visibilityState === 'visible') {
          requestAnimationFrame(() => {
            resolve()
          })
        } else resolve()
      }),
  )
  let waiting: NodeJS.Timeout | undefined
  const tooLong = new Promise<boolean>((resolve) => {
    waiting = setTimeout(resolve, LONG, false)
  })
  // A page that is left or closed in the meantime can't answer.
  const answer = frame.then(
    () => true,
    () => true,
  )
  return Promise.race([answer, tooLong]).finally(() => {
    clearTimeout(waiting)
  })
}

/** Ends the process that composes the windows' pictures. The runtime starts another, and every window draws anew. */
async function restartDrawing(app: ElectronApplication): Promise<void> {
  const metrics = await app.evaluate(({ app }) => app.getAppMetrics())
  const said = metrics.map(({ type, cpu }) => `${type} ${String(cpu.cumulativeCPUUsage ?? 0)} s`)
  console.log(
    `A window drew nothing for ${String(LONG / 1000)} s. Used so far: ${said.join(', ')}.`,
  )
  const drawing = metrics.find(({ type }) => type === 'GPU')
  if (drawing !== undefined) process.kill(drawing.pid, 'SIGKILL')
}

/**
 * Watches until the page is gone that its window draws. On a virtual screen and a busy machine a window
 * stopped drawing for good in about one of a hundred tests, in places that have no code in common; a click
 * waits for frames, and waited in vain. The part that draws belongs to the runtime: it is started anew,
 * and the output says so. What a test expects of the app is not touched by it; a page that was only busy
 * goes on as it would have.
 */
export function keepDrawing(app: ElectronApplication, page: Page): void {
  async function watch(): Promise<void> {
    if (page.isClosed()) return
    if (!(await isDrawing(page)) && !page.isClosed())
      await restartDrawing(app).catch(() => undefined)
    setTimeout(() => void watch(), EVERY).unref()
  }
  void watch()
}
