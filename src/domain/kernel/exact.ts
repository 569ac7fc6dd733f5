import { divideBigHalfUp, wholeQuotient } from './integer.ts'
import { fen, type Fen } from './money.ts'

/** An integer of any size: a machine integer while it is safe, a big one where it is not. */
export type Whole = number | bigint

/** The exact product of integers. */
export function wholeProduct(factors: readonly number[]): Whole {
  let product = 1
  for (const factor of factors) product *= factor
  return Number.isSafeInteger(product) ? product : bigProduct(factors)
}

/**
 * amount × the numerators ÷ the denominators, rounded once, half up to the fen. Exact at any size:
 * machine integers while every product is safe, big integers where one is not.
 */
export function scaleExactly(
  amount: Fen,
  numerators: readonly number[],
  denominators: readonly number[],
): Fen {
  let dividend: number = amount * 2
  for (const factor of numerators) dividend *= factor
  let divisor = 2
  for (const factor of denominators) divisor *= factor
  if (dividend >= 0 && Number.isSafeInteger(dividend + divisor) && Number.isSafeInteger(divisor)) {
    return fen(wholeQuotient(dividend + divisor / 2, divisor))
  }
  return fen(Number(divideBigHalfUp(bigProduct([amount, ...numerators]), bigProduct(denominators))))
}

/**
 * The same for one ratio and many amounts, with what does not depend on the amount worked out once.
 */
export function exactScale(
  numerators: readonly number[],
  denominators: readonly number[],
): (amount: Fen) => Fen {
  const numerator = 2 * numerators.reduce((product, factor) => product * factor, 1)
  const half = denominators.reduce((product, factor) => product * factor, 1)
  const divisor = 2 * half
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(divisor))
    return (amount) => scaleExactly(amount, numerators, denominators)
  return (amount) => {
    const raised = amount * numerator + half
    if (amount < 0 || raised > Number.MAX_SAFE_INTEGER)
      return scaleExactly(amount, numerators, denominators)
    return fen(wholeQuotient(raised, divisor))
  }
}

/** What a bitwise operation holds, with room to spare. */
const QUICK = 2 ** 30

/** A ratio by which whole amounts up to a largest one are scaled in machine numbers; see `quickRatio`. */
export interface QuickRatio {
  readonly factor: number
  readonly raise: number
}

/**
 * The ratio numerator ÷ divisor for `scaleQuickly`, of whole numbers from 0 and 1 on; null where an
 * answer might be too large for that, or a rounding in doubt, with an amount up to the largest.
 *
 * Half up is the whole part of amount × numerator ÷ divisor + ½, which is a whole number of steps of
 * 1 ÷ (2 × divisor). Half a step more makes no other whole part of it, and keeps it half a step from
 * either side: more than the machine's roundings can move it. They are those of the ratio, of the
 * product, of what is added and of the sum, together less than 4 × 2⁻⁵³ of the highest answer + 1.
 */
export function quickRatio(largest: number, numerator: number, divisor: number): QuickRatio | null {
  const highest = largest * numerator + divisor
  if (highest > SUREST || highest > divisor * QUICK) return null
  return { factor: numerator / divisor, raise: 0.5 + 0.25 / divisor }
}

/** 4 × 2⁻⁵³ × (the highest answer + 1) ≤ ¼ ÷ divisor, multiplied out. */
const SUREST = 2 ** 49

/**
 * amount × numerator ÷ divisor, half up, for whole amounts from 0 to the ratio's largest, as
 * `exactScale` gives it but in a fraction of the time.
 */
export const scaleQuickly = (amount: number, { factor, raise }: QuickRatio): number =>
  (amount * factor + raise) | 0

const bigProduct = (factors: readonly number[]): bigint =>
  factors.reduce((product, factor) => product * BigInt(factor), 1n)

/**
 * A non-negative sum of exact shares of money that is rounded only when it is read, so that
 * splitting a stretch of time anywhere gives the same total: `units` fen ÷ `denominator`.
 */
export interface ExactSum {
  readonly units: Whole
  readonly denominator: Whole
}

export const EXACT_ZERO: ExactSum = { units: 0, denominator: 1 }

/** The sum with amount × the factors ÷ a denominator added. */
export function addExact(
  sum: ExactSum,
  share: {
    readonly amount: number
    readonly numerator: number
    readonly days: number
    readonly denominator: Whole
  },
): ExactSum {
  const { amount, numerator, days, denominator } = share
  if (amount === 0 || numerator === 0 || days === 0) return sum
  const product = amount * numerator * days
  const units = Number.isSafeInteger(product) ? product : bigProduct([amount, numerator, days])
  return addSums(sum, { units, denominator })
}

/** Two exact sums as one, over their common denominator. */
export function addSums(a: ExactSum, b: ExactSum): ExactSum {
  if (a.units === 0) return b
  if (b.units === 0) return a
  if (a.denominator === b.denominator) {
    if (typeof a.units === 'number' && typeof b.units === 'number') {
      const units = a.units + b.units
      if (Number.isSafeInteger(units)) return { units, denominator: a.denominator }
    }
    return { units: BigInt(a.units) + BigInt(b.units), denominator: a.denominator }
  }
  const [left, right] = [BigInt(a.denominator), BigInt(b.denominator)]
  const divisor = bigDivisor(left, right)
  return {
    units: narrowed(BigInt(a.units) * (right / divisor) + BigInt(b.units) * (left / divisor)),
    denominator: narrowed((left / divisor) * right),
  }
}

/** The sum in fen, half up; a sum above the ceiling reads as the ceiling. */
export function roundExact({ units, denominator }: ExactSum, ceiling: Fen): Fen {
  if (typeof units === 'number' && typeof denominator === 'number') {
    const [raised, divisor] = [units * 2 + denominator, denominator * 2]
    if (Number.isSafeInteger(raised) && Number.isSafeInteger(divisor)) {
      const rounded = wholeQuotient(raised, divisor)
      return rounded < ceiling ? fen(rounded) : ceiling
    }
  }
  const rounded = divideBigHalfUp(BigInt(units), BigInt(denominator))
  return rounded < BigInt(ceiling) ? fen(Number(rounded)) : ceiling
}

/** amount × part ÷ whole for two exact sums, half up to the fen; 0 where the whole is nothing. */
export function scaleBySums(amount: Fen, part: ExactSum, whole: ExactSum): Fen {
  if (Number(whole.units) === 0) return fen(0)
  return fen(
    Number(
      divideBigHalfUp(
        BigInt(amount) * BigInt(part.units) * BigInt(whole.denominator),
        BigInt(part.denominator) * BigInt(whole.units),
      ),
    ),
  )
}

const narrowed = (value: bigint): Whole =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value

function bigDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
