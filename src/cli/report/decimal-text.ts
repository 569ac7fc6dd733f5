/** A rate as the contract writes it: a decimal fraction of four places; null where there is none. */
export const rateText = (rate: number | null): string | null =>
  rate === null ? null : rate.toFixed(4)

/** A limit as a decimal fraction without padding: 0.24, 0.124. */
export const limitText = (limit: number | null): string | null =>
  limit === null ? null : String(Number(limit.toFixed(8)))
