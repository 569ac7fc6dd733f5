import { fen } from '../kernel/index.ts'
import { drawLuck } from './luck.ts'
import { runSurvival } from './run-survival.ts'
import { survivalModel } from './survival-model.ts'
import type { Runs, Survival, SurvivalInput, SurvivalTally } from './types.ts'

/** Nine runs in ten have to bear it. */
const STEADY_IN = 0.9

/** So many runs are played at a time: the luck of a hundred years of months still fits into a few megabytes. */
const AT_A_TIME = 1000

interface Game {
  readonly seed: number
  readonly runs: number
}

/**
 * How a plan fares over `runs` seeded runs: income that varies or is lost, expenses nobody planned
 * for, and what a missed payment brings. With nothing left to chance the answer is exactly 0 or 1.
 */
export function simulateSurvival(input: SurvivalInput, game: Game): Survival {
  const model = survivalModel(input)
  const tallies = stretchesOf(game).map((runs) => runSurvival(model, drawLuck(model, runs)))
  return survivalOf(mergeTallies(tallies))
}

/**
 * How each plan of one household fares, in the order given: as `simulateSurvival` says of each, with
 * the luck drawn once for all. The plans begin on the same day and differ in what was promised alone.
 */
export function simulateTogether(
  inputs: readonly SurvivalInput[],
  game: Game,
): readonly Survival[] {
  const models = inputs.map(survivalModel)
  const [first, ...others] = models
  if (first === undefined) return []
  const longest = others.reduce((most, one) => (one.months > most.months ? one : most), first)
  const tallies = stretchesOf(game).map((runs) => {
    const luck = drawLuck(longest, runs)
    return models.map((model) => runSurvival(model, luck))
  })
  return models.map((_, index) =>
    survivalOf(mergeTallies(tallies.flatMap((played) => played[index] ?? []))),
  )
}

function stretchesOf({ seed, runs }: Game): readonly Runs[] {
  return Array.from({ length: Math.ceil(runs / AT_A_TIME) }, (_, index) => ({
    seed,
    from: index * AT_A_TIME,
    to: Math.min(runs, (index + 1) * AT_A_TIME),
  }))
}

/** Tallies of the same model and seed put together, in the order in which they are given. */
export function mergeTallies(tallies: readonly SurvivalTally[]): SurvivalTally {
  const runs = tallies.reduce((sum, tally) => sum + tally.runs, 0)
  const bearable = new Float64Array(runs)
  const months = Math.max(0, ...tallies.map(({ firstMisses }) => firstMisses.length))
  const firstMisses = Array.from({ length: months }, () => 0)
  let [finished, neverMissed, at] = [0, 0, 0]
  for (const tally of tallies) {
    finished += tally.finished
    neverMissed += tally.neverMissed
    bearable.set(tally.bearable, at)
    at += tally.runs
    tally.firstMisses.forEach((count, month) => {
      firstMisses[month] = (firstMisses[month] ?? 0) + count
    })
  }
  return { runs, finished, neverMissed, firstMisses, bearable }
}

/** The figures that a tally comes to. Without a run nothing survives. */
export function survivalOf(tally: SurvivalTally): Survival {
  const { runs, finished, neverMissed } = tally
  return {
    runs,
    probability: runs === 0 ? 0 : finished / runs,
    neverMissed: runs === 0 ? 0 : neverMissed / runs,
    firstMissMonthMedian: medianMonth(tally.firstMisses),
    steadyMonthly: fen(bearableBy(tally.bearable)),
  }
}

/** The lower median of the months counted, from 1. */
function medianMonth(firstMisses: readonly number[]): number | null {
  const half = firstMisses.reduce((sum, count) => sum + count, 0) / 2
  if (half === 0) return null
  let seen = 0
  const month = firstMisses.findIndex((count) => {
    seen += count
    return seen >= half
  })
  return month + 1
}

function bearableBy(bearable: Float64Array): number {
  const rising = bearable.toSorted()
  return rising[Math.floor(rising.length - rising.length * STEADY_IN)] ?? 0
}
