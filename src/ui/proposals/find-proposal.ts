import type { Plan } from '../../domain/case/index.ts'
import type { Proposal, ProposalSet } from '../../domain/proposal/index.ts'

/** Status quo first, then what can be proposed: the order of the screen. */
export const allProposals = (set: ProposalSet): readonly Proposal[] => [
  set.statusQuo,
  ...set.proposals,
]

/**
 * What the list shows: first what can be kept up, the recommended one at its head, and apart from it
 * what can't be, which is there to compare with.
 */
export function shownProposals(
  set: ProposalSet,
  recommended: string | null,
): { readonly kept: readonly Proposal[]; readonly broken: readonly Proposal[] } {
  const all = allProposals(set)
  const kept = all.filter(({ feasible }) => feasible)
  return {
    kept: kept.toSorted((a, b) => Number(b.id === recommended) - Number(a.id === recommended)),
    broken: all.filter(({ feasible }) => !feasible),
  }
}

/** The proposal of that id, or null when the figures have moved on. */
export const findProposal = (set: ProposalSet, id: string): Proposal | null =>
  allProposals(set).find((proposal) => proposal.id === id) ?? null

/** Whether there are payments at all: where nothing fits, a proposal is only its reasons. */
export const isWorkedOut = ({ perLoan }: Proposal): boolean => perLoan.length > 0

/** Whether the accepted plan is this very proposal, with this day's numbers. */
export const isPlanned = (plan: Plan | null, proposal: Proposal): boolean =>
  plan?.proposal === proposal.id

/** Whether the accepted plan pays in this way, whatever day its numbers are of. */
export const isFollowed = (plan: Plan | null, { strategy }: Proposal): boolean =>
  plan?.proposal.startsWith(`${strategy}-`) ?? false
