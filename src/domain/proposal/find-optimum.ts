import { fen, type Fen } from '../kernel/index.ts'
import { askRoute } from './ask-routes.ts'
import type { Debt } from './debt.ts'
import { meansFor } from './horizons.ts'
import type { ModelAnswer, SolveModel } from './linear-model.ts'
import { routeProposal } from './loan-proposal.ts'
import { askedSettlement } from './offer-routes.ts'
import { optimumModel, type OptimumModel } from './optimum-model.ts'
import { belowMinimum, follow, readChoice, roundings } from './optimum-reading.ts'
import { comingPayDays, firstPayDate } from './pay-dates.ts'
import type { Route } from './route.ts'
import { offersOf, type Ground } from './strategies.ts'
import type { Concession, LoanProposal, Optimality } from './types.ts'
import type { Means } from './walk.ts'

/** The best answer that was found on some terms. */
export interface Optimum {
  readonly perLoan: readonly LoanProposal[]
  readonly totalPaid: Fen
  readonly optimality: Optimality
  /** The solver's own total, which the figures to the fen agree with within the tolerance. */
  readonly bound: number
  readonly tolerance: Fen
}

/** Terms that are tried together: the most that is asked, of whom, and by how many months payments may be put off. */
interface Level {
  readonly concession: Concession
  readonly asked: readonly Debt[]
  readonly delays: readonly number[]
}

/** Payments may be put off by this many months before more is asked for. */
const MOST_DELAY = 6
/** Rounds in which minimums that an answer passes over are spelt out. */
const MOST_ROUNDS = 6
const PAY_DAYS = 24

/** The least total under the contracts and the creditors' own offers; null where no combination can be kept. */
export const optimumNow = (ground: Ground, solve: SolveModel): Optimum | null =>
  atLevel(ground, { concession: 0, asked: [], delays: [] }, solve)

/** The best of the other proposals: what the optimum has to be as good as. */
export interface Rival {
  readonly concession: Concession
  readonly totalPaid: Fen
}

/**
 * The least concession under which everything can be paid, then the least total: longer terms, then
 * payments put off (no longer than it takes), then penalty and late fees waived, then interest stopped,
 * then the settlements that the person wants to ask for. Each first of the creditors of late loans, then
 * of all. More is asked at the same step only where a rival shows that it costs less.
 */
export function optimumAsked(
  ground: Ground,
  solve: SolveModel,
  rival: Rival | null,
): Optimum | null {
  for (const concession of [1, 2, 3, 4, 5] as const) {
    const levels = levelsOf(concession, ground.debts)
    const widest = levels.at(-1)
    if (widest === undefined || !mayFit(ground, widest, solve)) continue
    let best: Optimum | null = null
    for (const level of levels) {
      const found = atLevel(ground, level, solve)
      if (found === null || (best !== null && best.totalPaid <= found.totalPaid)) continue
      best = found
      if (!isBeaten(found, concession, rival)) break
    }
    if (best !== null) return best
  }
  return null
}

const isBeaten = (found: Optimum, concession: Concession, rival: Rival | null): boolean =>
  rival !== null &&
  rival.concession <= concession &&
  rival.totalPaid < found.totalPaid - found.tolerance

/** The levels of one concession, the least asked first: by how long payments are put off, then of whom. */
function levelsOf(concession: Concession, debts: readonly Debt[]): readonly Level[] {
  const askable = debts.filter(({ rule }) => rule !== null)
  const late = askable.filter(({ isLate }) => isLate)
  const scopes = (late.length < askable.length ? [late, askable] : [askable]).filter(
    ({ length }) => length > 0,
  )
  const waits = Array.from({ length: MOST_DELAY + 1 }, (_, n) => n)
  const longest = { 1: 0, 2: MOST_DELAY, 3: MOST_DELAY, 4: MOST_DELAY, 5: MOST_DELAY }[
    concession as 1 | 2 | 3 | 4 | 5
  ]
  const shortest = concession === 2 ? 1 : 0
  return waits
    .filter((wait) => wait >= shortest && wait <= longest)
    .flatMap((wait) =>
      scopes.map((asked) => ({ concession, asked, delays: waits.slice(1, wait + 1) })),
    )
}

/** Whether anything can fit at a level, by its program without the whole numbers: quick, and never wrongly no. */
function mayFit(ground: Ground, level: Level, solve: SolveModel): boolean {
  const routes = routesAt(ground, level)
  if (routes.some(({ length }) => length === 0)) return false
  return meansFor(routes.flat(), ground.household).some((means) => {
    const { model } = optimumModel({ routes, means, strict: new Set() })
    const columns = model.columns.map((column) => ({ ...column, whole: false }))
    return solve({ ...model, columns }).status !== 'infeasible'
  })
}

