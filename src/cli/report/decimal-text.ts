/** A rate as the contract writes it: a decimal fraction of four places; null where there is none. */
export const rateText = (rate: number | null): string | null =>
  rate === null ? null : rate.toFixed(4)

/** A limit as a decimal fraction without padding: 0.24, 0.124. */
export const limitText = (limit: number | null): string | null =>
  limit === null ? null : String(Number(limit.toFixed(8)))

/**
 * A chance from 0 to 1 with the decimals it has, two at least and six at most: 0.87, 0.8734, 1.00.
 * What is counted over at most a million runs is never rounded to certainty.
 */
export const chanceText = (chance: number): string => chance.toFixed(6).replace(/0{1,4}$/, '')

const SIGNIFICANT_DIGITS = 12
/** From here on a number has no decimals left that it could hold. */
const LARGEST_WITH_DECIMALS = 1e21

/** A number as a decimal string of twelve significant digits, never in powers of ten. */
export function significant(value: number): string {
  if (Math.abs(value) >= LARGEST_WITH_DECIMALS) return BigInt(value).toString()
  if (value === 0) return '0.00000000000'
  const magnitude = Math.floor(Math.log10(Math.abs(value)))
  return value.toFixed(Math.min(100, Math.max(0, SIGNIFICANT_DIGITS - 1 - magnitude)))
}
