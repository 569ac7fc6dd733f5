import type { OpenBalance } from './route.ts'

/** The model is in yuan: numbers of a size that a solver is at ease with. */
export const YUAN = 100

/** A column of the model and its factor. */
export type Term = readonly [number, number]

/** A slot of an open balance in the model. */
export interface Slot {
  readonly slot: number
  /** 1 where the way is chosen. */
  readonly chosen: number
  /** The principal left after each slot. */
  readonly left: readonly number[]
}

/** The interest that a slot brings, as a part of the principal before it. */
export const rateOn = (open: OpenBalance, slot: number): number => {
  const share = open.interest[slot]
  return share === undefined ? 0 : share.numerator / share.denominator
}

/** The principal before a slot, times a factor. */
export const before = (open: OpenBalance, { slot, chosen, left }: Slot, factor: number): Term =>
  slot === 0 ? [chosen, (factor * open.principal) / YUAN] : [left[slot - 1] ?? chosen, factor]

/** Interest and principal that are paid in a slot. */
export const paymentTerms = (open: OpenBalance, at: Slot): readonly Term[] => [
  before(open, at, 1 + rateOn(open, at.slot)),
  [at.left[at.slot] ?? at.chosen, -1],
]

/** The payment that a slot asks for while anything is owed, in fen: the instalment, or a card's floor. */
export const askedAt = ({ least, minimum }: OpenBalance, slot: number): number =>
  Math.max(least[slot] ?? 0, minimum?.floor ?? 0)
