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

/** Of each task in each round. */
const MILLISECONDS = 40
const ROUNDS = 8
/** At least, of slow tasks. */
const CALLS = 4

/** Nanoseconds; null where there is no task. */
type Time = number | 'failed' | null

/**
 * Runs the tasks in turn, several rounds of them, and gives each one's lowest median: what else the
 * machine does meets one round or another, and a first round may still be without optimised code.
 */
async function medians(race: Race): Promise<readonly Time[]> {
  const rounds: (readonly Time[])[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(race))
  return race.work.map((_, at) => lowest(rounds.map((times) => times[at] ?? null)))
}

async function oneRound({ work }: Race): Promise<readonly Time[]> {
  const bench = new Bench({
    time: MILLISECONDS,
    warmupTime: MILLISECONDS,
    iterations: CALLS,
    warmupIterations: CALLS,
  })
  for (const [who, task] of work) if (task !== null) bench.add(who, () => void task())
  await bench.run()
  return work.map(([who, task]) => {
    if (task === null) return null
    const result = bench.getTask(who)?.result
    return result !== undefined && 'latency' in result ? result.latency.p50 * 1e6 : 'failed'
  })
}

/** A round that failed is not passed over. */
function lowest(times: readonly Time[]): Time {
  const numbers = times.filter((time) => typeof time === 'number')
  if (numbers.length === times.length) return Math.min(...numbers)
  return times.includes('failed') ? 'failed' : null
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
    note: `The lowest of ${String(ROUNDS)} medians; 3.0× means that it takes three times as long as ours. –: it offers no such thing.\n${remark}`,
  }
}

function ratioText(theirs: Time, ours: Time): string {
  if (theirs === null) return '–'
  if (typeof theirs !== 'number' || typeof ours !== 'number') return 'failed'
  const ratio = theirs / ours
  return `${ratio.toFixed(ratio < 1 ? 2 : 1)}×`
}

const microseconds = (nanoseconds: number): string => (nanoseconds / 1000).toFixed(2)
