import { Bench } from 'tinybench'
import type { BenchTable } from './section.ts'

/** One kind of work at several sizes. */
export interface Growth {
  readonly title: string
  /** What is measured, with its input made before. */
  readonly prepare: (count: number) => () => unknown
}

const MILLISECONDS = 1000

/** Median milliseconds of each work at each size, and how many times the first the last takes. */
export async function growthTable(
  title: string,
  counts: readonly number[],
  works: readonly Growth[],
): Promise<BenchTable> {
  const rows: (readonly string[])[] = []
  for (const work of works) {
    const times: number[] = []
    for (const count of counts) times.push(await median(work.prepare(count)))
    const ratio = (times.at(-1) ?? 0) / (times[0] ?? 1)
    rows.push([work.title, ...times.map((time) => time.toFixed(3)), `${ratio.toFixed(1)}×`])
  }
  return {
    title,
    head: ['', ...counts.map((count) => `${String(count)} (ms)`), 'grows'],
    rows,
    note: 'Median times.',
  }
}

async function median(task: () => unknown): Promise<number> {
  const bench = new Bench({ time: MILLISECONDS, warmupTime: MILLISECONDS / 3 })
  bench.add('task', () => void task())
  await bench.run()
  const result = bench.tasks[0]?.result
  if (result === undefined || !('latency' in result)) throw new Error('the work failed')
  return result.latency.p50
}
