import { nextRandom, seedRandom, type RandomState } from '../kernel/index.ts'
import {
  isCertain,
  RANDOM_RANGE,
  type SurvivalModel,
  type UncertainIncome,
} from './survival-model.ts'
import type { Runs, SurvivalTally } from './types.ts'

/** What one run carries from month to month. Amounts in fen. */
interface Walk {
  readonly random: RandomState
  /** Months that each uncertain income is still away. */
  readonly away: Float64Array
  /** What each loan is behind with, its late charges included. */
  readonly arrears: Float64Array
  cash: number
  arrearsTotal: number
  /** Cash if nothing were ever paid to creditors: what an equal payment could be taken from. */
  untouched: number
  bearable: number
  /** The first month with a miss, from 1; 0 = none yet. */
  firstMiss: number
  isBroken: boolean
}

/**
 * Plays a stretch of runs. In each month income comes in and living costs go out first, then arrears
 * are caught up, then the month's payments are made in the order of the loans, down to the last fen
 * of cash: the reserve is there for bad months. What can't be paid is late and bears its charge; a
 * loan that is behind and can't be caught up the month after has broken its agreement. The same seed
 * gives the same runs however they are shared out, and the same household the same luck whatever it
 * has promised.
 */
export function runSurvival(model: SurvivalModel, { seed, from, to }: Runs): SurvivalTally {
  const firstMisses = Array.from({ length: model.months + 1 }, () => 0)
  const bearable = new Float64Array(Math.max(0, to - from))
  const walk = newWalk(model)
  let finished = 0
  for (let run = from; run < to; run += 1) {
    if (run === from || !isCertain(model)) playRun(model, walk, { seed, run })
    firstMisses[walk.firstMiss] = (firstMisses[walk.firstMiss] ?? 0) + 1
    if (isFinished(model, walk)) finished += 1
    bearable[run - from] = Math.max(0, walk.bearable)
  }
  return {
    runs: bearable.length,
    finished,
    neverMissed: model.clears ? (firstMisses[0] ?? 0) : 0,
    firstMisses: firstMisses.slice(1),
    bearable,
  }
}

const isFinished = ({ clears }: SurvivalModel, { isBroken, arrearsTotal }: Walk): boolean =>
  clears && !isBroken && arrearsTotal === 0

const newWalk = ({ uncertain, dueByLoan }: SurvivalModel): Walk => ({
  random: new Uint32Array(4),
  away: new Float64Array(uncertain.length),
  arrears: new Float64Array(dueByLoan.length),
  cash: 0,
  arrearsTotal: 0,
  untouched: 0,
  bearable: 0,
  firstMiss: 0,
  isBroken: false,
})

/** One run from the first month to the last. The walk is used again from run to run. */
function playRun(
  model: SurvivalModel,
  walk: Walk,
  { seed, run }: { readonly seed: number; readonly run: number },
): void {
  seedRandom(walk.random, seed, run)
  walk.away.fill(0)
  walk.arrears.fill(0)
  walk.cash = model.cash
  walk.untouched = model.cash
  walk.arrearsTotal = 0
  walk.bearable = Number.MAX_SAFE_INTEGER
  walk.firstMiss = 0
  walk.isBroken = false
  for (let month = 0; month < model.months; month += 1) {
    const left = leftToPay(model, walk, month)
    walk.cash += left
    walk.untouched += left
    const times = month - model.firstDue + 1
    if (times > 0) walk.bearable = Math.min(walk.bearable, Math.floor(walk.untouched / times))
    const due = model.due[month] ?? 0
    if (walk.arrearsTotal === 0 && due <= Math.max(0, walk.cash)) walk.cash -= due
    else payWhatOneCan(model, walk, month)
  }
}

/** Income less expenses of a month, as chance has it. */
function leftToPay(model: SurvivalModel, walk: Walk, month: number): number {
  let left = model.certain[month] ?? 0
  for (let index = 0; index < model.uncertain.length; index += 1) {
    const income = model.uncertain[index]
    if (income !== undefined && isThere(income, walk, { index, month })) {
      left += (income.times[month] ?? 0) * drawAmount(income, walk.random)
    }
  }
  const { surprise } = model
  if (surprise !== null && nextRandom(walk.random) < surprise.below) left -= surprise.amount
  return left
}

/** Whether an income comes in this month at all; in one where it can't fall, chance is not asked. */
function isThere(
  { lossBelow, lossMonths, firstMonth, lastMonth }: UncertainIncome,
  walk: Walk,
  { index, month }: { readonly index: number; readonly month: number },
): boolean {
  if (month < firstMonth || month > lastMonth) return false
  const away = walk.away[index] ?? 0
  if (away > 0) {
    walk.away[index] = away - 1
    return false
  }
  if (lossBelow === 0 || nextRandom(walk.random) >= lossBelow) return true
  walk.away[index] = lossMonths - 1
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

/** A month in which something is late or there is not enough: arrears first, then what falls due. */
function payWhatOneCan(model: SurvivalModel, walk: Walk, month: number): void {
  catchUp(walk)
  let missed = 0
  for (let loan = 0; loan < model.dueByLoan.length; loan += 1) {
    const due = model.dueByLoan[loan]?.[month] ?? 0
    const paid = Math.min(due, Math.max(0, walk.cash))
    walk.cash -= paid
    if (paid === due) continue
    missed += due - paid
    const late = (walk.arrears[loan] ?? 0) + due - paid
    walk.arrears[loan] = late + lateCharge(model, loan, late)
  }
  walk.arrearsTotal = sumOf(walk.arrears)
  if (missed > 0 && walk.firstMiss === 0) walk.firstMiss = month + 1
}

/** Pays what is behind from last month. What still can't be paid ends that agreement. */
function catchUp(walk: Walk): void {
  for (let loan = 0; loan < walk.arrears.length; loan += 1) {
    const behind = walk.arrears[loan] ?? 0
    const paid = Math.min(behind, Math.max(0, walk.cash))
    walk.cash -= paid
    walk.arrears[loan] = behind - paid
    if (paid < behind) walk.isBroken = true
  }
}

/** What being late costs for a month, up to the next fen. */
function lateCharge(model: SurvivalModel, loan: number, late: number): number {
  const charge = model.late[loan]
  return charge === undefined ? 0 : charge.fixed + Math.ceil(late * charge.part)
}

function sumOf(amounts: Float64Array): number {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}
