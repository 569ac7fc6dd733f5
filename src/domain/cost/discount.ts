/**
 * Discount factors e^(−gap·strength) of the gaps between flows. The last two are kept: periods have
 * one length and months mostly two, so that most flows cost a multiplication and no exponential.
 */
export interface Discount {
  /** At least 0, so that no factor is above 1. */
  readonly strength: number
  gap: number
  factor: number
  otherGap: number
  otherFactor: number
}

export const discountAt = (strength: number): Discount => ({
  strength,
  gap: 0,
  factor: 1,
  otherGap: 0,
  otherFactor: 1,
})

/** The factor of a gap; changes which ones are kept. */
export function factorOf(kept: Discount, gap: number): number {
  if (gap === kept.gap) return kept.factor
  const factor = gap === kept.otherGap ? kept.otherFactor : Math.exp(-gap * kept.strength)
  kept.otherGap = kept.gap
  kept.otherFactor = kept.factor
  kept.gap = gap
  kept.factor = factor
  return factor
}
