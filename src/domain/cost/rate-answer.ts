import { allRoots } from './all-roots.ts'
import { discountAt, factorOf } from './discount.ts'
import { flowTerms, signChanges, termsOf, type FlowTerms, type TimedFlow } from './flow-terms.ts'
import { singleRoot } from './single-root.ts'

export type NoRateReason =
  /** No flow, or all of them cancel out. */
  | 'nothing-moves'
  /** Money goes one way only: nothing is paid for it, or nothing received. */
  | 'one-way'
  /** Money goes both ways, and at no rate is the one worth the other. */
  | 'never-balances'
  /** The rate is beyond what a number can hold. */
  | 'beyond-numbers'
  /** The money turns round so often that no answer is found in good time. */
  | 'too-many-turns'

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
export const rateAnswer = (flows: readonly TimedFlow[]): RateAnswer => answerTo(flowTerms(flows))

/** The same for equal periods: the flow of each, from 0 on. */
export const periodicAnswer = (amounts: readonly number[]): RateAnswer =>
  answerTo(termsOf({ times: periods(amounts.length), amounts }))

function periods(count: number): readonly number[] {
  const times: number[] = []
  for (let t = 0; t < count; t += 1) times.push(t)
  return times
}

/** The same for times in whole days: the rate for so many of them (365 for a year's). */
export const dailyAnswer = (flows: FlowTerms, daysAPeriod: number): RateAnswer =>
  answerTo(termsOf(flows), daysAPeriod)

/** The rate alone: null where there is none. */
export function internalRate(flows: readonly TimedFlow[]): number | null {
  const roots = rootsOf(flowTerms(flows))
  return typeof roots === 'string' ? null : nearestToZero(roots)
}

/** @param units how many units of the terms' time the rate is for */
function answerTo(terms: FlowTerms, units = 1): RateAnswer {
  const roots = rootsOf(terms, units)
  if (typeof roots === 'string') {
    const residual = terms.amounts.reduce((sum, amount) => sum + amount, 0)
    return { status: 'none', rate: null, roots: [], residual, reason: roots }
  }
  const status = roots.length === 1 ? 'unique' : 'several'
  const rate = nearestToZero(roots)
  return { status, rate, roots, residual: worthAt(terms, Math.log1p(rate) / units), reason: null }
}

function rootsOf(terms: FlowTerms, units = 1): readonly number[] | NoRateReason {
  if (terms.amounts.length === 0) return 'nothing-moves'
  const turns = signChanges(terms.amounts)
  if (turns === 0) return 'one-way'
  if (turns > MOST_TURNS) return 'too-many-turns'
  return turns === 1 ? onlyRoot(terms, units) : severalRoots(terms, units)
}

function onlyRoot(terms: FlowTerms, units: number): readonly number[] | NoRateReason {
  const rate = rateOf(singleRoot(terms) * units)
  return isNumber(rate) ? [rate] : 'beyond-numbers'
}

function severalRoots(terms: FlowTerms, units: number): readonly number[] | NoRateReason {
  const forces = allRoots(terms)
  if (forces.length === 0) return 'never-balances'
  const rates = forces.map((force) => rateOf(polished(terms, force) * units)).filter(isNumber)
  return rates.length === 0 ? 'beyond-numbers' : rates
}

const isNumber = (rate: number): boolean => rate > -1 && rate < Infinity

function nearestToZero(rates: readonly number[]): number {
  if (rates.length === 1) return rates[0] ?? 0
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

function worthAt({ times, amounts }: FlowTerms, force: number): number {
  const step = force >= 0 ? 1 : -1
  const last = times.length - 1
  const first = force >= 0 ? 0 : last
  const discount = discountAt(Math.abs(force))
  let worth = amounts[first] ?? 0
  let power = 1
  for (let n = first + step; n >= 0 && n <= last; n += step) {
    power *= factorOf(discount, ((times[n] ?? 0) - (times[n - step] ?? 0)) * step)
    worth += (amounts[n] ?? 0) * power
  }
  return worth
}
