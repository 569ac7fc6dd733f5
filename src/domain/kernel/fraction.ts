import { greatestCommonDivisor } from './integer.ts'
import { refuse, succeed, type Result } from './result.ts'

/** An exact non-negative number: numerator ÷ denominator in lowest terms, both safe integers. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

export type FractionProblem = 'not-a-number' | 'too-many-decimals' | 'too-large'

/** Twelve decimals keep every published daily rate exact and the denominator a safe integer. */
const MOST_DECIMALS = 12

/** The largest value taken from outside: 100, which is a rate of 10,000 %. */
const LARGEST = 100

/** Reads a non-negative decimal string ("0.0005") exactly; nothing is rounded. */
export function parseFraction(text: string): Result<Fraction, FractionProblem> {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return refuse('not-a-number')
  const whole = match[1] ?? '0'
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  if (decimals.length > MOST_DECIMALS) return refuse('too-many-decimals')
  if (Number(`${whole}.${decimals}`) > LARGEST) return refuse('too-large')
  return succeed(fractionOf(Number(whole + decimals), 10 ** decimals.length))
}

/** numerator ÷ denominator, reduced. Both are non-negative safe integers, the second not zero. */
export function fractionOf(numerator: number, denominator: number): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Writes the shortest decimal string, exact for every fraction that was parsed. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  const units = (BigInt(numerator) * 10n ** BigInt(MOST_DECIMALS)) / BigInt(denominator)
  const digits = units.toString().padStart(MOST_DECIMALS + 1, '0')
  const whole = digits.slice(0, -MOST_DECIMALS)
  const decimals = digits.slice(-MOST_DECIMALS).replace(/0+$/, '')
  return decimals === '' ? whole : `${whole}.${decimals}`
}

/** The value as a plain number, for solvers, charts and words only; never for a balance. */
export const fractionToNumber = ({ numerator, denominator }: Fraction): number =>
  numerator / denominator
