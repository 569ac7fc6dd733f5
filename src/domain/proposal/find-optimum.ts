import type { Fen } from '../kernel/index.ts'
import { meansFor } from './horizons.ts'
import type { SolveModel } from './linear-model.ts'
import { measureOf, type Objective } from './objective.ts'
import { aimedModel, keepingAim } from './objective-model.ts'
import { levelSteps, NOTHING_ASKED, routesAt, type Level } from './optimum-levels.ts'
import { optimumModel, type OptimumModel } from './optimum-model.ts'
import { belowMinimum, readChoice } from './optimum-reading.ts'
import type { Route } from './route.ts'
import type { Ground } from './strategies.ts'
import { tell, type Optimum, type Search } from './tell-optimum.ts'
import type { Concession, LoanProposal } from './types.ts'
import type { Means } from './walk.ts'

/** Rounds in which minimums that an answer passes over are spelt out. */
const MOST_ROUNDS = 12

/** The best under the contracts and the creditors' own offers; null where no combination can be kept. */
export const optimumNow = (ground: Ground, search: Search): Optimum | null =>
  honestly(search, (watched) => atLevel(ground, NOTHING_ASKED, watched))

/** The best of the other proposals: what the optimum has to be as good as. */
export interface Rival {
  readonly concession: Concession
  readonly totalPaid: Fen
  readonly perLoan: readonly LoanProposal[]
}

/**
 * The least concession under which everything can be paid, then the objective, then the least total:
 * longer terms, then payments put off (no longer than it takes), then penalty and late fees waived, then
 * interest cut to the rates of the pack or the person's own, then stopped, then the settlements that the person wants to ask for. Each first of the creditors
 * of late loans, then of all. More is asked at the same step only where a rival shows that it is better.
 */
export const optimumAsked = (ground: Ground, search: Search, rival: Rival | null): Optimum | null =>
  honestly(search, (watched) => {
    let best: Found | null = null
    for (const levels of levelSteps(ground.debts)) {
      const [{ concession } = NOTHING_ASKED] = levels
      if (best !== null && best.concession < concession) break
      best = bestOfStep(ground, levels, { best, rival, ...watched })
      if (best !== null && !isBeaten(best.optimum, rival, { concession, ...search })) break
    }
    return best?.optimum ?? null
  })

interface Found {
  readonly optimum: Optimum
  readonly concession: Concession
}

/** The first level of a step that can be kept and that no rival beats; where rivals beat all, the best of them and of before. */
function bestOfStep(
  ground: Ground,
  levels: readonly Level[],
  { best: before, rival, ...search }: Search & { best: Found | null; rival: Rival | null },
): Found | null {
  let best = before
  if (!mayFit(ground, levels.at(-1) ?? NOTHING_ASKED, search)) return best
  for (const level of levels) {
    const found = atLevel(ground, level, search)
    if (!isBetter(found, best?.optimum ?? null, search)) continue
    best = { optimum: found, concession: level.concession }
    if (!isBeaten(found, rival, { ...level, ...search })) break
  }
  return best
}

/** No bound was found: all of it could be saved for all one knows. */
const NOTHING_KNOWN = 1

/** Where time ran out on any of the models, an answer may be good, but nothing is proved. */
function honestly(search: Search, find: (watched: Search) => Optimum | null): Optimum | null {
  const statuses = new Set<string>()
  const solve: SolveModel = (model) => {
    const answer = search.solve(model)
    statuses.add(answer.status)
    return answer
  }
  const found = find({ ...search, solve })
  if (found === null || !statuses.has('stopped')) return found
  const { gap } = found.optimality
  return { ...found, optimality: { proved: false, gap: gap > 0 ? gap : NOTHING_KNOWN } }
}

function isBetter(
  found: Optimum | null,
  best: Optimum | null,
  { objective }: Search,
): found is Optimum {
  if (found === null || best === null) return found !== null
  const ahead = measureOf(objective, best.perLoan) - measureOf(objective, found.perLoan)
  return ahead > 0 || (ahead === 0 && found.totalPaid < best.totalPaid)
}

