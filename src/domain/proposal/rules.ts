import type { CreditorKind, LoanKind } from '../case/index.ts'
import type { Citation, LimitRules, Localised, LprPoint } from '../cost/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { Arrangement, Concession } from './types.ts'

/**
 * Down to what interest is asked to be cut: to the lowest price limit that a debtor can point to, to a
 * multiple of the 1-year LPR last published, or to nothing. The numbers come from the pack; none is ours.
 */
export type CutTo =
  | { readonly kind: 'limit'; readonly rules: LimitRules }
  | { readonly kind: 'lpr'; readonly times: number; readonly lpr: readonly LprPoint[] }
  | { readonly kind: 'nothing' }

/** An arrangement of a jurisdiction pack: what may be asked of whom, within which bounds, and why. */
export interface ArrangementRule {
  readonly id: string
  readonly kind: Arrangement
  readonly title: Localised
  readonly says: Localised
  /**
   * Legal: an article lets the creditor agree to it. Customary: creditors do it, no rule speaks of it.
   * Own ask: no source says that or how far creditors do it; it is asked for all the same.
   */
  readonly basis: 'contract' | 'legal' | 'customary' | 'own-ask'
  readonly citation: Citation | null
  readonly creditorKinds: readonly CreditorKind[]
  readonly loanKinds: readonly LoanKind[]
  readonly concession: Concession
  /** The bound in months: the longest term, deferral or time of token payments, the most parts to catch up in; null where it has none. */
  readonly maxMonths: number | null
  /** Who says so: the citation, published practice, or nobody, so that it is this app's own ask; null without a bound. */
  readonly bound: 'source' | 'practice' | 'own-ask' | null
  /** Of a cut in interest; null for the others. */
  readonly cutTo: CutTo | null
  readonly inForceFrom: CalendarDate
  readonly inForceUntil: CalendarDate | null
}
