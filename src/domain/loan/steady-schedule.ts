import type { Loan } from '../case/index.ts'
import {
  dateInMonth,
  monthNumber,
  multiplyDivideHalfUp,
  quickRatio,
  scaleFen,
  scaleQuickly,
  sumFen,
  ZERO_FEN,
  type Fen,
  type QuickRatio,
} from '../kernel/index.ts'
import { equalInstalment } from './annuity.ts'
import { annualRate } from './day-count.ts'
import { dueDate } from './due-date.ts'
import { periodInterest, wholeMonths } from './period-interest.ts'
import { feesByDueDate } from './schedule-fees.ts'
import type { Instalment, Schedule } from './types.ts'

/**
 * The schedule of the usual loan: by months, on the balance, at a rate that never changes, never
 * frozen. Row by row what the general way gives, in one pass over small integers. Null where the
 * loan is of another kind or too large for that: then the general way reckons it.
 */
export function steadySchedule(loan: Loan, term: number): Schedule | null {
  const { principal, method } = loan
  if (!isSteady(loan)) return null
  const { numerator, denominator } = annualRate(loan.rate, loan.dayCount)
  const divisor = denominator * 12
  const monthly = quickRatio(principal, numerator, divisor)
  if (monthly === null) return null
  const monthInterest = multiplyDivideHalfUp(principal, numerator, divisor)
  const interest = firstInterest(loan, monthInterest)
  if (method === 'equal-instalment') {
    const level = equalInstalment(principal, { numerator, denominator: divisor }, term)
    const first = { interest, principal: level - monthInterest }
    return steadyRows(loan, term, { first, level, share: 0, monthly })
  }
  const share = method === 'interest-only' ? 0 : scaleFen(principal, 1, term)
  const first = { interest, principal: share }
  return steadyRows(loan, term, { first, level: null, share, monthly })
}

const isSteady = ({ method, dayCount, rateChanges, freezes }: Loan): boolean =>
  dayCount === '30/360' &&
  (method === 'equal-instalment' || method === 'equal-principal' || method === 'interest-only') &&
  rateChanges.length === 0 &&
  freezes.length === 0

/** The first period may be longer or shorter than the others. */
function firstInterest(loan: Loan, monthInterest: number): number {
  const { disbursedOn: from, firstDueOn: to } = loan
  const months = wholeMonths(loan, from, to)
  return months === 1 ? monthInterest : periodInterest(loan, loan.principal, { from, to, months })
}

interface SteadyTerms {
  readonly first: { readonly principal: number; readonly interest: number }
  /** The instalment that is the same each time; null where its principal, the share, is. */
  readonly level: number | null
  readonly share: number
  readonly monthly: QuickRatio
}

/** Integers all along and every sum below the ceiling (see `isReckonable`): none is checked again. */
function steadyRows(
  loan: Loan,
  term: number,
  { first, level, share, monthly }: SteadyTerms,
): Schedule {
  const month = monthNumber(loan.firstDueOn)
  const fees = feesOf(loan, term)
  const rows: Instalment[] = []
  let dueOn = loan.firstDueOn
  let { interest, principal }: { interest: number; principal: number } = first
  let balance: number = loan.principal
  let totalInterest = 0
  for (let n = 1; n <= term; n += 1) {
    if (n > 1) {
      dueOn = dateInMonth(month + n - 1, loan.dueDay)
      interest = scaleQuickly(balance, monthly)
      principal = level === null ? share : level - interest
    }
    if (n === term || principal > balance) principal = balance
    else if (principal < 0) principal = 0
    const fee = fees === null ? ZERO_FEN : (fees[n - 1] ?? ZERO_FEN)
    balance -= principal
    totalInterest += interest
    rows.push({
      n,
      dueOn,
      principal: principal as Fen,
      interest: interest as Fen,
      fees: fee,
      payment: (principal + interest + fee) as Fen,
      balance: balance as Fen,
    })
  }
  const totalFees = fees === null ? ZERO_FEN : sumFen(fees)
  return {
    instalments: rows,
    source: 'computed',
    totalInterest: totalInterest as Fen,
    totalFees,
    totalPayment: (loan.principal + totalInterest + totalFees) as Fen,
  }
}

/** Null where there are none. */
function feesOf(loan: Loan, term: number): readonly Fen[] | null {
  if (loan.fees.length === 0) return null
  return feesByDueDate(
    loan.fees,
    Array.from({ length: term }, (_, index) => dueDate(loan, index + 1)),
  )
}
