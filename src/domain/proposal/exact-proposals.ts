import { bestOf } from './best-of.ts'
import { optimumAsked, optimumNow } from './find-optimum.ts'
import type { SolveModel } from './linear-model.ts'
import type { Objective } from './objective.ts'
import type { Ground } from './strategies.ts'
import type { Optimum } from './tell-optimum.ts'
import type { LoanProposal, Optimality, Proposal, Strategy } from './types.ts'

/** Puts a proposal together; null parts = nothing of the kind can be kept. */
export type Build = (
  strategy: Strategy,
  perLoan: readonly LoanProposal[] | null,
  optimality: Optimality | null,
) => Proposal

interface Exactly {
  /** The other proposals: an exact one is never worse than any of them on the same terms. */
  readonly rivals: readonly Proposal[]
  readonly build: Build
  readonly solve: SolveModel
  readonly objective: Objective
}

/** The two exact proposals: on the terms there are, and with the least that has to be asked. */
export function exactOnes(
  ground: Ground,
  { rivals, build, solve, objective }: Exactly,
): readonly Proposal[] {
  const now = optimumNow(ground, { solve, objective })
  const free = rivals.filter(({ concession }) => concession === 0)
  const optimalNow = better('optimal-now', now, { rivals: free, build, objective })
  if (optimalNow.feasible) {
    return [optimalNow, { ...optimalNow, id: build('optimal', [], null).id, strategy: 'optimal' }]
  }
  return [
    optimalNow,
    better('optimal', optimumAsked(ground, { solve, objective }, bestOf(rivals, objective)), {
      rivals,
      build,
      objective,
    }),
  ]
}

/** No bound was found: all of it could be saved for all one knows. */
const NOTHING_KNOWN = 1

/**
 * The optimum, or a rival that asks less or costs less. By rounding one may be a few fen below the
 * other: then the cheaper stands, and the proof with it.
 */
function better(
  strategy: Strategy,
  optimum: Optimum | null,
  { rivals, build, objective }: Omit<Exactly, 'solve'>,
): Proposal {
  const found = build(strategy, optimum?.perLoan ?? null, optimum?.optimality ?? null)
  const rival = bestOf(rivals, objective)
  if (rival === null || bestOf([found, rival], objective) === found) return found
  return build(strategy, rival.perLoan, proofOf(rival, found, { optimum, objective }))
}

/** What is known of a rival that took the optimum's place: within the rounding of it the proof holds. */
function proofOf(
  rival: Proposal,
  found: Proposal,
  { optimum, objective }: { readonly optimum: Optimum | null; readonly objective: Objective },
): Optimality {
  const sameTerms =
    objective === 'least-paid' && found.feasible && found.concession === rival.concession
  const within = optimum !== null && optimum.bound - rival.totalPaid <= optimum.tolerance
  return sameTerms && within ? optimum.optimality : { proved: false, gap: NOTHING_KNOWN }
}
