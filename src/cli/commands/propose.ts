import type { Case } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import {
  completeReasonableness,
  proposeWithOptimum,
  rateLimits,
  withNegotiationRanges,
  type Proposal,
  type ProposalSet,
} from '../../domain/proposal/index.ts'
import { simulateSurvival, survivalInput, type Survival } from '../../domain/simulation/index.ts'
import { loadSolver } from '../../solver/index.ts'
import { UsageError, type Command, type OptionValues } from '../command.ts'
import { proposalsJson } from '../report/proposal-json.ts'
import { proposalsText } from '../report/proposal-text.ts'

/** The most runs of a simulation that a command line may ask for. */
const MOST_RUNS = 1_000_000
const USUAL_RUNS = 10_000
const USUAL_SEED = 1

/** The proposals, compared. */
export const propose: Command = {
  takes: 'case',
  name: 'propose',
  usage: '[--seed N] [--runs N]',
  options: { seed: { type: 'string' }, runs: { type: 'string' } },
  async run({ facts, on, locale, options, pack }) {
    const seed = wholeOption(options, 'seed', { least: 0, most: 0xffff_ffff }) ?? USUAL_SEED
    const runs = wholeOption(options, 'runs', { least: 1, most: MOST_RUNS }) ?? USUAL_RUNS
    const { arrangements, limits, lpr } = await pack()
    const found = proposeWithOptimum(facts, arrangements, { on, solve: await loadSolver() })
    const set = withNegotiationRanges(found, { facts, rules: arrangements })
    const survival = { seed, of: survivals(set, { facts, on, seed, runs }) }
    const limitsByLoan = rateLimits(facts, { limits, lpr }, on)
    const judge = (proposal: Proposal): Proposal =>
      completeReasonableness(proposal, {
        facts,
        on,
        chance: survival.of.get(proposal.id)?.probability ?? null,
        rateLimits: limitsByLoan,
      })
    const judged = {
      ...set,
      statusQuo: judge(set.statusQuo),
      proposals: set.proposals.map(judge),
    }
    return {
      text: proposalsText(judged, survival, locale),
      json: proposalsJson(judged, survival, locale),
    }
  },
}

/** The chance of each proposal, the status quo among them, by its id: all meet the same luck. */
function survivals(
  { statusQuo, proposals }: ProposalSet,
  {
    facts,
    on,
    ...runs
  }: {
    readonly facts: Case
    readonly on: CalendarDate
    readonly seed: number
    readonly runs: number
  },
): ReadonlyMap<string, Survival> {
  return new Map(
    [statusQuo, ...proposals].map((proposal) => [
      proposal.id,
      simulateSurvival(survivalInput(facts, proposal, on), runs),
    ]),
  )
}

/** A whole number within bounds, or null where none is given; anything else is refused. */
function wholeOption(
  options: OptionValues,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  const text = options[name]
  if (text === undefined) return null
  const value = typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most))
    throw new UsageError(`--${name} takes a whole number from ${String(least)} to ${String(most)}`)
  return value
}
