import { OBJECTIVES, type Objective } from '../../domain/proposal/index.ts'
import { USUAL_RUNS, USUAL_SEED } from '../../domain/simulation/index.ts'
import { UsageError, type Command, type OptionValues } from '../command.ts'
import { proposalsJson } from '../report/proposal-json.ts'
import { proposalsText } from '../report/proposal-text.ts'
import { weighedProposals } from '../weighed-proposals.ts'

/** The most runs of a simulation that a command line may ask for. */
const MOST_RUNS = 1_000_000

/** The proposals, compared. */
export const propose: Command = {
  takes: 'case',
  name: 'propose',
  usage: `[--seed N] [--runs N] [--objective ${OBJECTIVES.join('|')}]`,
  options: {
    seed: { type: 'string' },
    runs: { type: 'string' },
    objective: { type: 'string' },
  },
  async run({ facts, on, locale, options, pack }) {
    const seed = wholeOption(options, 'seed', { least: 0, most: 0xffff_ffff }) ?? USUAL_SEED
    const runs = wholeOption(options, 'runs', { least: 1, most: MOST_RUNS }) ?? USUAL_RUNS
    const { set, survival } = await weighedProposals({ facts, on }, await pack(), {
      seed,
      runs,
      objective: objectiveOption(options),
    })
    const report = { seed, of: survival }
    return {
      text: proposalsText(set, report, locale),
      json: proposalsJson(set, report, locale),
    }
  },
}

/** What the exact answers aim at; the least total where nothing is said. */
function objectiveOption({ objective }: OptionValues): Objective {
  if (objective === undefined) return 'least-paid'
  const known = OBJECTIVES.find((one) => one === objective)
  if (known === undefined) throw new UsageError(`--objective takes ${OBJECTIVES.join(', ')}`)
  return known
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
