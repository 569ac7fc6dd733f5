import type { Plan } from '../../domain/case/index.ts'
import type { Proposal, ProposalSet } from '../../domain/proposal/index.ts'

/** Status quo first, then what can be proposed: the order of the screen. */
export const allProposals = (set: ProposalSet): readonly Proposal[] => [
  set.statusQuo,
  ...set.proposals,
]

/** The proposal of that id, or null when the figures have moved on. */
export const findProposal = (set: ProposalSet, id: string): Proposal | null =>
  allProposals(set).find((proposal) => proposal.id === id) ?? null

/** Whether the accepted plan is this very proposal. */
export const isPlanned = (plan: Plan | null, proposal: Proposal): boolean =>
  plan?.proposal === proposal.id
