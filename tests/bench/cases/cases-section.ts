import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { openStorage } from '../../../src/storage/index.ts'
import { servicesKey, useCaseListStore, useCaseStore } from '../../../src/stores/index.ts'
import type { Services } from '../../../src/stores/index.ts'
import { aCase, aPayment, day } from '../../support/builders.ts'
import { TEST_KEY } from '../../support/test-key.ts'
import type { BenchSection } from '../section.ts'

const COUNTS = [1, 1000] as const
const ROUNDS = 15

const facts = aCase({
  payments: Array.from({ length: 40 }, (_, at) => aPayment({ id: `p${String(at)}` })),
})

/** A storage that holds so many cases, as the app opens it at its start. */
async function storedCases(count: number) {
  const name = `bench-${String(count)}`
  const opened = await openStorage({ name, key: TEST_KEY, plainName: `${name}-plain` })
  if (!opened.ok) throw new Error(opened.problem)
  const { cases, settings, close } = opened.value
  for (let made = 0; made < count; made += 1) {
    const id = await cases.create(facts, { sample: false })
    await cases.noteListing(id, { name: `案件 ${String(made)}` })
    await settings.write({ activeCase: id })
  }
  close()
  return { name, key: TEST_KEY, plainName: `${name}-plain` }
}

const since = (start: number): number => performance.now() - start
const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Milliseconds until the last case is open, and until all are listed. */
async function openOnce(options: Parameters<typeof openStorage>[0]) {
  const start = performance.now()
  const opened = await openStorage(options)
  if (!opened.ok) throw new Error(opened.problem)
  const { cases, files, settings, close } = opened.value
  const services = { cases, files, settings, today: () => day('2026-11-24'), now: () => new Date() }
  const pinia = createPinia()
  // The stores of this bench use no more of the app than this.
  createApp({})
    .use(pinia)
    .provide(servicesKey, services as unknown as Services)
  setActivePinia(pinia)
  await useCaseStore().open()
  if (useCaseStore().facts === null) throw new Error('no case is open')
  const opening = since(start)
  const listStart = performance.now()
  await useCaseListStore().read()
  const listing = since(listStart)
  close()
  return { opening, listing }
}

async function medians(count: number) {
  const options = await storedCases(count)
  await openOnce(options)
  const times: Awaited<ReturnType<typeof openOnce>>[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await openOnce(options))
  return {
    opening: median(times.map(({ opening }) => opening)),
    listing: median(times.map(({ listing }) => listing)),
  }
}

/** Many cases in one storage: the open one must not wait for the others. */
export const cases: BenchSection = {
  name: 'cases',
  run: async () => {
    const [one, many] = [await medians(COUNTS[0]), await medians(COUNTS[1])]
    const row = (title: string, of: 'opening' | 'listing'): readonly string[] => [
      title,
      one[of].toFixed(1),
      many[of].toFixed(1),
      `${(many[of] / one[of]).toFixed(2)}×`,
    ]
    return [
      {
        title: 'Many cases side by side',
        head: ['', ...COUNTS.map((count) => `${String(count)} (ms)`), 'ratio'],
        rows: [row('open the last case', 'opening'), row('list all of them', 'listing')],
        note: `Median of ${String(ROUNDS)} openings of a sealed storage; the goal for opening is about 1×.`,
      },
    ]
  },
}
