import type { Proposal, ProposalSet, Strategy } from '../../domain/proposal/index.ts'
import { allProposals, isWorkedOut } from './find-proposal.ts'

/** More columns than this nobody reads across. */
export const MOST_COMPARED = 4

/** The proposals that an address names, in the order of the set; unknown ones and those past the fourth are left out. */
export function namedProposals(set: ProposalSet, named: string): readonly Proposal[] {
  const strategies = named.split(',')
  return allProposals(set)
    .filter((proposal) => strategies.includes(proposal.strategy) && isWorkedOut(proposal))
    .slice(0, MOST_COMPARED)
}

/** What is compared until somebody chooses: the contracts, the recommended one, then others that can be kept. */
export function usualProposals(set: ProposalSet): readonly Proposal[] {
  const all = allProposals(set).filter(isWorkedOut)
  const first = all.filter(({ id }) => id === set.statusQuo.id || id === set.recommended)
  const others = all.filter((proposal) => proposal.feasible && !first.includes(proposal))
  const chosen = [...first, ...others].slice(0, MOST_COMPARED - 1)
  return all.filter((proposal) => chosen.includes(proposal))
}

/** The choice with one more, or without it. */
export const toggled = (
  chosen: readonly Proposal[],
  strategy: Strategy,
  isWanted: boolean,
): readonly Strategy[] => {
  const others = chosen.map((proposal) => proposal.strategy).filter((other) => other !== strategy)
  return isWanted ? [...others, strategy] : others
}
