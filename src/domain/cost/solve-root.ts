/** A function of one variable that is continuous on the bracket. */
type Continuous = (x: number) => number

const MOST_STEPS = 200

/**
 * The root of a continuous function between two points where its signs differ, to the last bits of
 * the number. Null when the signs do not differ.
 * Source: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), ch. 4 (zero).
 */
export function solveRoot(f: Continuous, low: number, high: number): number | null {
  let [a, b] = [low, high]
  let [fa, fb] = [f(a), f(b)]
  if (Number.isNaN(fa) || Number.isNaN(fb) || fa * fb > 0) return null
  let [c, fc, step, previous] = [a, fa, b - a, b - a]
  for (let n = 0; n < MOST_STEPS && fb !== 0; n += 1) {
    if (fb > 0 === fc > 0) [c, fc, step, previous] = [a, fa, b - a, b - a]
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb]
    const tolerance = 2 * Number.EPSILON * Math.abs(b)
    const middle = (c - b) / 2
    if (Math.abs(middle) <= tolerance) return b
    const next = interpolate({ a, b, c, fa, fb, fc }, { middle, tolerance, previous })
    previous = next === null ? middle : step
    step = next ?? middle
    ;[a, fa] = [b, fb]
    b += Math.abs(step) > tolerance ? step : Math.sign(middle) * tolerance
    fb = f(b)
  }
  return b
}

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
