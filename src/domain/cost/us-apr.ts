import type { TimedFlow } from './flow-terms.ts'

/** A flow in unit-periods since the first advance: whole ones and the fraction (0 up to 1) that precedes them. */
export interface UnitPeriodFlow {
  readonly amount: number
  readonly full: number
  readonly fraction: number
}

/**
 * Turns the general equation of Regulation Z into one that is a polynomial in v = 1 ÷ (1 + i), with
 * the same roots i > −1:
 *
 *     Σ advance ÷ [(1 + f·i)(1 + i)^t] = Σ payment ÷ [(1 + f·i)(1 + i)^t]
 *
 * Since 1 + f·i = [(1 − f)·v + f] ÷ v, both sides are multiplied by the factors (1 − f)·v + f of every
 * fraction that occurs. These are positive for v > 0, so no root is lost or gained.
 * Source: 12 CFR 1026, appendix J, (b)(8).
 */
export function usAprFlows(
  advances: readonly UnitPeriodFlow[],
  payments: readonly UnitPeriodFlow[],
): readonly TimedFlow[] {
  const groups = byFraction([
    ...advances,
    ...payments.map((payment) => ({ ...payment, amount: -payment.amount })),
  ])
  const fractions = [...groups.keys()].filter((fraction) => fraction > 0)
  const product = fractions.reduce<readonly number[]>(timesFactor, [1])
  const sums = new Map<number, number>()
  for (const [fraction, flows] of groups) {
    const others = fraction > 0 ? withoutFactor(product, fraction) : product
    // v × what a flow with a fraction is divided by: its own factor is gone, the v it stood over is not.
    const shift = fraction > 0 ? 1 : 0
    for (const { full, amount } of flows) {
      others.forEach((coefficient, power) => {
        const t = full + power + shift
        sums.set(t, (sums.get(t) ?? 0) + amount * coefficient)
      })
    }
  }
  return [...sums].map(([t, amount]) => ({ t, amount }))
}

function byFraction(flows: readonly UnitPeriodFlow[]): ReadonlyMap<number, UnitPeriodFlow[]> {
  const groups = new Map<number, UnitPeriodFlow[]>()
  for (const flow of flows) {
    const group = groups.get(flow.fraction)
    if (group === undefined) groups.set(flow.fraction, [flow])
    else group.push(flow)
  }
  return groups
}

/** A polynomial (lowest power first) × ((1 − f)·v + f). */
function timesFactor(polynomial: readonly number[], fraction: number): readonly number[] {
  return [...polynomial, 0].map(
    (coefficient, power) =>
      fraction * coefficient + (1 - fraction) * (power === 0 ? 0 : (polynomial[power - 1] ?? 0)),
  )
}

/** The same divided by a factor that it contains, from the end where errors shrink. */
function withoutFactor(polynomial: readonly number[], fraction: number): readonly number[] {
  const quotient = new Array<number>(polynomial.length - 1).fill(0)
  const [low, high] = [fraction, 1 - fraction]
  if (low >= high) {
    for (let n = 0; n < quotient.length; n += 1)
      quotient[n] = ((polynomial[n] ?? 0) - high * (quotient[n - 1] ?? 0)) / low
  } else {
    for (let n = quotient.length - 1; n >= 0; n -= 1)
      quotient[n] = ((polynomial[n + 1] ?? 0) - low * (quotient[n + 1] ?? 0)) / high
  }
  return quotient
}
