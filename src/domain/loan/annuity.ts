import { divideBigHalfUp, fen, type Fen, type Fraction } from '../kernel/index.ts'

/** Guard digits of the fixed-point power: far beyond what a fen of 10 billion yuan can show. */
const ONE = 10n ** 40n

/**
 * The equal instalment (等额本息) that repays a principal in n periods at a periodic rate r:
 * P·r·(1+r)ⁿ ÷ ((1+r)ⁿ − 1), half up to the fen; P ÷ n at rate 0. Computed in 40-digit fixed point.
 * Source: the annuity formula, as in 12 CFR 1026 Appendix J (b) for level payments.
 * @param periodic the rate per period as an exact ratio
 * @param n number of periods, at least 1
 */
export function equalInstalment(principal: Fen, periodic: Fraction, n: number): Fen {
  const count = BigInt(n)
  if (periodic.numerator === 0) return fen(Number(divideBigHalfUp(BigInt(principal), count)))
  const rate = (BigInt(periodic.numerator) * ONE) / BigInt(periodic.denominator)
  const growth = fixedPower(ONE + rate, n)
  return fen(Number(divideBigHalfUp(BigInt(principal) * rate * growth, (growth - ONE) * ONE)))
}

/** base ** exponent in fixed point by repeated squaring. */
function fixedPower(base: bigint, exponent: number): bigint {
  let [power, square, left] = [ONE, base, exponent]
  while (left > 0) {
    if (left % 2 === 1) power = (power * square) / ONE
    square = (square * square) / ONE
    left = Math.floor(left / 2)
  }
  return power
}
