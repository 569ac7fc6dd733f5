import type {
  ContactsPermission,
  ContractInstalment,
  Creditor,
  CreditorKind,
  DayCount,
  Exposure,
  Fee,
  FeeKind,
  FeeTiming,
  LitigationState,
  Loan,
  LoanKind,
  Offer,
  OfferKind,
  PenaltyBase,
  RepaymentMethod,
} from '../../domain/case/index.ts'
import type { CalendarDate, Fen, Rate } from '../../domain/kernel/index.ts'
import { decimalOf, percentOf } from './decimal-text.ts'
import {
  noSpecialTerms,
  specialTermsDraftOf,
  type SpecialTermsDraft,
} from './special-terms-draft.ts'

/** The lender's choice that means “one that is not in the list yet”. */
export const NEW_LENDER = 'new'

export const THREE_WAYS = ['yes', 'no', 'unknown'] as const
export type ThreeWay = (typeof THREE_WAYS)[number]

export interface LenderDraft {
  /** The id of a known lender, `NEW_LENDER`, or null while nothing is chosen. */
  choice: string | null
  name: string
  kind: CreditorKind | null
  licensed: ThreeWay
  phone: string
  email: string
  address: string
}

/** `key` tells rows apart on the screen; `source` carries what the form does not show. */
export interface FeeDraft {
  readonly key: number
  readonly source: Fee | null
  label: string
  amount: Fen | null
  when: FeeTiming
  on: CalendarDate | null
  kind: FeeKind
}

export const PENALTY_WAYS = ['none', 'multiplier', 'rate'] as const
export type PenaltyWay = (typeof PENALTY_WAYS)[number]

export interface PenaltyDraft {
  way: PenaltyWay
  multiplier: string
  rate: Rate | null
  base: PenaltyBase
  compound: boolean
  lateFeeFixed: Fen | null
  /** Percent of the overdue instalment, as typed. */
  lateFeePercent: string
}

export interface ScheduleRowDraft {
  readonly key: number
  readonly source: ContractInstalment | null
  dueOn: CalendarDate | null
  principal: Fen | null
  interest: Fen | null
  fees: Fen | null
}

export interface OfferDraft {
  readonly key: number
  readonly source: Offer | null
  kind: OfferKind
  amount: Fen | null
  months: number | null
  deadline: CalendarDate | null
  confirmedInWriting: boolean
}

export const PAID_SO_FAR = ['none', 'count', 'up-to-date'] as const
export type PaidSoFar = (typeof PAID_SO_FAR)[number]

/** From what was received and what is paid, or term by term as the contract has them. */
export const ENTRIES = ['quick', 'full'] as const
export type Entry = (typeof ENTRIES)[number]

/** A loan as the form holds it: every field as far as it is filled in. */
export interface LoanDraft extends SpecialTermsDraft {
  entry: Entry
  lender: LenderDraft
  product: string
  contractNo: string
  kind: LoanKind
  principal: Fen | null
  received: Fen | null
  /** What is paid on each due date in all: asked in the short form only. */
  instalment: Fen | null
  disbursedOn: CalendarDate | null
  method: RepaymentMethod
  term: number | null
  firstDueOn: CalendarDate | null
  /** null: the day of the first due date. */
  dueDay: number | null
  rate: Rate | null
  /** null: the customary one of the method. */
  dayCount: DayCount | null
  minimumPercent: string
  minimumFloor: Fen | null
  paid: PaidSoFar
  paidCount: number | null
  /** The day of the last payment; null: its due date. */
  lastPaidOn: CalendarDate | null
  fees: FeeDraft[]
  penalty: PenaltyDraft
  schedule: ScheduleRowDraft[]
  reportedToBureau: ThreeWay
  litigation: LitigationState | 'none'
  contactsPermission: ContactsPermission
  emergencyContacts: number | null
  offers: OfferDraft[]
}

const EMPTY_LENDER: LenderDraft = {
  choice: null,
  name: '',
  kind: null,
  licensed: 'unknown',
  phone: '',
  email: '',
  address: '',
}

const EMPTY_PENALTY: PenaltyDraft = {
  way: 'none',
  multiplier: '1.5',
  rate: null,
  base: 'overdue-principal',
  compound: false,
  lateFeeFixed: null,
  lateFeePercent: '',
}

