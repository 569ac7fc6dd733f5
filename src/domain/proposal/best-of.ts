import type { Proposal } from './types.ts'

/** The feasible proposal that asks the least, then costs the least, then stands first; null when none is feasible. */
export function bestOf(proposals: readonly Proposal[]): Proposal | null {
  const ranked = proposals
    .filter(({ feasible }) => feasible)
    .sort((a, b) => a.concession - b.concession || a.totalPaid - b.totalPaid)
  return ranked.at(0) ?? null
}
