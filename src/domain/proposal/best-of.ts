import { byObjective, type Objective } from './objective.ts'
import type { Proposal } from './types.ts'

/** The feasible proposal that asks the least, then does best by the objective, then costs the least, then stands first; null when none is feasible. */
export function bestOf(proposals: readonly Proposal[], objective: Objective): Proposal | null {
  const ranked = proposals.filter(({ feasible }) => feasible).sort(byObjective(objective))
  return ranked.at(0) ?? null
}
