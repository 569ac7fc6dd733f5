import {
  PENALTY_BASES,
  type Loan,
  type Payment,
  type PenaltyBase,
  type Statement,
} from '../case/index.ts'
import { fen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../kernel/index.ts'
import { replayLoan, type LoanState } from '../loan/index.ts'

const BUCKETS = ['principal', 'interest', 'penalty', 'fees'] as const
export const STATEMENT_PARTS = [...BUCKETS, 'total'] as const
export type StatementPart = (typeof STATEMENT_PARTS)[number]

/** What a creditor claims of one part, held against the contract. Fen. */
export interface StatementLine {
  readonly part: StatementPart
  /** Null where the creditor did not say. */
  readonly claimed: Fen | null
  readonly contract: Fen
  /** Claimed less contract: above zero where more is claimed. */
  readonly difference: Fen | null
}

/** What may lie behind a difference: something to ask about, never a finding of fault. */
export type StatementReason =
  /** The parts don't add up to the total: total less parts. */
  | { readonly code: 'sum-differs'; readonly amount: Fen }
  /** The claim is what would be owed without this payment. */
  | { readonly code: 'payment-missing'; readonly payment: string; readonly amount: Fen }
  /** The penalty is what it would be on this base. */
  | { readonly code: 'penalty-other-base'; readonly base: PenaltyBase }
  | { readonly code: 'penalty-compounds' }
  | { readonly code: 'part-larger'; readonly part: (typeof BUCKETS)[number]; readonly amount: Fen }

export interface StatementCheck {
  readonly statement: Statement
  readonly lines: readonly StatementLine[]
  /** By the total where one is claimed, else by the parts that are. */
  readonly verdict: 'agrees' | 'claims-more' | 'claims-less'
  readonly reasons: readonly StatementReason[]
}

/** Differences up to one yuan come from rounding and count as agreement. */
const ROUNDING = fen(100)

const isNear = (a: Fen, b: Fen): boolean => Math.abs(a - b) <= ROUNDING

/**
 * A creditor's statement held line by line against the contract replayed to the statement's day with
 * the payments on record, and what a difference may come from: each guess is the same replay with
 * one thing changed that gives the claimed figure within a yuan.
 */
export function checkStatement(
  loan: Loan,
  payments: readonly Payment[],
  statement: Statement,
): StatementCheck {
  const state = replayLoan(loan, payments, statement.on)
  const lines = STATEMENT_PARTS.map((part) => lineOf(part, statement, state))
  const difference = overallDifference(lines)
  const verdict = isNear(difference, ZERO_FEN)
    ? 'agrees'
    : difference > 0
      ? 'claims-more'
      : 'claims-less'
  const reasons = [
    ...sumReason(statement),
    ...missingPayment(loan, payments, { statement, state }),
    ...penaltyReasons(loan, payments, { statement, state }),
    ...lines.flatMap(largerPart),
  ]
  return { statement, lines, verdict, reasons }
}

function lineOf(part: StatementPart, statement: Statement, state: LoanState): StatementLine {
  const contract = contractAmount(part, state)
  const claimed = statement[part]
  return {
    part,
    claimed,
    contract,
    difference: claimed === null ? null : subtractFen(claimed, contract),
  }
}

const contractAmount = (part: StatementPart, state: LoanState): Fen =>
  ({
    principal: state.principalOutstanding,
    interest: state.interestOwed,
    penalty: state.penaltyOwed,
    fees: state.feesOwed,
    total: state.owedNow,
  })[part]

function overallDifference(lines: readonly StatementLine[]): Fen {
  const total = lines.find(({ part }) => part === 'total')?.difference ?? null
  return total ?? sumFen(lines.map(({ difference }) => difference ?? ZERO_FEN))
}

/** A statement beside the loan as it stood on its day. */
interface Held {
  readonly statement: Statement
  readonly state: LoanState
}

/** The sum of the claimed parts; null unless each of them is claimed. */
function claimedParts(statement: Statement): Fen | null {
  const parts = BUCKETS.map((part) => statement[part]).filter((part) => part !== null)
  return parts.length === BUCKETS.length ? sumFen(parts) : null
}

const claimedTotal = (statement: Statement): Fen | null =>
  statement.total ?? claimedParts(statement)

function sumReason(statement: Statement): readonly StatementReason[] {
  const parts = claimedParts(statement)
  if (statement.total === null || parts === null) return []
  const amount = subtractFen(statement.total, parts)
  return isNear(amount, ZERO_FEN) ? [] : [{ code: 'sum-differs', amount }]
}

/** The one payment, the latest first, without which the claim would be right. */
function missingPayment(
  loan: Loan,
  payments: readonly Payment[],
  { statement, state }: Held,
): readonly StatementReason[] {
  const claimed = claimedTotal(statement)
  if (claimed === null || claimed <= state.owedNow + ROUNDING) return []
  const counted = payments.filter(({ loan: of, on }) => of === loan.id && on <= statement.on)
  const missing = counted.findLast(({ id }) => {
    const others = payments.filter((payment) => payment.id !== id)
    return isNear(replayLoan(loan, others, statement.on).owedNow, claimed)
  })
  return missing === undefined
    ? []
    : [{ code: 'payment-missing', payment: missing.id, amount: missing.amount }]
}

function penaltyReasons(
  loan: Loan,
  payments: readonly Payment[],
  { statement, state }: Held,
): readonly StatementReason[] {
  const { penalty } = loan
  const claimed = statement.penalty
  if (penalty === null || claimed === null || isNear(claimed, state.penaltyOwed)) return []
  const fits = (changed: Partial<typeof penalty>): boolean => {
    const other = { ...loan, penalty: { ...penalty, ...changed } }
    return isNear(replayLoan(other, payments, statement.on).penaltyOwed, claimed)
  }
  const base = PENALTY_BASES.find((other) => other !== penalty.base && fits({ base: other }))
  if (base !== undefined) return [{ code: 'penalty-other-base', base }]
  return !penalty.compound && fits({ compound: true }) ? [{ code: 'penalty-compounds' }] : []
}

function largerPart({ part, difference }: StatementLine): readonly StatementReason[] {
  if (part === 'total' || difference === null || difference <= ROUNDING) return []
  return [{ code: 'part-larger', part, amount: difference }]
}
