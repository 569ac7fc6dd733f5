import { signChanges, type FlowTerms } from './flow-terms.ts'
import { solveRoot } from './solve-root.ts'

/**
 * A sum of exponentials Σ sign·e^(log − t·δ), times rising. Coefficients are kept as logarithms:
 * dozens of derivatives neither overflow nor vanish.
 */
interface ExponentialSum {
  readonly times: readonly number[]
  readonly signs: readonly number[]
  readonly logs: readonly number[]
}

/** How many roundings of a number a sum may be off and still count as nothing. */
const NOISE = 8

/**
 * Every force of interest δ = ln(1 + rate) at which the flows are worth nothing, in rising order.
 *
 * Descartes' rule for sums of exponentials, made constructive. Choose a time s at which the money
 * turns round. F(δ) = e^(sδ)·Σ a·e^(−tδ) has the same roots, and its derivative is e^(sδ) times a sum
 * with the coefficients (s − t)·a: the signs after s are turned, so it has exactly one sign change
 * less. By Rolle, F has at most one root between neighbouring roots of the derivative, and a
 * multiple root lies on one. So the roots of the sum with no sign change left (none) give brackets
 * for those with one, these for those with two, and so on up to the flows themselves. In each
 * bracket F is strictly monotone: equal signs at the ends mean no root, different ones exactly one,
 * which Brent's method finds. Beyond the outermost bracket the sign is that of the last or the first
 * flow, reached after finitely many doublings. Nothing is missed but pairs of roots closer together
 * than the rounding of the sum, which are told as one.
 * Source: G. Pólya, G. Szegő, "Problems and Theorems in Analysis II", part V, no. 77 (Laguerre 1883).
 */
export function allRoots({ times, amounts }: FlowTerms): readonly number[] {
  const levels: ExponentialSum[] = [
    {
      times,
      signs: amounts.map(Math.sign),
      logs: amounts.map((amount) => Math.log(Math.abs(amount))),
    },
  ]
  for (let last = levels[0]; last !== undefined && signChanges(last.signs) > 1;) {
    last = turned(last)
    levels.push(last)
  }
  return levels.reduceRight<readonly number[]>((roots, sum) => rootsBetween(sum, roots), [])
}

/** The derivative after multiplying by e^(sδ), s in the middle of the sign change that lies midmost. */
function turned({ times, signs, logs }: ExponentialSum): ExponentialSum {
  const turns = signs.flatMap((sign, n) => (n > 0 && sign !== signs[n - 1] ? [n] : []))
  const turn = turns[turns.length >> 1] ?? 1
  const s = ((times[turn - 1] ?? 0) + (times[turn] ?? 0)) / 2
  return {
    times,
    signs: signs.map((sign, n) => (n < turn ? sign : -sign)),
    logs: logs.map((log, n) => log + Math.log(Math.abs(s - (times[n] ?? 0)))),
  }
}

/** The roots of a sum, given those of its derivative in rising order. */
function rootsBetween(sum: ExponentialSum, critical: readonly number[]): readonly number[] {
  const at = (force: number): number => valueOf(sum, force)
  const points = critical.map((force) => ({ force, sign: signAt(sum, force) }))
  const [first = { force: 0, sign: signAt(sum, 0) }] = points
  const last = points.at(-1) ?? first
  const ends = {
    low: outwards(first, { sum, direction: -1 }),
    high: outwards(last, { sum, direction: 1 }),
  }
  const all = [ends.low, ...(points.length === 0 ? [first] : points), ends.high]
  const roots: number[] = []
  let before = ends.low
  for (const point of all) {
    if (point.sign * before.sign < 0) {
      const root = solveRoot(at, before.force, point.force)
      if (root !== null) roots.push(root)
    }
    if (point.sign === 0) roots.push(point.force)
    before = point
  }
  return roots
}

interface Point {
  readonly force: number
  readonly sign: number
}

/** A point beyond the last critical one where the sum has the sign that it keeps from there on. */
function outwards(
  from: Point,
  { sum, direction }: { readonly sum: ExponentialSum; readonly direction: 1 | -1 },
): Point {
  const sign = (direction === 1 ? sum.signs[0] : sum.signs.at(-1)) ?? 0
  const span = (sum.times.at(-1) ?? 0) - (sum.times[0] ?? 0)
  let step = 1 / span
  let force = from.force + direction * step
  while (Math.sign(valueOf(sum, force)) !== sign) {
    step *= 2
    force += direction * step
  }
  return { force, sign }
}

/** The sum, divided by its largest term. */
function valueOf({ times, signs, logs }: ExponentialSum, force: number): number {
  const largest = largestExponent(times, logs, force)
  let value = 0
  for (let n = 0; n < times.length; n += 1)
    value += (signs[n] ?? 0) * Math.exp((logs[n] ?? 0) - (times[n] ?? 0) * force - largest)
  return value
}

function largestExponent(times: readonly number[], logs: readonly number[], force: number): number {
  let largest = -Infinity
  for (let n = 0; n < times.length; n += 1) {
    const exponent = (logs[n] ?? 0) - (times[n] ?? 0) * force
    if (exponent > largest) largest = exponent
  }
  return largest
}

/** The sign of the sum; 0 where what is left of it is no more than rounding. */
function signAt(sum: ExponentialSum, force: number): number {
  const { times, signs, logs } = sum
  const largest = largestExponent(times, logs, force)
  let [value, noise] = [0, 0]
  for (let n = 0; n < times.length; n += 1) {
    const [log, growth] = [logs[n] ?? 0, (times[n] ?? 0) * force]
    const term = Math.exp(log - growth - largest)
    value += (signs[n] ?? 0) * term
    noise += term * (1 + Math.abs(log) + Math.abs(growth) + Math.abs(largest))
  }
  return Math.abs(value) <= NOISE * Number.EPSILON * noise ? 0 : Math.sign(value)
}
