/** A function of one variable that is continuous on the bracket. */
type Continuous = (x: number) => number

const MOST_STEPS = 200

/**
 * The root of a continuous function between two points where its signs differ, to the last bits of
 * the number. Null when the signs do not differ.
 * Source: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), ch. 4 (zero).
 */
export function solveRoot(f: Continuous, low: number, high: number): number | null {
  const [fa, fb] = [f(low), f(high)]
  if (Number.isNaN(fa * fb) || fa * fb > 0) return null
  let points: Points = { a: low, b: high, c: low, fa, fb, fc: fa }
  let steps: Steps = { last: high - low, before: high - low }
  for (let n = 0; n < MOST_STEPS && points.fb !== 0; n += 1) {
    if (points.fb > 0 === points.fc > 0) {
      const { a, b, fa: value } = points
      points = { ...points, c: a, fc: value }
      steps = { last: b - a, before: b - a }
    }
    points = bestFirst(points)
    const tolerance = 2 * Number.EPSILON * Math.abs(points.b)
    const middle = (points.c - points.b) / 2
    if (Math.abs(middle) <= tolerance) break
    const guess = interpolate(points, { middle, tolerance, previous: steps.before })
    steps = { before: guess === null ? middle : steps.last, last: guess ?? middle }
    const step = Math.abs(steps.last) > tolerance ? steps.last : Math.sign(middle) * tolerance
    const next = points.b + step
    points = { ...points, a: points.b, fa: points.fb, b: next, fb: f(next) }
  }
  return points.b
}

/** The last step and the one before it. */
interface Steps {
  readonly last: number
  readonly before: number
}

/** The best guess is b: where c is nearer to the root they change places. */
const bestFirst = (points: Points): Points =>
  Math.abs(points.fc) < Math.abs(points.fb)
    ? {
        a: points.b,
        b: points.c,
        c: points.b,
        fa: points.fb,
        fb: points.fc,
        fc: points.fb,
      }
    : points

interface Points {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly fa: number
  readonly fb: number
  readonly fc: number
}

/** Inverse quadratic interpolation, or the secant where two points coincide; null when bisection is safer. */
function interpolate(
  { a, b, c, fa, fb, fc }: Points,
  bounds: { readonly middle: number; readonly tolerance: number; readonly previous: number },
): number | null {
  const { middle, tolerance, previous } = bounds
  if (Math.abs(previous) < tolerance || Math.abs(fa) <= Math.abs(fb)) return null
  const s = fb / fa
  const [q0, r] = [fa / fc, fb / fc]
  const isSecant = a === c
  let p = isSecant ? 2 * middle * s : s * (2 * middle * q0 * (q0 - r) - (b - a) * (r - 1))
  let q = isSecant ? 1 - s : (q0 - 1) * (r - 1) * (s - 1)
  if (p > 0) q = -q
  else p = -p
  const isInside =
    2 * p < Math.min(3 * middle * q - Math.abs(tolerance * q), Math.abs(previous * q))
  return isInside ? p / q : null
}
