import { fen, type Fen } from '../kernel/index.ts'
import { earliest } from './earliest-model.ts'
import type { ModelAnswer, SolveModel } from './linear-model.ts'
import { routeProposal } from './loan-proposal.ts'
import type { Objective } from './objective.ts'
import type { OptimumModel } from './optimum-model.ts'
import { follow, readChoice, roundings } from './optimum-reading.ts'
import { YUAN } from './optimum-terms.ts'
import type { Ground } from './strategies.ts'
import type { LoanProposal, Optimality } from './types.ts'
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

/** What is aimed at, and what solves a model. */
export interface Search {
  readonly solve: SolveModel
  readonly objective: Objective
}

/** Objectives for which paying old charges as soon as there is money takes nothing away. */
const PAYS_EARLY: ReadonlySet<Objective> = new Set(['least-paid', 'earliest-clear'])

export interface Told {
  readonly posed: OptimumModel
  readonly answer: ModelAnswer
  readonly means: Means
  /** No minimum is passed over. */
  readonly whole: boolean
}

/**
 * An answer to the fen. Among those that cost the same, the one that pays earliest; where rounding makes
 * that dearer than the solver says, the solver's own.
 */
export function tell(ground: Ground, told: Told, search: Search): Optimum | null {
  const { posed, answer } = told
  const early = toFen(ground, told, {
    ...search,
    values: search.solve(earliest(posed, answer)).values,
  })
  if (early !== null && agrees(early)) return early
  const own = toFen(ground, told, { ...search, values: answer.values })
  return early === null || (own !== null && own.totalPaid < early.totalPaid) ? own : early
}

const agrees = ({ totalPaid, bound, tolerance }: Omit<Optimum, 'optimality'>): boolean =>
  totalPaid - bound <= tolerance

function toFen(
  { household }: Ground,
  { posed, answer, means, whole }: Told,
  { objective, values }: { readonly objective: Objective; readonly values: readonly number[] },
): Optimum | null {
  if (values.length === 0) return null
  const choice = readChoice(posed, values)
  const walked = follow(choice, means, PAYS_EARLY.has(objective))
  if (walked === null) return null
  const perLoan = choice.routes.map((route, index) =>
    routeProposal(route, walked[index] ?? { payments: [], balances: [] }, household),
  )
  const totalPaid = fen(perLoan.reduce((sum, part) => sum + part.totalPaid, 0))
  const bound = answer.bound * YUAN
  const found = { perLoan, totalPaid, bound, tolerance: roundings(walked) }
  const proved = answer.status === 'optimal' && whole && agrees(found)
  const gap = proved ? 0 : Math.max(0, (totalPaid - bound) / Math.max(1, totalPaid))
  return { ...found, optimality: { proved, gap } }
}
