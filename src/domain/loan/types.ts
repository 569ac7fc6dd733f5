import type { CalendarDate, Fen } from '../kernel/index.ts'

/** One contractual due date. `payment` = principal + interest + fees. */
export interface Instalment {
  readonly n: number
  readonly dueOn: CalendarDate
  readonly principal: Fen
  readonly interest: Fen
  readonly fees: Fen
  readonly payment: Fen
  /** Principal still outstanding once this instalment is paid. */
  readonly balance: Fen
}

export interface Schedule {
  readonly instalments: readonly Instalment[]
  /** Where the rows come from: the contract's own, or computed from its terms. */
  readonly source: 'contract' | 'computed'
  readonly totalInterest: Fen
  readonly totalFees: Fen
  readonly totalPayment: Fen
}

/** Why a schedule can't be computed. */
export type ScheduleProblem = 'term-missing' | 'term-out-of-range' | 'never-clears' | 'too-large'

/** M0 = not overdue, M1 = 1–30 days … M7+ = over 180 days. */
export type OverdueStage = 'M0' | 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'M7+'

export type LedgerEventKind =
  | 'disbursed'
  | 'interest'
  | 'fee'
  | 'penalty'
  | 'late-fee'
  | 'paid'
  | 'credit-used'
  /** A payment was taken back: the account becomes what it would be without it. */
  | 'reversed'

/** Owed amounts by what they are. */
export interface Buckets {
  readonly principal: Fen
  readonly interest: Fen
  readonly penalty: Fen
  readonly fees: Fen
  /** Money paid ahead that waits for the next due date. */
  readonly credit: Fen
}

/** One line of the replayed account: what changed on a day, and what is owed after it. */
export interface LedgerLine {
  readonly on: CalendarDate
  readonly kind: LedgerEventKind
  /** Signed change of each bucket. */
  readonly change: Buckets
  readonly balance: Buckets
}

/** A loan as it stands on a day. */
export interface LoanState {
  readonly on: CalendarDate
  readonly principalOutstanding: Fen
  readonly interestOwed: Fen
  readonly penaltyOwed: Fen
  readonly feesOwed: Fen
  /** The part of the fees that was charged for missed due dates. */
  readonly lateFeesOwed: Fen
  /** Everything that clears the loan today. */
  readonly owedNow: Fen
  /** The part of it that is due and unpaid: what brings the loan up to date. */
  readonly arrears: Fen
  readonly overdueDays: number
  readonly stage: OverdueStage
  readonly oldestUnpaidDueOn: CalendarDate | null
  readonly nextDue: Instalment | null
  readonly paidTotal: Fen
  /** Money paid beyond everything owed. */
  readonly overpaid: Fen
  readonly ledger: readonly LedgerLine[]
}
