import {
  fractionToNumber,
  type CalendarDate,
  type CalendarMonth,
  type Fen,
  type Rate,
} from '../kernel/index.ts'
import type { Objective } from './objective.ts'

export const STRATEGIES = [
  'status-quo',
  'optimal-now',
  'optimal',
  'avalanche',
  'snowball',
  'own-order',
  'pro-rata',
  'pro-rata-contractual',
  'personalised-instalment',
  'deferral',
  'penalty-waiver',
  'interest-cut',
  'settlement',
  'token',
] as const
export type Strategy = (typeof STRATEGIES)[number]

/** How one loan is repaid. */
export const ARRANGEMENTS = [
  'keep-paying',
  'catch-up',
  'instalment',
  'extension',
  'deferral',
  'penalty-waiver',
  'interest-cut',
  'settlement',
  'token',
] as const
export type Arrangement = (typeof ARRANGEMENTS)[number]

/** Where the terms of a loan's part come from: its contract, an offer its creditor made, or nothing yet but the wish to ask. */
export type Standing = 'contract' | 'offer' | 'ask'

/** The creditor's offer that a part of a proposal takes up. */
export interface TakenOffer {
  readonly id: string
  readonly inWriting: boolean
  readonly deadline: CalendarDate | null
}

/** The most that a creditor is asked: 0 nothing, 1 longer term, 2 deferral, 3 late fees and penalty waived, 4 interest reduced, 5 principal reduced. */
export type Concession = 0 | 1 | 2 | 3 | 4 | 5

/** One version of what is asked: so many instalments of so much from a day on. */
export interface Terms {
  readonly monthly: Fen
  readonly months: number
  readonly firstOn: CalendarDate
  readonly total: Fen
  readonly concession: Concession
  /** The yearly rate that interest is asked to go on at, 0 = it stops; left out where it is not touched. */
  readonly rate?: Rate
}

/** The yearly rate that interest is asked to be cut to as a plain number, 0.03 = 3 %; null where it is not touched or stops. */
export const cutRateOf = ({ rate }: Terms): number | null =>
  rate === undefined || rate.numerator === 0 ? null : fractionToNumber(rate)

/** Opening ask, target and walk-away limit in the creditor's own terms. */
export interface Ask {
  readonly open: Terms
  readonly target: Terms
  readonly limit: Terms
  /** The steps from open over target to limit; on one step all creditors are treated alike. */
  readonly ladder?: readonly Terms[]
}

export interface DatedAmount {
  readonly on: CalendarDate
  readonly amount: Fen
}

export interface LoanProposal {
  readonly loan: string
  readonly arrangement: Arrangement
  readonly standing: Standing
  /** The offer that is taken up; null unless the standing is `offer`. */
  readonly offer: TakenOffer | null
  readonly concession: Concession
  readonly ask: Ask
  readonly payments: readonly DatedAmount[]
  /** Principal + interest + fees owed after each payment: for the chart of balances. */
  readonly balances: readonly DatedAmount[]
  readonly closes: CalendarDate | null
  readonly totalPaid: Fen
}

export interface CashMonth {
  readonly month: CalendarMonth
  readonly opening: Fen
  readonly income: Fen
  readonly expenses: Fen
  readonly payments: Fen
  readonly closing: Fen
}

/** Why a proposal can't be kept, or what to know about it: a code and its values. */
export interface Reason {
  readonly code:
    | 'below-reserve'
    | 'nothing-affordable'
    | 'longer-than-allowed'
    | 'never-clears'
    | 'over-affordable'
    | 'within-affordable'
    | 'interest-not-covered'
    | 'loan-without-schedule'
    | 'below-reserve-on'
    | 'stop-gap'
    | 'no-offer'
    | 'search-stopped'
    | 'ask-moratorium'
    | 'ask-hardship-relief'
    | 'ask-legal-aid'
  readonly month?: CalendarMonth
  readonly on?: CalendarDate
  readonly amount?: Fen
  readonly loan?: string
  readonly months?: number
}

/** The points by which a proposal is judged: the twelve of customary practice, and the household's own reserve. */
export const FACTOR_NAMES = [
  'keeps-essentials',
  'affordable',
  'fair',
  'dates-and-amounts',
  'term',
  'evidence',
  'asks',
  'review-date',
  'survives',
  'no-borrowing',
  'true-rate',
  'total-shown',
  'reserve',
] as const
export type FactorName = (typeof FACTOR_NAMES)[number]

/** Why a point scores as it does. */
export type FactorReason =
  | Reason['code']
  | 'proportional'
  | 'unequal'
  | 'within-term'
  | 'beyond-term'
  | 'reserve-kept'
  | 'reserve-broken'
  | 'essentials-kept'
  | 'essentials-cut'
  | 'dates-stated'
  | 'evidence-listed'
  | 'hardship-not-stated'
  | 'asks-stated'
  | 'nothing-asked'
  | 'no-review-needed'
  | 'survives-often'
  | 'survives-seldom'
  | 'nothing-borrowed'
  | 'cash-runs-out'
  | 'rate-within-limit'
  | 'rate-above-limit'
  | 'total-above'
  | 'total-equal'
  | 'total-below'

/** Why a point can't be judged yet. */
export type OpenReason = 'review-date-open' | 'not-simulated' | 'no-limit-known'

export interface ReasonablenessFactor {
  readonly name: FactorName
  /** 0–100. */
  readonly score: number
  readonly reason: FactorReason
  /** The figure behind it: an amount, or a part as a plain number (0.87 = 87 %). */
  readonly amount?: Fen
  readonly part?: number
}

/** A point that is to be settled before the proposal is sent. */
export interface OpenPoint {
  readonly name: FactorName
  readonly reason: OpenReason
}

/** How reasonable a proposal is: the mean of the points that can be judged, and those that can't be yet. */
export interface Reasonableness {
  readonly score: number
  readonly factors: readonly ReasonablenessFactor[]
  readonly open: readonly OpenPoint[]
}

/** How sure it is that nothing on the same terms costs less. */
export interface Optimality {
  /** The solver proved it and the figures to the fen agree with its own within the rounding of each month's interest. */
  readonly proved: boolean
  /** The part of the total that a better answer could still save at most, 0–1. */
  readonly gap: number
}

export interface Proposal {
  /** Stable for the same facts: strategy plus the day. */
  readonly id: string
  readonly strategy: Strategy
  readonly feasible: boolean
  readonly why: readonly Reason[]
  readonly months: number
  readonly payoffOn: CalendarDate | null
  readonly totalPaid: Fen
  /** Paid beyond the principal still outstanding today. */
  readonly interestAndFees: Fen
  readonly savedAgainstStatusQuo: Fen
  readonly maxMonthly: Fen
  readonly concession: Concession
  /** Of the exact ones; null for the others. */
  readonly optimality: Optimality | null
  readonly perLoan: readonly LoanProposal[]
  readonly cashflow: readonly CashMonth[]
  readonly reasonableness: Reasonableness
}

export interface ProposalSet {
  readonly on: CalendarDate
  /** What the exact answers aim at. */
  readonly objective: Objective
  readonly statusQuo: Proposal
  readonly proposals: readonly Proposal[]
  /** Id of the proposal to start from; null when none is feasible. */
  readonly recommended: string | null
}
