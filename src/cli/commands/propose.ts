import { proposeAll } from '../../domain/proposal/index.ts'
import { UsageError, type Command, type OptionValues } from '../command.ts'
import { proposalsJson } from '../report/proposal-json.ts'
import { proposalsText } from '../report/proposal-text.ts'

/** The most runs of a simulation that a command line may ask for. */
const MOST_RUNS = 1_000_000

/** The proposals, compared. */
export const propose: Command = {
  takes: 'case',
  name: 'propose',
  usage: '[--seed N] [--runs N]',
  options: { seed: { type: 'string' }, runs: { type: 'string' } },
  async run({ facts, on, locale, options, pack }) {
    wholeOption(options, 'seed', { least: 0, most: 0xffff_ffff })
    wholeOption(options, 'runs', { least: 1, most: MOST_RUNS })
    const { arrangements } = await pack()
    const set = proposeAll(facts, arrangements, on)
    return { text: proposalsText(set, locale), json: proposalsJson(set, locale) }
  },
}

/** Refuses anything but a whole number within bounds; nothing given is fine. */
function wholeOption(
  options: OptionValues,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): void {
  const text = options[name]
  if (text === undefined) return
  const value = typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most))
    throw new UsageError(`--${name} takes a whole number from ${String(least)} to ${String(most)}`)
}
