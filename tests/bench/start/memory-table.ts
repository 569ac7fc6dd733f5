import type { CDPSession, Page } from '@playwright/test'
import { GO_AREAS } from '../../../src/contract/index.ts'
import type { BenchTable } from '../section.ts'
import { root } from './runtime.ts'
import { openSample, withApp } from './with-app.ts'

/** An hour of somebody who is busy: every area again and again, and a figure changed each time. */
const ROUNDS = 24
const QUARTER = ROUNDS / 4
const PER_PAGE_MS = 120
const ADDRESSES = GO_AREAS.map((area) => (area === 'overview' ? '/' : `/${area}`))
const MEGABYTE = 1024 * 1024

/** Machine code of functions that got warm comes and goes as the engine likes: the app's own things are counted. */
const WITHOUT_MACHINE_CODE = ['--js-flags=--no-opt --no-maglev --no-sparkplug']

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

interface Rounds {
  readonly first: number
  readonly last: number
  readonly addresses: readonly string[]
  readonly pauseMs: number
}

/** Goes the rounds within the page, all in one script: each that a driver sends would stay in memory and be counted. */
const goRounds = (page: Page, rounds: Rounds): Promise<void> =>
  page.evaluate(async ({ first, last, addresses, pauseMs }) => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs))
    const goTo = async (address: string) => {
      window.location.hash = address
      do await pause()
      while (document.querySelector('main :is(h1, h2)') === null)
    }
    for (let round = first; round <= last; round += 1) {
      for (const address of addresses) await goTo(address)
      await goTo('/budget')
      const amount = document.querySelector<HTMLInputElement>('main input.typed-amount')
      if (amount === null) throw new Error('the budget has no amount to change')
      amount.focus()
      amount.value = String(5400 + round)
      amount.dispatchEvent(new Event('input', { bubbles: true }))
      amount.blur()
      await goTo('/debts')
    }
  }, rounds)

/** What the window holds after the first rounds, in the middle and at the end of an hour's use. */
export async function memoryTable(): Promise<BenchTable> {
  const points = await withApp(
    root,
    async (page) => {
      await openSample(page)
      const session = await page.context().newCDPSession(page)
      const seen: (readonly [round: number, held: Held])[] = []
      for (let last = QUARTER; last <= ROUNDS; last += QUARTER) {
        const first = last - QUARTER + 1
        await goRounds(page, { first, last, addresses: ADDRESSES, pauseMs: PER_PAGE_MS })
        seen.push([last, await held(session)])
      }
      return seen
    },
    WITHOUT_MACHINE_CODE,
  )
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
    note: `Without machine code. Growth from the first quarter to the last: ${((last / first - 1) * 100).toFixed(1)} %. Goal: flat.`,
  }
}
