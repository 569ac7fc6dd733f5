import type { Proposal, ProposalSet } from '../../domain/proposal/index.ts'

/** Why the recommended proposal stands above the others that can be kept. */
export type RecommendationReason = 'only' | 'contract' | 'least-asked' | 'cheapest' | 'tie'

/** The reason for the choice in the order in which it is made: least asked, then least paid. */
export function recommendationReason(set: ProposalSet, chosen: Proposal): RecommendationReason {
  const rivals = [set.statusQuo, ...set.proposals].filter(
    (other) => other.feasible && other.id !== chosen.id,
  )
  if (chosen.strategy === 'status-quo') return 'contract'
  if (rivals.length === 0) return 'only'
  if (rivals.every((other) => chosen.concession < other.concession)) return 'least-asked'
  if (rivals.every((other) => other.concession > chosen.concession || isCheaper(chosen, other)))
    return 'cheapest'
  return 'tie'
}

const isCheaper = (one: Proposal, other: Proposal): boolean => one.totalPaid < other.totalPaid
