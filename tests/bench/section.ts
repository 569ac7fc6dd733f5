import { Bench } from 'tinybench'

/** A table as it is printed: a head and rows, the first column to the left. */
export interface BenchTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How the figures are to be read. */
  readonly note?: string
}

/** A part of the bench: add one to `sections.ts`. */
export interface BenchSection {
  readonly name: string
  readonly run: () => Promise<readonly BenchTable[]>
}

/** The same work done by several programs; the first is ours. Null: this program can't do it. */
export interface Race {
  readonly title: string
  readonly work: readonly (readonly [who: string, task: (() => unknown) | null])[]
}

const MILLISECONDS = 300

/** Nanoseconds; null where there is no task. */
type Time = number | 'failed' | null

/** Runs each task for a while and gives its median time. */
async function medians({ work }: Race): Promise<readonly Time[]> {
  const bench = new Bench({ time: MILLISECONDS, warmupTime: MILLISECONDS / 3 })
  for (const [who, task] of work) if (task !== null) bench.add(who, () => void task())
  await bench.run()
  return work.map(([who, task]) => {
    if (task === null) return null
    const result = bench.getTask(who)?.result
    return result !== undefined && 'latency' in result ? result.latency.p50 * 1e6 : 'failed'
  })
}

/** Races as a table: our time, and how many times longer each of the others takes. */
export async function raceTable(
  title: string,
  races: readonly Race[],
  remark: string,
): Promise<BenchTable> {
  const names = [...new Set(races.flatMap(({ work }) => work.slice(1).map(([who]) => who)))]
  const rows: (readonly string[])[] = []
  for (const race of races) {
    const times = await medians(race)
    const ours = times[0] ?? null
    const ratioOf = (name: string): string => {
      const at = race.work.findIndex(([who], n) => n > 0 && who === name)
      return ratioText(times[at] ?? null, ours)
    }
    const own = typeof ours === 'number' ? microseconds(ours) : 'failed'
    rows.push([race.title, own, ...names.map(ratioOf)])
  }
  return {
    title,
    head: ['', 'ours (µs)', ...names],
    rows,
    note: `Median times; 3.0× means that it takes three times as long as ours. –: it offers no such thing.\n${remark}`,
  }
}

function ratioText(theirs: Time, ours: Time): string {
  if (theirs === null) return '–'
  if (typeof theirs !== 'number' || typeof ours !== 'number') return 'failed'
  const ratio = theirs / ours
  return `${ratio.toFixed(ratio < 1 ? 2 : 1)}×`
}

const microseconds = (nanoseconds: number): string => (nanoseconds / 1000).toFixed(2)
