import { divideBigHalfUp } from './integer.ts'
import { fen, type Fen } from './money.ts'

/**
 * amount × the numerators ÷ the denominators, rounded once, half up to the fen. Exact at any size:
 * machine integers while every product is safe, big integers where one is not.
 */
export function scaleExactly(
  amount: Fen,
  numerators: readonly number[],
  denominators: readonly number[],
): Fen {
  const dividend = numerators.reduce((product, factor) => product * factor, amount * 2)
  const divisor = denominators.reduce((product, factor) => product * factor, 2)
  if (dividend >= 0 && Number.isSafeInteger(dividend + divisor) && Number.isSafeInteger(divisor)) {
    const raised = dividend + divisor / 2
    return fen((raised - (raised % divisor)) / divisor)
  }
  return fen(Number(divideBigHalfUp(bigProduct([amount, ...numerators]), bigProduct(denominators))))
}

const bigProduct = (factors: readonly number[]): bigint =>
  factors.reduce((product, factor) => product * BigInt(factor), 1n)

/**
 * A sum of exact shares that is rounded only when it is read, so that splitting a stretch of time
 * anywhere gives the same total. `units` are fen × `denominator`.
 */
export interface ExactSum {
  readonly units: bigint
  readonly denominator: bigint
}

export const exactZero = (denominators: readonly number[]): ExactSum => ({
  units: 0n,
  denominator: bigProduct(denominators),
})

/** Adds amount × the factors, in the sum's own denominator. */
export const addExact = (sum: ExactSum, amount: Fen, factors: readonly number[]): ExactSum => ({
  ...sum,
  units: sum.units + bigProduct([amount, ...factors]),
})

/** The sum in fen, half up. */
export const roundExact = ({ units, denominator }: ExactSum): Fen =>
  fen(Number(divideBigHalfUp(units, denominator)))
