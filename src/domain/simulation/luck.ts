import { nextRandom, seedRandom, type RandomState } from '../kernel/index.ts'
import {
  isCertain,
  RANDOM_RANGE,
  type SurvivalModel,
  type UncertainIncome,
} from './survival-model.ts'
import type { Luck, Runs } from './types.ts'

/** What a household can be lucky with: the part of a model that no promise changes. */
export type Chances = Pick<SurvivalModel, 'months' | 'certain' | 'uncertain' | 'surprise'>

/**
 * What each run leaves of the income after the living costs, month by month, in fen. Nothing that was
 * promised has a part in it, and each month asks chance only after the one before: a household has the
 * same luck with every proposal, and the luck of its longest one holds that of the others. With
 * nothing left to chance all runs are the first one.
 */
export function drawLuck(chances: Chances, { seed, from, to }: Runs): Luck {
  const { months } = chances
  const runs = Math.max(0, to - from)
  const drawn = isCertain(chances) ? Math.min(runs, 1) : runs
  const left = new Float64Array(drawn * months)
  const random: RandomState = new Uint32Array(4)
  const away = new Float64Array(chances.uncertain.length)
  for (let run = 0; run < drawn; run += 1) {
    seedRandom(random, seed, from + run)
    away.fill(0)
    for (let month = 0; month < months; month += 1) {
      left[run * months + month] = leftToPay(chances, { random, away, month })
    }
  }
  return { runs, months, left }
}

interface Draw {
  readonly random: RandomState
  /** Months that each uncertain income is still away. */
  readonly away: Float64Array
  readonly month: number
}

/** Income less expenses of a month, as chance has it. */
function leftToPay({ certain, uncertain, surprise }: Chances, draw: Draw): number {
  const { random, month } = draw
  let left = certain[month] ?? 0
  for (let index = 0; index < uncertain.length; index += 1) {
    const income = uncertain[index]
    if (income !== undefined && isThere(income, draw, index)) {
      left += (income.times[month] ?? 0) * drawAmount(income, random)
    }
  }
  if (surprise !== null && nextRandom(random) < surprise.below) left -= surprise.amount
  return left
}

/** Whether an income comes in this month at all; in one where it can't fall, chance is not asked. */
function isThere(
  { lossBelow, lossMonths, firstMonth, lastMonth }: UncertainIncome,
  { random, away, month }: Draw,
  index: number,
): boolean {
  if (month < firstMonth || month > lastMonth) return false
  const still = away[index] ?? 0
  if (still > 0) {
    away[index] = still - 1
    return false
  }
  if (lossBelow === 0 || nextRandom(random) >= lossBelow) return true
  away[index] = lossMonths - 1
  return false
}

/**
 * An amount between low and high, the expected one likeliest, down to the fen.
 * Source: the triangular distribution, by the inverse of its distribution function. Only +, −, ×, ÷
 * and the square root are used, which IEEE 754 rounds the same on every machine.
 */
function drawAmount({ low, width, rising }: UncertainIncome, random: RandomState): number {
  if (width === 0) return low
  const part = nextRandom(random) / RANDOM_RANGE
  const below = part * width < rising
  const distance = below
    ? Math.sqrt(part * width * rising)
    : width - Math.sqrt((1 - part) * width * (width - rising))
  return low + Math.floor(distance)
}
