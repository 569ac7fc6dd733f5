import type { CreditorKind } from '../case/index.ts'
import type { CalendarDate, Fen } from '../kernel/index.ts'

/** The yearly price of a loan as plain numbers (0.24 = 24 %); null where there is no such rate. */
export interface LoanCost {
  /** The contract's rate × periods, charges left out. */
  readonly nominalAnnual: number
  /** Monthly internal rate of return × 12, all charges included. */
  readonly simpleAnnual: number | null
  /** XIRR over the actual dates (actual/365), all charges included. */
  readonly effectiveAnnual: number | null
}

/** Text in the pack's languages. */
export type Localised = Readonly<Record<'zh-CN' | 'en', string>>

export type Confidence = 'verified' | 'verified-secondary' | 'recalled'

/** Where a rule comes from. */
export interface Citation {
  readonly instrument: Localised
  readonly article: string | null
  readonly documentNumber: string | null
  readonly issuer: Localised
  readonly source: string
  readonly confidence: Confidence
}

/** What a limit compares and with what. */
export type LimitMeasure =
  /** Simple annual cost, all charges, against a fixed rate. */
  | { readonly kind: 'fixed-rate'; readonly annual: string }
  /** The same against a multiple of the 1-year LPR at the contract's formation. */
  | { readonly kind: 'lpr-multiple'; readonly times: number }
  /** A duty to show the price; nothing to compute. */
  | { readonly kind: 'disclosure' }

/** A price limit of a jurisdiction pack. */
export interface PriceLimit {
  readonly id: string
  readonly title: Localised
  /** What it says, in one plain sentence. */
  readonly says: Localised
  /** What follows for the debtor when the price is above it, in careful words. */
  readonly consequence: Localised
  /** Whether a debtor can point to it today; a supervisor's target for later is not that. */
  readonly binding: boolean
  readonly citation: Citation
  readonly inForceFrom: CalendarDate
  readonly inForceUntil: CalendarDate | null
  readonly appliesTo: {
    readonly creditorKinds: readonly CreditorKind[]
    /** true: only licensed lenders; false: only unlicensed; null: either. */
    readonly licensed: boolean | null
    /** Which date of the loan decides whether the rule applied. */
    readonly byDateOf: 'disbursement' | 'claim'
  }
  readonly measure: LimitMeasure
}

export interface LprPoint {
  readonly on: CalendarDate
  /** Percent a year as a decimal string ("3.00"). */
  readonly percent: string
  readonly confidence: Confidence
}

export interface LimitFinding {
  readonly rule: PriceLimit
  /** The limit as a yearly decimal fraction, null for disclosure duties and where no LPR is known. */
  readonly limit: number | null
  readonly status: 'within' | 'above' | 'not-applicable'
  /** What is above it: the price of the contract, or only what was charged so far, penalties included. */
  readonly over: 'price' | 'charges' | null
  /** How much of what was charged lies above the limit; 0 when within. */
  readonly excess: Fen
}