/** A form with nothing in it; where no lender is known yet, a new one is asked for at once. */
export const emptyLoanDraft = (creditors: readonly Creditor[]): LoanDraft => ({
  ...noSpecialTerms(),
  entry: 'quick',
  lender: { ...EMPTY_LENDER, choice: creditors.length === 0 ? NEW_LENDER : null },
  product: '',
  contractNo: '',
  kind: 'instalment',
  principal: null,
  received: null,
  instalment: null,
  disbursedOn: null,
  method: 'equal-instalment',
  term: null,
  firstDueOn: null,
  dueDay: null,
  rate: null,
  dayCount: null,
  minimumPercent: '10',
  minimumFloor: null,
  paid: 'none',
  paidCount: null,
  lastPaidOn: null,
  fees: [],
  penalty: { ...EMPTY_PENALTY },
  schedule: [],
  reportedToBureau: 'unknown',
  litigation: 'none',
  contactsPermission: 'unknown',
  emergencyContacts: null,
  offers: [],
})

/** The lender's part of the form for a known lender, or for a new one. */
export const lenderDraftOf = (creditor: Creditor | null): LenderDraft =>
  creditor === null
    ? { ...EMPTY_LENDER, choice: NEW_LENDER }
    : {
        choice: creditor.id,
        name: creditor.name,
        kind: creditor.kind,
        licensed: threeWayOf(creditor.licensed),
        phone: creditor.phone,
        email: creditor.email,
        address: creditor.address,
      }

/** The form filled with a loan that exists. */
export const loanDraftOf = (loan: Loan, creditor: Creditor | null): LoanDraft => ({
  ...specialTermsDraftOf(loan),
  entry: 'full',
  lender: lenderDraftOf(creditor),
  product: loan.product,
  contractNo: loan.contractNo,
  kind: loan.kind,
  principal: loan.principal,
  received: loan.received,
  instalment: null,
  disbursedOn: loan.disbursedOn,
  method: loan.method,
  term: loan.term,
  firstDueOn: loan.firstDueOn,
  dueDay: loan.dueDay,
  rate: loan.rate,
  dayCount: loan.dayCount,
  minimumPercent: loan.minimumPayment === null ? '' : percentOf(loan.minimumPayment.fraction),
  minimumFloor: loan.minimumPayment?.floor ?? null,
  paid: 'none',
  paidCount: null,
  lastPaidOn: null,
  fees: loan.fees.map((fee, key) => ({ ...fee, key, source: fee })),
  penalty: penaltyDraftOf(loan),
  schedule: (loan.schedule ?? []).map((row, key) => ({ ...row, key, source: row })),
  reportedToBureau: threeWayOf(loan.reportedToBureau),
  litigation: loan.litigation ?? 'none',
  ...exposureDraftOf(loan.exposure),
  offers: loan.offers.map((offer, key) => ({ ...offer, key, source: offer })),
})

function penaltyDraftOf({ penalty }: Loan): PenaltyDraft {
  if (penalty === null) return { ...EMPTY_PENALTY }
  const { multiplier, rate, base, compound, lateFee } = penalty
  return {
    way: rate !== null ? 'rate' : multiplier !== null ? 'multiplier' : 'none',
    multiplier: multiplier === null ? EMPTY_PENALTY.multiplier : decimalOf(multiplier),
    rate,
    base,
    compound,
    lateFeeFixed: lateFee?.fixed ?? null,
    lateFeePercent: lateFee?.fraction ? percentOf(lateFee.fraction) : '',
  }
}

const exposureDraftOf = (exposure: Exposure | null) => ({
  contactsPermission: exposure?.contactsPermission ?? ('unknown' as const),
  emergencyContacts: exposure?.emergencyContacts ?? null,
})

const threeWayOf = (value: boolean | null): ThreeWay =>
  value === null ? 'unknown' : value ? 'yes' : 'no'

/** A number that no row of the list has as its key. */
export const nextKey = (rows: readonly { readonly key: number }[]): number =>
  rows.reduce((highest, { key }) => Math.max(highest, key), -1) + 1

/** Which ways of repaying each kind of loan can have; the first is the usual one. */
export const METHODS_OF_KIND: Readonly<Record<LoanKind, readonly RepaymentMethod[]>> = {
  instalment: ['equal-instalment', 'equal-principal', 'flat-rate', 'interest-only'],
  revolving: ['minimum-payment'],
  'single-payment': ['bullet'],
  private: ['bullet', 'interest-only', 'equal-instalment', 'equal-principal', 'flat-rate'],
}

/** Months of equal length where a loan is repaid by the month, calendar days where interest runs by the day. */
export const customaryDayCount = (method: RepaymentMethod): DayCount =>
  method === 'bullet' || method === 'minimum-payment' ? 'actual/365' : '30/360'
