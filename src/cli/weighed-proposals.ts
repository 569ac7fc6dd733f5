import { proposeWithOptimum, type Objective, type Proposal } from '../domain/proposal/index.ts'
import {
  USUAL_RUNS,
  USUAL_SEED,
  weighProposals,
  type WeighedProposals,
} from '../domain/simulation/index.ts'
import type { Pack } from '../packs/index.ts'
import { loadSolver } from '../solver/index.ts'
import type { CaseContext } from './command.ts'

/** What a command line may ask for; what every screen and letter counts on where it does not. */
interface Wish {
  readonly objective?: Objective
  readonly seed?: number
  readonly runs?: number
}

/** The proposals of a case with the exact answers among them, weighed: what every command and the window speak of. */
export async function weighedProposals(
  { facts, on }: Pick<CaseContext, 'facts' | 'on'>,
  { arrangements, limits, lpr }: Pick<Pack, 'arrangements' | 'limits' | 'lpr'>,
  { objective = 'least-paid', ...luck }: Wish = {},
): Promise<WeighedProposals> {
  const solve = await loadSolver()
  const found = proposeWithOptimum(facts, arrangements, { on, objective, solve })
  return weighProposals(found, {
    facts,
    arrangements,
    limits: { limits, lpr },
    on,
    seed: USUAL_SEED,
    runs: USUAL_RUNS,
    ...luck,
  })
}

/** The proposal that `propose` recommends for the case: letters and scripts speak of it. Null where none can be kept. */
export async function recommendedProposal(
  context: Pick<CaseContext, 'facts' | 'on'>,
  pack: Pack,
): Promise<Proposal | null> {
  const { set } = await weighedProposals(context, pack)
  return [set.statusQuo, ...set.proposals].find(({ id }) => id === set.recommended) ?? null
}
