/**
 * a × b ÷ c for integers, rounded half up (away from zero on a tie), exact at any size: stays in
 * machine integers while the product is safe and moves to big integers where it is not.
 * @param c the divisor, not zero
 */
export function multiplyDivideHalfUp(a: number, b: number, c: number): number {
  const product = a * b
  if (Number.isSafeInteger(product * 2) && Number.isSafeInteger(c * 2)) {
    return divideHalfUp(product, c)
  }
  return Number(divideBigHalfUp(BigInt(a) * BigInt(b), BigInt(c)))
}

/** a ÷ b rounded half up (away from zero on a tie), for integers of which the double is safe. */
function divideHalfUp(a: number, b: number): number {
  const sign = a < 0 !== b < 0 ? -1 : 1
  const dividend = Math.abs(a)
  const divisor = Math.abs(b)
  const quotient = wholeQuotient(dividend, divisor)
  const rounded = (dividend - quotient * divisor) * 2 >= divisor ? quotient + 1 : quotient
  return rounded === 0 ? 0 : sign * rounded
}

/**
 * ⌊a ÷ b⌋ for safe integers, a ≥ 0 and b > 0. The machine's division is exact enough: a true
 * quotient below a whole k is at least 1/b away from it, and while a < 2⁵³ that is more than half
 * the step between machine numbers below k. A remainder (%) says the same and takes many times as long.
 */
export const wholeQuotient = (a: number, b: number): number => Math.floor(a / b)

/** a ÷ b for big integers, rounded half up (away from zero on a tie). */
export function divideBigHalfUp(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n
  const dividend = a < 0n ? -a : a
  const divisor = b < 0n ? -b : b
  const rounded = (dividend * 2n + divisor) / (divisor * 2n)
  return negative ? -rounded : rounded
}

/** Greatest common divisor of two non-negative integers (Euclid); 1 when both are zero. */
export function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [Math.max(a, b), Math.min(a, b)]
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller]
  return larger === 0 ? 1 : larger
}
