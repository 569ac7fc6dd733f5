import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchSection, BenchTable } from '../section.ts'
import { initialCode } from './initial-code.ts'
import { memoryTable } from './memory-table.ts'
import { chooseRuntimeHere, hindrance, root } from './runtime.ts'
import { goTo, openSample, withApp, withProfile } from './with-app.ts'

const ROUNDS = 9
const BLANK = join(root, 'tests/bench/start/blank-app')

/** Starts before the runtime keeps what it compiled. */
const WARMING_STARTS = 3

async function startTime(folder: string): Promise<number> {
  const begin = performance.now()
  return withApp(folder, () => Promise.resolve(performance.now() - begin))
}

async function laterStartTime(profile: string): Promise<number> {
  const begin = performance.now()
  return withProfile(root, profile, () => Promise.resolve(performance.now() - begin))
}

/** A profile in which the sample case was opened and the app started a few times. */
async function usedProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'respite-bench-'))
  await withProfile(root, profile, openSample)
  for (let count = 0; count < WARMING_STARTS; count += 1)
    await withProfile(root, profile, (page) => page.getByTestId('nav-debts').waitFor())
  return profile
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** All in turn, so that whatever else the computer does falls on all of them. */
async function startTable(): Promise<BenchTable> {
  const blank: number[] = []
  const first: number[] = []
  const later: number[] = []
  const profile = await usedProfile()
  await startTime(BLANK)
  for (let round = 0; round < ROUNDS; round += 1) {
    blank.push(await startTime(BLANK))
    first.push(await startTime(root))
    later.push(await laterStartTime(profile))
  }
  await rm(profile, { recursive: true, force: true })
  const row = (what: string, times: readonly number[]): string[] => [
    what,
    median(times).toFixed(0),
    `${(median(times) / median(blank)).toFixed(2)}×`,
  ]
  return {
    title: 'Cold start to usable',
    head: ['', 'median (ms)', 'of blank'],
    rows: [
      row('blank window', blank),
      row('Respite, fresh profile', first),
      row('Respite, profile in use, sample case open', later),
    ],
    note: `${String(ROUNDS)} starts each, in turn, in the same runtime. Goal: at most 1.5×.`,
  }
}

/** What people type into the form of a loan, key by key. */
const TYPED = [
  ['loan', '12000'],
  ['date', '2026-01-10'],
] as const

async function typingTable(): Promise<BenchTable> {
  const tasks = await withApp(root, async (page) => {
    await openSample(page)
    await goTo(page, '/debts/new')
    const fields = page.locator('main form input[type="text"]')
    await fields.first().waitFor()
    await page.evaluate(() => {
      const long: number[] = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration)
      }).observe({ type: 'longtask' })
      Object.assign(window, { long })
    })
    const count = Math.min(await fields.count(), 6)
    for (let at = 0; at < count; at += 1) {
      await fields.nth(at).click()
      await page.keyboard.type(TYPED[at % 2]?.[1] ?? '', { delay: 30 })
    }
    return page.evaluate(() => (window as unknown as { long: number[] }).long)
  })
  const longest = Math.max(0, ...tasks)
  return {
    title: 'Typing in the form of a loan',
    head: ['', ''],
    rows: [
      ['tasks over 50 ms', String(tasks.length)],
      ['the longest (ms)', longest.toFixed(0)],
    ],
    note: 'Six fields, key by key. Goal: none over 50 ms on an idle computer.',
  }
}

function weightTable(): BenchTable {
  const files = initialCode(join(root, 'out/renderer'))
  const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)
  const sum = files.reduce((total, { gzipBytes }) => total + gzipBytes, 0)
  return {
    title: 'Initial JavaScript of the window, gzip',
    head: ['', 'KB'],
    rows: [
      ...files.map(({ name, gzipBytes }) => [name.replace(/^assets\//, ''), kilobytes(gzipBytes)]),
      ['all', kilobytes(sum)],
    ],
    note: 'Goal: at most 350 KB; the rest is read when it is first needed.',
  }
}

/** How soon the app is there, how heavy it is, whether it keeps up with typing and holds no more after an hour. */
export const start: BenchSection = {
  name: 'start',
  run: async () => {
    const problem = hindrance()
    if (problem !== null) return [{ title: `Not measured: ${problem}`, head: [''], rows: [] }]
    chooseRuntimeHere()
    return [weightTable(), await startTable(), await typingTable(), await memoryTable()]
  },
}
