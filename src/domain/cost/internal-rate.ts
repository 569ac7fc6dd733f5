import { solveRoot } from './solve-root.ts'

/** Money at a time: what is received is positive, what is paid negative. */
export interface TimedFlow {
  /** In periods for a periodic rate, in years for an annual one. */
  readonly t: number
  readonly amount: number
}

const LOWEST_RATE = -0.999_999
const HIGHEST_RATE = 1e6

/**
 * The rate per unit of time at which the flows are worth nothing: Σ amount ÷ (1 + r)^t = 0.
 * For a loan (received first, paid afterwards) the sign changes once and the root is the only one.
 * Null where the flows change sign never, or the root lies outside −99.9999 % … 1e8 %.
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

/** Walks outwards from 0 in growing steps until the worth changes sign. */
function findBracket(worth: (rate: number) => number) {
  const steps = { up: 0.01, low: 0, high: 0 }
  const atZero = worth(0)
  if (atZero === 0) return { low: 0, high: 0 }
  for (let n = 0; n < 60; n += 1) {
    const high = Math.min(HIGHEST_RATE, steps.high + steps.up)
    if (worth(high) * atZero <= 0) return { low: steps.high, high }
    const low = Math.max(LOWEST_RATE, 1 - (1 - steps.low) * 1 - steps.up)
    const nextLow = steps.low === 0 ? -0.01 : Math.max(LOWEST_RATE, steps.low - steps.up / 4)
    if (worth(nextLow) * atZero <= 0) return { low: nextLow, high: steps.low }
    steps.low = Math.min(nextLow, low < LOWEST_RATE ? LOWEST_RATE : nextLow)
    steps.high = high
    steps.up *= 1.6
  }
  return null
}
