import { proposeWithOptimum, type Proposal } from '../domain/proposal/index.ts'
import type { Pack } from '../packs/index.ts'
import { loadSolver } from '../solver/index.ts'
import type { CaseContext } from './command.ts'

/** The proposal that `propose` recommends for the case: letters and scripts speak of it. Null where none can be kept. */
export async function recommendedProposal(
  { facts, on }: CaseContext,
  pack: Pack,
): Promise<Proposal | null> {
  const set = proposeWithOptimum(facts, pack.arrangements, { on, solve: await loadSolver() })
  return [set.statusQuo, ...set.proposals].find(({ id }) => id === set.recommended) ?? null
}
