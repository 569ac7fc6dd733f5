import { solveRoot } from './solve-root.ts'

/** Money at a time: what is received is positive, what is paid negative. */
export interface TimedFlow {
  /** In periods for a periodic rate, in years for an annual one. */
  readonly t: number
  readonly amount: number
}

/** 1 %, then in steps that grow by half, up to over 1e8 %. */
const RISING_RATES = Array.from({ length: 46 }, (_, n) => 0.01 * 1.5 ** n)
/** From −10 % downwards, each time nearer to −100 % by a tenth of the way. */
const FALLING_RATES = Array.from({ length: 120 }, (_, n) => 0.9 ** (n + 1) - 1)

/**
 * The rate per unit of time at which the flows are worth nothing: Σ amount ÷ (1 + r)^t = 0.
 * For a loan (received first, paid afterwards) the sign changes once and the root is the only one.
 * Null where the flows change sign never, or the root lies outside about −99.9997 % … 8e7 %.
 * Source: the definition of the internal rate of return; bracketed, then Brent's method.
 */
export function internalRate(flows: readonly TimedFlow[]): number | null {
  const hasBoth = flows.some(({ amount }) => amount > 0) && flows.some(({ amount }) => amount < 0)
  if (!hasBoth) return null
  const worth = (rate: number): number => {
    let sum = 0
    for (const { t, amount } of flows) sum += amount * (1 + rate) ** -t
    return sum
  }
  const bracket = findBracket(worth)
  return bracket === null ? null : solveRoot(worth, bracket.low, bracket.high)
}

/** The first pair of neighbouring rates between which the worth changes sign, looked for from 0 outwards. */
function findBracket(worth: (rate: number) => number) {
  const sign = Math.sign(worth(0))
  const walk = (rates: readonly number[]) => {
    let before = 0
    for (const rate of rates) {
      if (Math.sign(worth(rate)) !== sign) return { low: before, high: rate }
      before = rate
    }
    return null
  }
  return walk(RISING_RATES) ?? walk(FALLING_RATES)
}
