import { divideBigHalfUp, fen, type Fen, type Fraction } from '../kernel/index.ts'

/** Guard digits of the fixed-point power: far beyond what a fen of 10 billion yuan can show. */
const ONE = 10n ** 40n

/**
 * The equal instalment (等额本息) that repays a principal in n periods at a periodic rate r:
 * P·r·(1+r)ⁿ ÷ ((1+r)ⁿ − 1), half up to the fen; P ÷ n at rate 0. Computed in 40-digit
 * fixed point wherever machine numbers leave a doubt about the fen.
 * Source: the annuity formula, as in 12 CFR 1026 Appendix J (b) for level payments.
 * @param periodic the rate per period as an exact ratio
 * @param n number of periods, at least 1
 */
export const equalInstalment = (principal: Fen, periodic: Fraction, n: number): Fen =>
  levelInNumbers(principal, periodic, n) ?? levelInDigits(principal, periodic, n)

function levelInDigits(principal: Fen, { numerator, denominator }: Fraction, n: number): Fen {
  if (numerator === 0) return fen(Number(divideBigHalfUp(BigInt(principal), BigInt(n))))
  const rate = (BigInt(numerator) * ONE) / BigInt(denominator)
  const growth = fixedPower(ONE + rate, n)
  return fen(Number(divideBigHalfUp(BigInt(principal) * rate * growth, (growth - ONE) * ONE)))
}

/**
 * How far off machine numbers may be, as a part of the value: some ten roundings, and those of
 * (1+r)ⁿ, which the subtraction of 1 makes n ÷ ((1+r)ⁿ − 1) ≤ 1/r times as large. A hundredfold.
 */
const DOUBT = 4e-14

/**
 * The same in machine numbers where its rounding to the fen is beyond doubt; null where the value
 * lies so near to half a fen, or is so large, that they can't tell.
 */
function levelInNumbers(
  principal: Fen,
  { numerator, denominator }: Fraction,
  n: number,
): Fen | null {
  const rate = numerator / denominator
  const growth = machinePower(1 + rate, n)
  const overRate = principal * (growth / (growth - 1))
  const value = overRate * rate
  const doubt = DOUBT * (value + overRate)
  const low = Math.floor(value - doubt + 0.5)
  return doubt < 0.1 && low === Math.floor(value + doubt + 0.5) ? (low as Fen) : null
}

/** base ** exponent by repeated squaring, at most 2 × exponent roundings off. */
function machinePower(base: number, exponent: number): number {
  let power = 1
  let square = base
  for (let left = exponent; left > 0; left >>= 1) {
    if ((left & 1) === 1) power *= square
    square *= square
  }
  return power
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
