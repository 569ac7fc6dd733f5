import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { encodeCaseText } from '../../../src/storage/case-file/index.ts'
import { chooseMenuItem, chooseOpenPath } from '../../e2e/support/file-dialogs.ts'
import { longLog } from '../../support/long-log.ts'
import type { BenchTable } from '../section.ts'
import { chooseRuntimeHere, hindrance, root } from '../start/runtime.ts'
import { openSample, withApp } from '../start/with-app.ts'

const COUNTS = [100, 10_000] as const
const ROUNDS = 9
const WORDS = '说要联系家里人'

interface Times {
  /** From the way to the page until its entries are drawn, every rule checked; each time after a reload. */
  readonly opening: number
  /** The longest that a key pressed in the entry's note or the search waits for. */
  readonly typing: number
}

/** The contact log in the app itself: opened after a fresh start, then typed in. */
export async function openingTable(): Promise<BenchTable> {
  const title = 'The contact log in the app'
  const problem = hindrance()
  if (problem !== null) return { title: `${title}: not measured, ${problem}`, head: [''], rows: [] }
  chooseRuntimeHere()
  const times: Times[] = []
  for (const count of COUNTS) times.push(await timesOf(count))
  const row = (what: string, part: keyof Times): string[] => {
    const [few = Number.NaN, many = Number.NaN] = times.map((each) => each[part])
    return [what, few.toFixed(0), many.toFixed(0), `${(many / few).toFixed(1)}×`]
  }
  return {
    title,
    head: ['', ...COUNTS.map((count) => `${String(count)} (ms)`), 'grows'],
    rows: [
      row('opened and every rule checked', 'opening'),
      row('longest key in note and search', 'typing'),
    ],
    note: `Opening: median of ${String(ROUNDS)}, each after a reload. Goal: under 3×.`,
  }
}

const timesOf = (count: number): Promise<Times> =>
  withApp(root, async (page, { app, profile }) => {
    const path = join(profile, 'long.json')
    await writeFile(path, encodeCaseText(longLog(count)))
    await openSample(page)
    await chooseOpenPath(app, path)
    await chooseMenuItem(app, 'case-import')
    await untilThere(page, count)
    const opening: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.evaluate(goTo, '#/settings')
      await page.reload()
      await page.locator('html[data-ready]').waitFor({ state: 'attached' })
      await page.locator('h1').waitFor()
      opening.push(await page.evaluate(openAndWait))
    }
    opening.sort((one, other) => one - other)
    return {
      opening: opening[Math.floor(ROUNDS / 2)] ?? Number.NaN,
      typing: await typed(app, page),
    }
  })

/** Once it is read in, the app goes to the overview by itself: the way is gone until the log stands there. */
async function untilThere(page: Page, count: number): Promise<void> {
  const first = page.locator(`[aria-setsize="${String(count)}"]`).first()
  for (let tries = 0; tries < 20; tries += 1) {
    await page.evaluate(goTo, '#/contacts')
    const isThere = await first.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await page.evaluate(goTo, '#/overview')
  }
  throw new Error('the log was not read in')
}

/** Runs in the page. */
function goTo(place: string): void {
  window.location.hash = place
}

/** Runs in the page: from the way to the log until its entries are there and the next frame is drawn. */
async function openAndWait(): Promise<number> {
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
  const start = performance.now()
  window.location.hash = '#/contacts'
  while (document.querySelector('[data-testid="timeline"] article') === null) await frame()
  await frame()
  return performance.now() - start
}

/** Types into a new entry's note, then into the search; how long the slowest key took to be drawn. */
async function typed(app: ElectronApplication, page: Page): Promise<number> {
  await page.evaluate(watchKeys)
  await chooseMenuItem(app, 'contact-new')
  await page.locator('dialog textarea').pressSequentially(WORDS, { delay: 60 })
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'hidden' })
  await page.locator('main input[type="text"]').first().pressSequentially(WORDS, { delay: 60 })
  await page.waitForTimeout(300)
  return page.evaluate(() => (window as unknown as { slowest: number }).slowest)
}

/** Runs in the page: notes how long keys wait from the press to the frame that shows them. */
function watchKeys(): void {
  const slow = { slowest: 0 }
  Object.assign(window, slow)
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown' || name === 'input')
        Object.assign(window, {
          slowest: Math.max((window as unknown as { slowest: number }).slowest, duration),
        })
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}
