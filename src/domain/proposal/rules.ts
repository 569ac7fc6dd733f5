import type { CreditorKind, LoanKind } from '../case/index.ts'
import type { Citation, Localised } from '../cost/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { Arrangement, Concession } from './types.ts'

/** An arrangement of a jurisdiction pack: what may be asked of whom, within which bounds, and why. */
export interface ArrangementRule {
  readonly id: string
  readonly kind: Arrangement
  readonly title: Localised
  readonly says: Localised
  /** Legal: an article lets the creditor agree to it. Customary: creditors do it, no rule speaks of it. */
  readonly basis: 'contract' | 'legal' | 'customary'
  readonly citation: Citation | null
  readonly creditorKinds: readonly CreditorKind[]
  readonly loanKinds: readonly LoanKind[]
  readonly concession: Concession
  /** The longest term that may be asked, in months; null = the contract's own. */
  readonly maxMonths: number | null
  readonly inForceFrom: CalendarDate
  readonly inForceUntil: CalendarDate | null
}
