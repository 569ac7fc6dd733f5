import type { CalendarDate, Fen, Fraction, Rate } from '../kernel/index.ts'
import type { Carried } from './carried.ts'

export const LOAN_KINDS = ['instalment', 'revolving', 'single-payment', 'private'] as const
export type LoanKind = (typeof LOAN_KINDS)[number]

export const REPAYMENT_METHODS = [
  'equal-instalment',
  'equal-principal',
  'interest-only',
  'flat-rate',
  'bullet',
  'minimum-payment',
] as const
export type RepaymentMethod = (typeof REPAYMENT_METHODS)[number]

export const DAY_COUNTS = ['actual/360', 'actual/365', '30/360'] as const
export type DayCount = (typeof DAY_COUNTS)[number]

export const FEE_TIMINGS = ['upfront', 'each-instalment', 'once'] as const
export type FeeTiming = (typeof FEE_TIMINGS)[number]

export const FEE_KINDS = ['guarantee', 'service', 'insurance', 'late', 'other'] as const
export type FeeKind = (typeof FEE_KINDS)[number]

export const PENALTY_BASES = [
  'overdue-principal',
  'overdue-instalment',
  'outstanding-principal',
] as const
export type PenaltyBase = (typeof PENALTY_BASES)[number]

export const LITIGATION_STATES = ['threatened', 'sued', 'judgment'] as const
export type LitigationState = (typeof LITIGATION_STATES)[number]

export const CONTACTS_PERMISSIONS = ['granted', 'denied', 'revoked', 'unknown'] as const
export type ContactsPermission = (typeof CONTACTS_PERMISSIONS)[number]

export const OFFER_KINDS = ['settlement', 'instalment', 'deferral', 'waiver'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

export interface Fee extends Carried {
  readonly label: string
  readonly amount: Fen
  readonly when: FeeTiming
  /** The day of a fee taken once; null = with the first instalment. */
  readonly on: CalendarDate | null
  readonly kind: FeeKind
}

export interface LateFee extends Carried {
  readonly fixed: Fen
  /** Part of the overdue instalment, 0–1. */
  readonly fraction: Fraction | null
}

export interface Penalty extends Carried {
  /** Penalty interest's own rate; null = multiplier × the loan's rate. */
  readonly rate: Rate | null
  /** Times the loan's rate, such as 1.5. */
  readonly multiplier: Fraction | null
  readonly base: PenaltyBase
  readonly compound: boolean
  readonly lateFee: LateFee | null
}

/** A row of the contract's own schedule. */
export interface ContractInstalment extends Carried {
  readonly n: number
  readonly dueOn: CalendarDate
  readonly principal: Fen
  readonly interest: Fen
  readonly fees: Fen
}

/** Revolving credit: the least to be paid each month. */
export interface MinimumPayment extends Carried {
  readonly fraction: Fraction
  readonly floor: Fen
}

export interface Exposure extends Carried {
  readonly contactsPermission: ContactsPermission
  readonly emergencyContacts: number
}

export interface Offer extends Carried {
  readonly id: string
  readonly kind: OfferKind
  readonly amount: Fen | null
  readonly months: number | null
  readonly rate: Rate | null
  readonly deadline: CalendarDate | null
  readonly confirmedInWriting: boolean
}

export interface Loan extends Carried {
  readonly id: string
  readonly creditor: string
  readonly product: string
  readonly contractNo: string
  readonly kind: LoanKind
  readonly disbursedOn: CalendarDate
  /** The amount of the contract. */
  readonly principal: Fen
  /** What reached the debtor after fees taken up front. */
  readonly received: Fen
  readonly method: RepaymentMethod
  /** Number of instalments; 1 for a single payment; null for revolving credit. */
  readonly term: number | null
  /** Day of the month, 1–31. */
  readonly dueDay: number
  readonly firstDueOn: CalendarDate
  readonly rate: Rate
  readonly dayCount: DayCount
  readonly fees: readonly Fee[]
  readonly penalty: Penalty | null
  /** The contract's own schedule, which wins over a computed one. */
  readonly schedule: readonly ContractInstalment[] | null
  readonly minimumPayment: MinimumPayment | null
  readonly reportedToBureau: boolean | null
  readonly litigation: LitigationState | null
  readonly exposure: Exposure | null
  readonly offers: readonly Offer[]
}

export interface Payment extends Carried {
  readonly id: string
  readonly loan: string
  readonly on: CalendarDate
  readonly amount: Fen
  readonly note: string
}
