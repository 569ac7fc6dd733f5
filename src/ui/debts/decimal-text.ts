import {
  formatFraction,
  fractionOf,
  parseFraction,
  type Fraction,
} from '../../domain/kernel/index.ts'

/** A plain decimal number ("1.5") as an exact fraction; null for anything else. */
export function readDecimal(text: string): Fraction | null {
  const reading = parseFraction(text.trim())
  return reading.ok ? reading.value : null
}

/** A percentage between 0 and 100 ("10", "2.5", "2.5%") as an exact fraction; null for anything else. */
export function readPercent(text: string): Fraction | null {
  const percent = readDecimal(text.trim().replace(/[%％]$/, ''))
  if (percent === null || percent.numerator > 100 * percent.denominator) return null
  const fraction = fractionOf(percent.numerator, percent.denominator * 100)
  return Number.isSafeInteger(fraction.denominator) ? fraction : null
}

export const decimalOf = (fraction: Fraction): string => formatFraction(fraction)

/** A fraction as a percentage without its sign, exact. */
export const percentOf = ({ numerator, denominator }: Fraction): string =>
  formatFraction(fractionOf(numerator * 100, denominator))
