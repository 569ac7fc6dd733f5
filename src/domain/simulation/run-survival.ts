import type { SurvivalModel } from './survival-model.ts'
import type { Luck, SurvivalTally } from './types.ts'

/** What one run carries from month to month. Amounts in fen. */
interface Walk {
  /** Where the luck of the run begins. */
  start: number
  /** What each loan is behind with, its late charges included. */
  readonly arrears: Float64Array
  cash: number
  arrearsTotal: number
  /** The most that an equal payment could have been so far, fractions of a fen included. */
  bearable: number
  /** The first month with a miss, from 1; 0 = none yet. */
  firstMiss: number
  isBroken: boolean
}

/**
 * Plays the runs of a stretch of luck that is at least as long as the plan. In each month income comes
 * in and living costs go out first, then arrears are caught up, then the month's payments are made in
 * the order of the loans, down to the last fen of cash: the reserve is there for bad months. What can't
 * be paid is late and bears its charge; a loan that is behind and can't be caught up the month after
 * has broken its agreement. The same seed gives the same runs however they are shared out, and the same
 * household the same luck whatever it has promised.
 */
export function runSurvival(model: SurvivalModel, luck: Luck): SurvivalTally {
  const { runs } = luck
  const firstMisses = Array.from({ length: model.months + 1 }, () => 0)
  const bearable = new Float64Array(runs)
  const walk = newWalk(model)
  let finished = 0
  for (let run = 0; run < runs; run += 1) {
    // Where all runs are the same, the walk of the first stands.
    walk.start = run * luck.months
    if (walk.start < luck.left.length) playRun(model, walk, luck)
    firstMisses[walk.firstMiss] = (firstMisses[walk.firstMiss] ?? 0) + 1
    if (isFinished(model, walk)) finished += 1
    bearable[run] = Math.max(0, Math.floor(walk.bearable))
  }
  return {
    runs,
    finished,
    neverMissed: model.clears ? (firstMisses[0] ?? 0) : 0,
    firstMisses: firstMisses.slice(1),
    bearable,
  }
}

const isFinished = ({ clears }: SurvivalModel, { isBroken, arrearsTotal }: Walk): boolean =>
  clears && !isBroken && arrearsTotal === 0

const newWalk = ({ dueByLoan }: SurvivalModel): Walk => ({
  start: 0,
  arrears: new Float64Array(dueByLoan.length),
  cash: 0,
  arrearsTotal: 0,
  bearable: 0,
  firstMiss: 0,
  isBroken: false,
})

/** The walk is used again from run to run. */
function begin(walk: Walk, cash: number): void {
  walk.arrears.fill(0)
  walk.cash = cash
  walk.arrearsTotal = 0
  walk.bearable = Number.MAX_SAFE_INTEGER
  walk.firstMiss = 0
  walk.isBroken = false
}

/** One run from the first month to the last. */
function playRun(model: SurvivalModel, walk: Walk, { left }: Luck): void {
  const { months, due, firstDue } = model
  begin(walk, model.cash)
  // The cash if nothing were ever paid to creditors: what an equal payment could be taken from.
  let untouched = model.cash
  for (let month = 0; month < months; month += 1) {
    const more = left[walk.start + month] ?? 0
    untouched += more
    const times = month - firstDue + 1
    if (times > 0) walk.bearable = Math.min(walk.bearable, untouched / times)
    // A broken agreement stays so, and its first miss lies behind it.
    if (walk.isBroken) continue
    walk.cash += more
    const owed = due[month] ?? 0
    if (walk.arrearsTotal === 0 && owed <= Math.max(0, walk.cash)) walk.cash -= owed
    else payWhatOneCan(model, walk, month)
  }
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
