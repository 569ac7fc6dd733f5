import type { CDPSession, Page } from '@playwright/test'
import { GO_AREAS } from '../../../src/contract/index.ts'
import type { BenchTable } from '../section.ts'
import { root } from './runtime.ts'
import { goTo, openSample, withApp } from './with-app.ts'

/** An hour of somebody who is busy: every area again and again, and a figure changed each time. */
const ROUNDS = 24
const PER_ROUND_MS = 120
const MEGABYTE = 1024 * 1024

interface Held {
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

/** What is still held after everything that can go has gone. */
async function held(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

async function oneRound(page: Page, round: number): Promise<void> {
  for (const area of GO_AREAS) {
    await goTo(page, area === 'overview' ? '/' : `/${area}`)
    await page.waitForTimeout(PER_ROUND_MS)
  }
  await goTo(page, '/budget')
  const amount = page.locator('main input.typed-amount').first()
  await amount.fill(String(5400 + round))
  await amount.blur()
  await goTo(page, '/debts')
}

/** What the window holds after the first rounds, in the middle and at the end of an hour's use. */
export async function memoryTable(): Promise<BenchTable> {
  const points = await withApp(root, async (page) => {
    await openSample(page)
    const session = await page.context().newCDPSession(page)
    const seen: (readonly [round: number, held: Held])[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      await oneRound(page, round)
      if (round % (ROUNDS / 4) === 0) seen.push([round, await held(session)])
    }
    return seen
  })
  const [first, last] = [points[0]?.[1].heap ?? 0, points.at(-1)?.[1].heap ?? 0]
  return {
    title: 'Held by the window, after everything that can go has gone',
    head: ['', 'heap (MB)', 'DOM nodes', 'listeners'],
    rows: points.map(([round, { heap, nodes, listeners }]) => [
      `after ${String(round * (GO_AREAS.length + 2))} pages and ${String(round)} changes`,
      (heap / MEGABYTE).toFixed(1),
      String(nodes),
      String(listeners),
    ]),
    note: `Growth from the first quarter to the last: ${((last / first - 1) * 100).toFixed(1)} %. Goal: flat.`,
  }
}
