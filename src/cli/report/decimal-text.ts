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
