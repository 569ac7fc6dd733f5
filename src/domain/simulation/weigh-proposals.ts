import type { Case } from '../case/index.ts'
import type { LimitRules } from '../cost/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import {
  completeReasonableness,
  rateLimits,
  recommendedOf,
  withNegotiationRanges,
  type ArrangementRule,
  type Proposal,
  type ProposalSet,
} from '../proposal/index.ts'
import { survivalInput } from './plan-survival.ts'
import { simulateTogether } from './survival.ts'
import type { Survival } from './types.ts'

/** The runs and the seed that are used wherever nobody asks for others: the same everywhere, so that the same proposal is recommended. */
export const USUAL_RUNS = 10_000
export const USUAL_SEED = 1

/** What proposals are weighed by. */
export interface Scales {
  readonly facts: Case
  readonly arrangements: readonly ArrangementRule[]
  readonly limits: LimitRules
  readonly on: CalendarDate
  readonly seed: number
  readonly runs: number
}

/** Proposals with their checklists, and how each fares when things don't go as expected, by its id. */
export interface WeighedProposals {
  readonly set: ProposalSet
  readonly survival: ReadonlyMap<string, Survival>
}

/**
 * Gives every proposal its negotiation range, its simulated survival and its whole checklist, and
 * decides which one is recommended. All meet the same luck. What has been simulated before may be
 * handed in; it is taken for a proposal of the same id with the same payments.
 */
export function weighProposals(
  found: ProposalSet,
  scales: Scales,
  known: WeighedProposals | null = null,
): WeighedProposals {
  const { facts, arrangements, limits, on } = scales
  const set = withNegotiationRanges(found, { facts, rules: arrangements })
  const survival = survivalOfAll([set.statusQuo, ...set.proposals], scales, known)
  const limitsByLoan = rateLimits(facts, limits, on)
  const judge = (proposal: Proposal): Proposal =>
    completeReasonableness(proposal, {
      facts,
      on,
      chance: survival.get(proposal.id)?.probability ?? null,
      rateLimits: limitsByLoan,
    })
  const statusQuo = judge(set.statusQuo)
  const proposals = set.proposals.map(judge)
  const recommended = recommendedOf([statusQuo, ...proposals], set.objective)?.id ?? null
  return { set: { ...set, statusQuo, proposals, recommended }, survival }
}

/** The survival of each proposal by its id, in their order; those not known yet are simulated together. */
function survivalOfAll(
  proposals: readonly Proposal[],
  { facts, on, seed, runs }: Scales,
  known: WeighedProposals | null,
): ReadonlyMap<string, Survival> {
  const before = proposals.map((proposal) => knownSurvival(proposal, known))
  const open = proposals.filter((_, index) => before[index] === null)
  const inputs = open.map((proposal) => survivalInput(facts, proposal, on))
  const played = simulateTogether(inputs, { seed, runs })
  const now = new Map(open.map((proposal, index) => [proposal, played[index]]))
  return new Map(
    proposals.flatMap((proposal, index) => {
      const survival = before[index] ?? now.get(proposal)
      return survival === undefined ? [] : [[proposal.id, survival]]
    }),
  )
}

function knownSurvival({ id, totalPaid }: Proposal, known: WeighedProposals | null) {
  if (known === null) return null
  const { set, survival } = known
  const same = [set.statusQuo, ...set.proposals].find((one) => one.id === id)
  return same?.totalPaid === totalPaid ? (survival.get(id) ?? null) : null
}