function isBeaten(
  found: Optimum,
  rival: Rival | null,
  { concession, objective }: { readonly concession: Concession; readonly objective: Objective },
): boolean {
  if (rival === null || rival.concession > concession) return false
  const ahead = measureOf(objective, found.perLoan) - measureOf(objective, rival.perLoan)
  return ahead > 0 || (ahead === 0 && rival.totalPaid < found.totalPaid - found.tolerance)
}

/** Whether anything can fit at a level, by its program without the whole numbers: quick, and never wrongly no. */
function mayFit(ground: Ground, level: Level, { solve }: Search): boolean {
  const routes = routesAt(ground, level)
  if (routes.some(({ length }) => length === 0)) return false
  return meansFor(routes.flat(), ground.household, level.within).some((means) => {
    const { model } = optimumModel({ routes, means, spelt: new Map() })
    const columns = model.columns.map((column) => ({ ...column, whole: false }))
    return solve({ ...model, columns }).status !== 'infeasible'
  })
}

function atLevel(ground: Ground, level: Level, search: Search): Optimum | null {
  if (search.objective === 'earliest-clear' && level.within === null) {
    return earliestClear(ground, level, search)
  }
  const routes = routesAt(ground, level)
  if (routes.some(({ length }) => length === 0)) return null
  let best: Optimum | null = null
  for (const means of meansFor(routes.flat(), ground.household, level.within)) {
    const found = solved(ground, { routes, means }, search)
    if (isBetter(found, best, search)) best = found
  }
  return best
}

/** Further ahead no household is looked at. */
const MOST_MONTHS = 240

/**
 * The least total among the answers that end in the earliest month. Halving finds the first month that
 * the program without whole numbers can't rule out; from there each month is tried.
 */
function earliestClear(ground: Ground, level: Level, search: Search): Optimum | null {
  const fits = (within: number): boolean => mayFit(ground, { ...level, within }, search)
  if (!fits(MOST_MONTHS)) return null
  let [low, high] = [0, MOST_MONTHS]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) high = middle
    else low = middle + 1
  }
  for (let within = low; within <= MOST_MONTHS; within += 1) {
    const found = atLevel(ground, { ...level, within }, search)
    if (found !== null) return found
  }
  return null
}

interface Question {
  readonly routes: readonly (readonly Route[])[]
  readonly means: Means
}

/** Solves, spells out the minimums that the answer passes over, and solves again until none is. */
function solved(ground: Ground, question: Question, search: Search): Optimum | null {
  const spelt = new Map<Route, Set<number>>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const posed = aimed(optimumModel({ ...question, spelt }), question.means, search)
    const answer = posed === null ? null : search.solve(posed.model)
    if (posed === null || answer === null || answer.values.length === 0) return null
    const passedOver = belowMinimum(readChoice(posed, answer.values))
    const isNew = spell(spelt, passedOver)
    if (!isNew || round === MOST_ROUNDS - 1) {
      const whole = passedOver.size === 0
      return tell(ground, { posed, answer, means: question.means, whole }, search)
    }
  }
  return null
}

/** Spells out what was passed over; whether any of it was not spelt out before. */
function spell(
  spelt: Map<Route, Set<number>>,
  passedOver: ReadonlyMap<Route, readonly number[]>,
): boolean {
  let isNew = false
  for (const [route, slots] of passedOver) {
    const known = spelt.get(route) ?? new Set<number>()
    spelt.set(route, known)
    for (const slot of slots) {
      if (known.has(slot)) continue
      known.add(slot)
      isNew = true
    }
  }
  return isNew
}

/** The program with what is aimed at held fast; null where it has no answer. */
function aimed(
  posed: OptimumModel,
  { days }: Means,
  { solve, objective }: Search,
): OptimumModel | null {
  const first = aimedModel(posed, objective, days)
  if (first === null) return posed
  const answer = solve(first.model)
  if (answer.values.length === 0) return null
  return { ...posed, model: keepingAim(first, answer, posed.model) }
}
