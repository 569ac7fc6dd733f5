import type { FlowTerms } from './flow-terms.ts'

/** Bisection alone needs fewer than 70 halvings of any bracket that doubling can reach; every other step may be one. */
const MOST_STEPS = 400
/** After a step this small (in growth over the whole time) a method of third order has no error left to remove. */
const LAST_STEP = 1e-7
/** From here on every other step halves the bracket, whatever the quick method says. */
const QUICK_STEPS = 8

/**
 * The one root of flows that turn round once: the force of interest δ = ln(1 + rate) at which the
 * money of the first kind (early) and of the second (late) are worth the same.
 *
 * h(δ) = ln Σ|late|·e^(−δt) − ln Σ|early|·e^(−δt). Its slope is the mean time of the early money less
 * that of the late money, both weighted by worth; every early time lies before every late one, so
 * the slope is negative everywhere and h falls from +∞ to −∞: there is exactly one root. Each step
 * keeps a bracket around it: Halley's (third order, h is nearly a straight line) while it stays
 * inside, otherwise doubling outwards or halving. So it converges for any amounts.
 * Sources: E. Halley (1694) in W. Gander, "On Halley's Iteration Method" (1985); the monotone form
 * follows from the logarithm of a sum of exponentials being convex.
 */
export function singleRoot(terms: FlowTerms): number {
  const { times } = terms
  const last = times.length - 1
  const turn = turnOf(terms)
  const isPeriodic = hasUnitSteps(times)
  const early = { terms, from: 0, to: turn - 1, isPeriodic }
  const late = { terms, from: turn, to: last, isPeriodic }
  const span = (times[last] ?? 0) - (times[0] ?? 0)
  const bracket: Bracket = { low: -Infinity, high: Infinity }
  let x = 0
  for (let n = 0; n < MOST_STEPS; n += 1) {
    const [later, sooner] = [momentsOf(late, x), momentsOf(early, x)]
    const h = Math.log(later.sum / sooner.sum) - (later.anchor - sooner.anchor) * x
    if (h === 0) return x
    bracket[h > 0 ? 'low' : 'high'] = x
    const step = halley(h, sooner.mean - later.mean, later.variance - sooner.variance)
    const isTrusted = isInside(bracket, x + step) && (n < QUICK_STEPS || n % 2 === 0)
    x = isTrusted ? x + step : middleOf(bracket, span)
    if (isTrusted && Math.abs(step) * span < LAST_STEP) return x
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

/** The step of Halley's method, or Newton's where that would lead far away. */
function halley(h: number, slope: number, bend: number): number {
  const newton = -h / slope
  const factor = 1 - (h * bend) / (2 * slope * slope)
  return factor > 0.5 && factor < 2 ? newton / factor : newton
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
  return amounts.findIndex((amount) => amount > 0 !== isPositive)
}

function hasUnitSteps(times: readonly number[]): boolean {
  for (let n = 1; n < times.length; n += 1) {
    if ((times[n] ?? 0) - (times[n - 1] ?? 0) !== 1) return false
  }
  return true
}

interface Part {
  readonly terms: FlowTerms
  /** First and last index, both included. */
  readonly from: number
  readonly to: number
  /** Whether the times follow each other by one. */
  readonly isPeriodic: boolean
}

/** The worth of one side (sum × e^(−anchor·δ)), and the mean and variance of its times weighted by worth. */
interface Moments {
  readonly sum: number
  readonly anchor: number
  readonly mean: number
  readonly variance: number
}

/**
 * Times are counted from the end of the part that weighs most, so that no power is above 1 and
 * nothing overflows at any rate.
 */
function momentsOf(part: Part, force: number): Moments {
  const { terms, from, to } = part
  const isForward = force >= 0
  const anchor = terms.times[isForward ? from : to] ?? 0
  const [sum, s1, s2] = part.isPeriodic ? periodicSums(part, force) : sumsAt(part, force, anchor)
  const mean = s1 / sum
  return { sum, anchor, mean: anchor + mean, variance: s2 / sum - mean * mean }
}

/** Σ worth, Σ t·worth and Σ t²·worth, t from the anchor. */
type Sums = readonly [s0: number, s1: number, s2: number]

function sumsAt(
  { terms: { times, amounts }, from, to }: Part,
  force: number,
  anchor: number,
): Sums {
  let [s0, s1, s2] = [0, 0, 0]
  for (let n = from; n <= to; n += 1) {
    const t = (times[n] ?? 0) - anchor
    const worth = Math.abs(amounts[n] ?? 0) * Math.exp(-t * force)
    s0 += worth
    s1 += t * worth
    s2 += t * t * worth
  }
  return [s0, s1, s2]
}

/** The same with powers by multiplication, where times follow each other by one. */
function periodicSums({ terms: { amounts }, from, to }: Part, force: number): Sums {
  const isForward = force >= 0
  const ratio = Math.exp(-Math.abs(force))
  const step = isForward ? 1 : -1
  const count = to - from + 1
  let [s0, s1, s2, power, n] = [0, 0, 0, 1, isForward ? from : to]
  for (let t = 0; t < count; t += 1) {
    const worth = Math.abs(amounts[n] ?? 0) * power
    s0 += worth
    s1 += t * worth
    s2 += t * t * worth
    power *= ratio
    n += step
  }
  return [s0, step * s1, s2]
}
