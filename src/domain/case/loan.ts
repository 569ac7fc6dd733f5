import type { CalendarDate, Fen, Fraction, Rate } from '../kernel/index.ts'
import type { Carried } from './carried.ts'
import type { Evidence } from './evidence.ts'
import type { Agreement, Offer, Statement, Talk } from './negotiation.ts'

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

/** Whether the lender's privacy policy names the debtor's contacts, for collection or to be passed on. */
export const POLICY_ANSWERS = ['named', 'not-named', 'unknown'] as const
export type PolicyAnswer = (typeof POLICY_ANSWERS)[number]

/** What the lender's side did so far towards the people around the debtor, as the debtor knows it. */
export const DONE_SO_FAR = ['nothing', 'threatened', 'reached', 'unknown'] as const
export type DoneSoFar = (typeof DONE_SO_FAR)[number]

/** Which part of what is owed a payment goes to first. */
export const PAYMENT_ORDERS = [
  'oldest-instalment',
  'costs-interest-principal',
  'principal-first',
] as const
export type PaymentOrder = (typeof PAYMENT_ORDERS)[number]

/** What a freeze stops: interest, penalty and late fees, or the last two alone. */
export const FREEZE_STOPS = ['everything', 'penalty'] as const
export type FreezeStops = (typeof FREEZE_STOPS)[number]

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
  /** Whether the app may read the record of calls. */
  readonly callLogPermission: ContactsPermission
  readonly appInstalled: boolean | null
  readonly policyOnContacts: PolicyAnswer
  readonly doneSoFar: DoneSoFar
  readonly consentWithdrawnOn: CalendarDate | null
  readonly deletionAskedOn: CalendarDate | null
}

/** From `on` the loan bears another rate, as when it follows the loan prime rate. */
export interface RateChange extends Carried {
  readonly on: CalendarDate
  readonly rate: Rate
}

/** A time agreed or ordered in which nothing is added (停息). */
export interface Freeze extends Carried {
  readonly from: CalendarDate
  /** The last day of it; null = without an end yet. */
  readonly until: CalendarDate | null
  readonly stops: FreezeStops
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
  /** Rising by date. */
  readonly rateChanges: readonly RateChange[]
  readonly dayCount: DayCount
  readonly fees: readonly Fee[]
  readonly penalty: Penalty | null
  /** Days after a due date within which a payment still counts as on time (容时期). */
  readonly graceDays: number
  readonly paymentOrder: PaymentOrder
  readonly freezes: readonly Freeze[]
  /** The contract's own schedule, which wins over a computed one. */
  readonly schedule: readonly ContractInstalment[] | null
  readonly minimumPayment: MinimumPayment | null
  readonly reportedToBureau: boolean | null
  readonly litigation: LitigationState | null
  readonly exposure: Exposure | null
  readonly offers: readonly Offer[]
  readonly statements: readonly Statement[]
  readonly talks: readonly Talk[]
  readonly agreements: readonly Agreement[]
}

export interface Payment extends Carried {
  readonly id: string
  readonly loan: string
  readonly on: CalendarDate
  readonly amount: Fen
  readonly note: string
  /** The day on which it was taken back, as when a debit bounced. */
  readonly reversedOn: CalendarDate | null
  readonly evidence: readonly Evidence[]
}

/** A payment as it is first written down: it stands, and nothing proves it yet. */
export const newPayment = (
  entry: Pick<Payment, 'id' | 'loan' | 'on' | 'amount'> & Partial<Pick<Payment, 'note'>>,
): Payment => ({ note: '', ...entry, reversedOn: null, evidence: [] })
