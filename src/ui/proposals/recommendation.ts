import type { Proposal, ProposalSet } from '../../domain/proposal/index.ts'

/** Why the recommended proposal stands above the others that can be kept. */
export type RecommendationReason = 'only' | 'cheapest' | 'sooner' | 'score' | 'balance'

/** The plainest true reason: what the recommended one is strictly best at. */
export function recommendationReason(set: ProposalSet, chosen: Proposal): RecommendationReason {
  const rivals = [set.statusQuo, ...set.proposals].filter(
    (other) => other.feasible && other.id !== chosen.id,
  )
  const beats = (isBetter: (other: Proposal) => boolean): boolean => rivals.every(isBetter)
  if (rivals.length === 0) return 'only'
  if (beats((other) => chosen.totalPaid < other.totalPaid)) return 'cheapest'
  if (beats((other) => isSooner(chosen, other))) return 'sooner'
  if (beats((other) => chosen.reasonableness.score > other.reasonableness.score)) return 'score'
  return 'balance'
}

const isSooner = (one: Proposal, other: Proposal): boolean =>
  one.payoffOn !== null && (other.payoffOn === null || one.payoffOn < other.payoffOn)