const routesAt = (ground: Ground, level: Level): readonly (readonly Route[])[] =>
  ground.debts.map((debt, index) => waysOf(ground, { debt, index, level }))

function atLevel(ground: Ground, level: Level, solve: SolveModel): Optimum | null {
  const routes = routesAt(ground, level)
  if (routes.some(({ length }) => length === 0)) return null
  let best: Optimum | null = null
  for (const means of meansFor(routes.flat(), ground.household)) {
    const found = solved(ground, { routes, means }, solve)
    if (found !== null && (best === null || found.totalPaid < best.totalPaid)) best = found
  }
  return best
}

/** A loan's ways at a level: its contract, its creditor's offers and what is asked for. */
function waysOf(
  { ways, household }: Ground,
  { debt, index, level }: { readonly debt: Debt; readonly index: number; readonly level: Level },
): readonly Route[] {
  const { concession, asked, delays } = level
  const kept = ways[index] ?? []
  const own = [...(concession === 0 ? kept : kept.slice(0, 1)), ...offersOf(debt, household)]
  if (!asked.includes(debt)) return own
  const { on, dayOfMonth } = household
  // At the last step what may be asked is what the step before allows, and the person's own settlement.
  const most = concession === 5 ? 4 : concession
  const payDays = comingPayDays(dayOfMonth, on, PAY_DAYS)
  return [
    ...own,
    ...(concession === 5 ? askedSettlement(debt, payDays) : []),
    ...[0, ...delays].map((delay) =>
      askRoute(debt, delay > 0 && most < 2 ? 2 : delay === 0 && most === 2 ? 1 : most, {
        days: { on, firstOn: firstPayDate(dayOfMonth, on, delay) },
        pace: 'free',
      }),
    ),
  ]
}

interface Question {
  readonly routes: readonly (readonly Route[])[]
  readonly means: Means
}

/** Solves, spells out the minimums that the answer passes over, and solves again until none is. */
function solved(ground: Ground, question: Question, solve: SolveModel): Optimum | null {
  const strict = new Set<Route>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const posed = optimumModel({ ...question, strict })
    const answer = solve(posed.model)
    if (answer.values.length === 0) return null
    const passedOver = belowMinimum(readChoice(posed, answer.values)).filter(
      (route) => !strict.has(route),
    )
    if (passedOver.length === 0 || round === MOST_ROUNDS - 1) {
      return told(
        ground,
        { posed, answer, means: question.means, whole: passedOver.length === 0 },
        solve,
      )
    }
    for (const route of passedOver) strict.add(route)
  }
  return null
}

interface Told {
  readonly posed: OptimumModel
  readonly answer: ModelAnswer
  readonly means: Means
  /** No minimum is passed over. */
  readonly whole: boolean
}

/** An answer to the fen. Among those that cost the same, the one that pays earliest. */
function told(
  ground: Ground,
  { posed, answer, means, whole }: Told,
  solve: SolveModel,
): Optimum | null {
  const early = solve(earliest(posed, answer))
  for (const values of [early.values, answer.values]) {
    if (values.length === 0) continue
    const choice = readChoice(posed, values)
    const walked = follow(choice, means)
    if (walked === null) continue
    const perLoan = choice.routes.map((route, index) =>
      routeProposal(route, walked[index] ?? { payments: [], balances: [] }, ground.household),
    )
    const totalPaid = fen(perLoan.reduce((sum, part) => sum + part.totalPaid, 0))
    const bound = answer.bound * FEN_IN_YUAN
    const tolerance = roundings(walked)
    const agrees = totalPaid - bound <= tolerance
    const proved = answer.status === 'optimal' && whole && agrees
    const gap = proved ? 0 : Math.max(0, (totalPaid - bound) / Math.max(1, totalPaid))
    return { perLoan, totalPaid, optimality: { proved, gap }, bound, tolerance }
  }
  return null
}

const FEN_IN_YUAN = 100
/** What paying earlier may cost: a hundredth of a fen. */
const NOTHING = 1e-4

/** The same choice at the same cost, with as little as possible left owing in every month. */
function earliest({ model, columns }: OptimumModel, { values, cost }: ModelAnswer) {
  const left = new Set(columns.flat().flatMap((each) => each.left))
  return {
    columns: model.columns.map((column, index) => {
      const value = column.whole ? Math.floor((values[index] ?? 0) + 0.5) : null
      return {
        cost: left.has(index) ? 1 : 0,
        lower: value ?? column.lower,
        upper: value ?? column.upper,
        whole: false,
      }
    }),
    rows: [
      ...model.rows,
      {
        lower: Number.NEGATIVE_INFINITY,
        upper: cost + NOTHING,
        terms: model.columns.flatMap((column, index) =>
          column.cost === 0 ? [] : [[index, column.cost] as const],
        ),
      },
    ],
  }
}
