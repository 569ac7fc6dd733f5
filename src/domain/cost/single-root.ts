import { discountAt, factorOf } from './discount.ts'
import type { FlowTerms } from './flow-terms.ts'

/** Bisection alone needs fewer than 70 halvings of any bracket that doubling can reach; every other step may be one. */
const MOST_STEPS = 400
/**
 * After a step e with q = |e| × span² ÷ |slope| below this, a method of fourth order has no error left
 * to remove: every cumulant of order k is below span^k, so what is left is of the order q³·e.
 */
const LAST_STEP = 1e-4
/** From here on every other step halves the bracket, whatever the quick method says. */
const QUICK_STEPS = 8

/**
 * The one root of flows that turn round once: the force of interest δ = ln(1 + rate) at which the
 * money of the first kind (early) and of the second (late) are worth the same.
 *
 * h(δ) = ln Σ|late|·e^(−δt) − ln Σ|early|·e^(−δt). Its slope is the mean time of the early money less
 * that of the late money, both weighted by worth; every early time lies before every late one, so
 * the slope is negative everywhere and h falls from +∞ to −∞: there is exactly one root. Each step
 * keeps a bracket around it: Householder's of fourth order (h is nearly a straight line, and its
 * derivatives are the cumulants of the times) while it stays inside, otherwise doubling outwards or
 * halving. So it converges for any amounts.
 * Source: A. S. Householder, "The Numerical Treatment of a Single Nonlinear Equation" (1970), 4.4.
 */
export function singleRoot(terms: FlowTerms): number {
  const { early, late, span } = sidesOf(terms)
  const bracket: Bracket = { low: -Infinity, high: Infinity }
  let x = 0
  for (let n = 0; n < MOST_STEPS; n += 1) {
    const later = momentsOf(late, x)
    const sooner = momentsOf(early, x)
    const h = Math.log(later.sum / sooner.sum) - (later.anchor - sooner.anchor) * x
    if (h === 0) return x
    bracket[h > 0 ? 'low' : 'high'] = x
    const slope = sooner.mean - later.mean
    const step = householder(h, slope, {
      second: later.variance - sooner.variance,
      third: sooner.skew - later.skew,
    })
    const isTrusted = isInside(bracket, x + step) && (n < QUICK_STEPS || n % 2 === 0)
    x = isTrusted ? x + step : middleOf(bracket, span)
    if (isTrusted && Math.abs(step / slope) * span * span < LAST_STEP) return x
    // Nothing lies between two neighbouring numbers.
    if (!isInside(bracket, x)) return x
  }
  return x
}

/** Where h is still positive and where it is negative already. */
interface Bracket {
  low: number
  high: number
}

const isInside = ({ low, high }: Bracket, x: number): boolean => x > low && x < high

/** The flows before the turn, those after it, and the time from the first to the last. */
function sidesOf(terms: FlowTerms) {
  const { times } = terms
  const last = times.length - 1
  const turn = turnOf(terms)
  return {
    early: { terms, from: 0, to: turn - 1 },
    late: { terms, from: turn, to: last },
    span: (times[last] ?? 0) - (times[0] ?? 0),
  }
}

/** The step of Householder's method of fourth order, or Newton's where that would lead far away. */
function householder(
  h: number,
  slope: number,
  { second, third }: { readonly second: number; readonly third: number },
): number {
  const newton = -h / slope
  const bend = (h * second) / (slope * slope)
  const twist = (h * h * third) / (slope * slope * slope)
  const factor = (6 - 3 * bend) / (6 - 6 * bend + twist)
  return factor > 0.5 && factor < 2 ? newton * factor : newton
}

/** Halfway between the ends; where one is missing, twice as far from the other. */
function middleOf({ low, high }: Bracket, span: number): number {
  if (low === -Infinity) return high - Math.max(1 / span, Math.abs(high))
  if (high === Infinity) return low + Math.max(1 / span, Math.abs(low))
  return low + (high - low) / 2
}

/** The first index whose amount has the other sign. */
function turnOf({ amounts }: FlowTerms): number {
  const isPositive = (amounts[0] ?? 0) > 0
  let turn = 1
  while ((amounts[turn] ?? 0) > 0 === isPositive && turn < amounts.length) turn += 1
  return turn
}

interface Part {
  readonly terms: FlowTerms
  /** First and last index, both included. */
  readonly from: number
  readonly to: number
}

/** The worth of one side (sum × e^(−anchor·δ)), and the first cumulants of its times weighted by worth. */
interface Moments {
  readonly sum: number
  readonly anchor: number
  readonly mean: number
  readonly variance: number
  /** The third. */
  readonly skew: number
}

/**
 * Times are counted from the end of the part that weighs most, so that no power is above 1 and
 * nothing overflows at any rate.
 */
function momentsOf({ terms: { times, amounts }, from, to }: Part, force: number): Moments {
  const isForward = force >= 0
  const step = isForward ? 1 : -1
  const first = isForward ? from : to
  const discount = discountAt(Math.abs(force))
  let sum = Math.abs(amounts[first] ?? 0)
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let power = 1
  let t = 0
  for (let n = first + step; n >= from && n <= to; n += step) {
    const next = ((times[n] ?? 0) - (times[n - step] ?? 0)) * step
    power *= factorOf(discount, next)
    t += next
    const worth = Math.abs(amounts[n] ?? 0) * power
    sum += worth
    s1 += t * worth
    s2 += t * t * worth
    s3 += t * t * t * worth
  }
  const mean = s1 / sum
  const square = s2 / sum
  const anchor = times[first] ?? 0
  return {
    sum,
    anchor,
    mean: anchor + step * mean,
    variance: square - mean * mean,
    skew: step * (s3 / sum - 3 * mean * square + 2 * mean * mean * mean),
  }
}
