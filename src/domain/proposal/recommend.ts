import { byObjective, type Objective } from './objective.ts'
import type { FactorName, Proposal, ProposalSet } from './types.ts'

/** Four runs in five: below it a plan is more a hope than a promise. An assumption, no statistic. */
export const ENOUGH_CHANCE = 0.8

/** Where no plan is likely enough, those count that come within a fifth of the likeliest. */
const NEAR_THE_LIKELIEST = 0.8

/** The points without which nothing is recommended, whatever else speaks for it. */
const MUSTS: readonly FactorName[] = ['keeps-essentials', 'affordable', 'no-borrowing', 'reserve']

/** The chance to finish a proposal, 0–1, as its checklist has it; null before it is simulated. */
export const chanceOf = ({ reasonableness }: Proposal): number | null =>
  reasonableness.factors.find(({ name }) => name === 'survives')?.part ?? null

/**
 * The proposal to start from. It is feasible and meets every must of the checklist; of those, only the
 * ones that are likely enough to be finished count: four runs in five, or where none reaches that, at
 * least four fifths of the best chance. Then the least that is asked, then the objective (the least
 * total unless another one is chosen), then the order given. Before the simulation the chances are left aside. Null where none can be kept. The rule
 * is ours; docs/domain.md says why.
 */
export function recommendedOf(
  proposals: readonly Proposal[],
  objective: Objective = 'least-paid',
): Proposal | null {
  const kept = proposals.filter((one) => one.feasible && meetsMusts(one))
  return likelyEnough(kept).toSorted(byObjective(objective)).at(0) ?? null
}

const meetsMusts = ({ reasonableness }: Proposal): boolean =>
  reasonableness.factors.every(({ name, score }) => !MUSTS.includes(name) || score === 100)

function likelyEnough(proposals: readonly Proposal[]): readonly Proposal[] {
  const best = Math.max(...proposals.map((one) => chanceOf(one) ?? 0))
  const least = best >= ENOUGH_CHANCE ? ENOUGH_CHANCE : best * NEAR_THE_LIKELIEST
  return proposals.filter((one) => (chanceOf(one) ?? 0) >= least)
}

/** Why the recommended proposal stands above the others that can be kept. */
export type RecommendationReason =
  'only' | 'contract' | 'surest' | 'least-asked' | 'cheapest' | 'by-objective' | 'tie'

/**
 * The reason for a recommendation, in the order in which it is made. `surest`: another one would ask
 * less, or cost less for the same, but is much less likely to be finished.
 */
export function recommendationReason(
  { statusQuo, proposals, objective }: ProposalSet,
  chosen: Proposal,
): RecommendationReason {
  const rivals = [statusQuo, ...proposals].filter(
    (other) => other.feasible && other.id !== chosen.id,
  )
  const asksMore = (other: Proposal): boolean => other.concession > chosen.concession
  if (chosen.strategy === 'status-quo') return 'contract'
  if (rivals.length === 0) return 'only'
  if (rivals.every(asksMore)) return 'least-asked'
  const ranks = rivals.map((other) => byObjective(objective)(chosen, other))
  if (ranks.some((rank) => rank > 0)) return 'surest'
  if (ranks.includes(0)) return 'tie'
  return objective === 'least-paid' ? 'cheapest' : 'by-objective'
}

/** Whether even this proposal is less likely to be finished than is taken as enough. */
export function isUnsure(proposal: Proposal): boolean {
  const chance = chanceOf(proposal)
  return chance !== null && chance < ENOUGH_CHANCE
}
