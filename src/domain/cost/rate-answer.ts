import { allRoots } from './all-roots.ts'
import { flowTerms, signChanges, type FlowTerms, type TimedFlow } from './flow-terms.ts'
import { singleRoot } from './single-root.ts'

export const NO_RATE_REASONS = [
  /** No flow, or all of them cancel out. */
  'nothing-moves',
  /** Money goes one way only: nothing is paid for it, or nothing received. */
  'one-way',
  /** Money goes both ways, and at no rate is the one worth the other. */
  'never-balances',
  /** The rate is beyond what a number can hold. */
  'beyond-numbers',
  /** The money turns round so often that no answer is found in good time. */
  'too-many-turns',
] as const
export type NoRateReason = (typeof NO_RATE_REASONS)[number]

/** What the rate of some flows is: one, several, or none and why. */
export interface RateAnswer {
  readonly status: 'unique' | 'several' | 'none'
  /** Per unit of time of the flows; of several the one nearest to 0. */
  readonly rate: number | null
  /** Every rate above −100 %, rising. */
  readonly roots: readonly number[]
  /**
   * What the flows are worth at the rate: 0 but for rounding. Worth at the first flow for a rate from
   * 0 up, at the last one below 0, so that no flow is blown up. Without a rate: the sum of the flows.
   */
  readonly residual: number
  readonly reason: NoRateReason | null
}

/** More turns than any loan has; the time that finding all roots takes grows with their square. */
export const MOST_TURNS = 100

/**
 * A rate below −99 % a period means that next to nothing is left after one. It turns up when a tiny
 * flow follows a long series, and is told after every other root. Convention of numpy-financial's
 * case 44, where −99.98 % stands beside 100.4 %.
 */
const NEXT_TO_NOTHING = -0.99

const NOTHING = 1e-13
const SMALLEST_DOUBT = 1e-9

/**
 * The rates r > −1 with Σ amount ÷ (1 + r)^t = 0: all of them, proved (see `singleRoot`, `allRoots`).
 * Source: the definition of the internal rate of return.
 */
export function rateAnswer(flows: readonly TimedFlow[]): RateAnswer {
  const terms = flowTerms(flows)
  const roots = rootsOf(terms)
  if (typeof roots === 'string') {
    const residual = terms.amounts.reduce((sum, amount) => sum + amount, 0)
    return { status: 'none', rate: null, roots: [], residual, reason: roots }
  }
  const rate = nearestToZero(roots)
  return {
    status: roots.length === 1 ? 'unique' : 'several',
    rate,
    roots,
    residual: worthAt(terms, rate),
    reason: null,
  }
}

/** The rate alone: null where there is none. */
export function internalRate(flows: readonly TimedFlow[]): number | null {
  const roots = rootsOf(flowTerms(flows))
  return typeof roots === 'string' ? null : nearestToZero(roots)
}

function rootsOf(terms: FlowTerms): readonly number[] | NoRateReason {
  if (terms.amounts.length === 0) return 'nothing-moves'
  const turns = signChanges(terms.amounts)
  if (turns === 0) return 'one-way'
  if (turns > MOST_TURNS) return 'too-many-turns'
  const forces =
    turns === 1 ? [singleRoot(terms)] : allRoots(terms).map((force) => polished(terms, force))
  if (forces.length === 0) return 'never-balances'
  const rates = forces.map(rateOf).filter((rate) => rate > -1 && Number.isFinite(rate))
  return rates.length === 0 ? 'beyond-numbers' : rates
}

const nearestToZero = (rates: readonly number[]): number => {
  const usual = rates.filter((rate) => rate >= NEXT_TO_NOTHING)
  const [first = 0, ...others] = usual.length === 0 ? rates : usual
  return others.reduce((best, rate) => (Math.abs(rate) < Math.abs(best) ? rate : best), first)
}

/** 1 + rate = e^δ; what rounding leaves of a rate of 0 is 0. */
function rateOf(force: number): number {
  const rate = Math.expm1(force)
  return Math.abs(rate) < NOTHING ? 0 : rate
}

/** One step of Newton's on the amounts themselves, for the digits that their logarithms lost. */
function polished({ times, amounts }: FlowTerms, force: number): number {
  const anchor = (force >= 0 ? times[0] : times.at(-1)) ?? 0
  let [worth, slope] = [0, 0]
  for (let n = 0; n < times.length; n += 1) {
    const t = (times[n] ?? 0) - anchor
    const term = (amounts[n] ?? 0) * Math.exp(-t * force)
    worth += term
    slope -= t * term
  }
  const step = worth / slope
  // At a multiple root both are rounding and say nothing.
  return Math.abs(step) < SMALLEST_DOUBT ? force - step : force
}

function worthAt({ times, amounts }: FlowTerms, rate: number): number {
  const force = Math.log1p(rate)
  const anchor = (force >= 0 ? times[0] : times.at(-1)) ?? 0
  let worth = 0
  for (let n = 0; n < times.length; n += 1)
    worth += (amounts[n] ?? 0) * Math.exp(-((times[n] ?? 0) - anchor) * force)
  return worth
}
