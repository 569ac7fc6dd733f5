import type { Loan } from '../case/index.ts'
import {
  dateInMonth,
  dateParts,
  datesSoFar,
  monthNumber,
  quickRatio,
  scaleFen,
  scaleQuickly,
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
  if (!isSteady(loan)) return null
  const { principal, method } = loan
  const { numerator, denominator } = annualRate(loan.rate, loan.dayCount)
  const periodic = { numerator, denominator: denominator * 12 }
  const monthly = quickRatio(principal, numerator, periodic.denominator)
  if (monthly === null) return null
  const first = firstPeriod(loan)
  if (method === 'equal-instalment') {
    const level = equalInstalment(principal, periodic, term)
    return steadyRows(loan, term, { first, monthly, level, share: null })
  }
  const share = method === 'interest-only' ? ZERO_FEN : scaleFen(principal, 1, term)
  return steadyRows(loan, term, { first, monthly, level: ZERO_FEN, share })
}

const isSteady = ({ method, dayCount, rateChanges, freezes }: Loan): boolean =>
  dayCount === '30/360' &&
  (method === 'equal-instalment' || method === 'equal-principal' || method === 'interest-only') &&
  rateChanges.length === 0 &&
  freezes.length === 0

interface SteadyTerms {
  readonly first: FirstPeriod
  readonly monthly: QuickRatio
  /** The instalment that is the same each time, but where its principal is. */
  readonly level: Fen
  /** The principal that is the same each time; null where the instalment is. */
  readonly share: Fen | null
}

/**
 * Integers all along and every sum below the ceiling (see `isReckonable`): none is checked again.
 * The first period's interest may be another, its principal not: that is what the instalment leaves
 * over a regular month's interest.
 */
function steadyRows(
  loan: Loan,
  term: number,
  { first, monthly, level, share }: SteadyTerms,
): Schedule {
  const { firstDueOn, dueDay } = loan
  const fees = feesOf(loan, term)
  const { month } = first
  const dates = datesSoFar(dueDay)
  const rows = new Array<Instalment>(term)
  let dueOn = firstDueOn
  let balance: number = loan.principal
  let regular = scaleQuickly(balance, monthly)
  let interest = first.interest ?? regular
  let totalInterest = 0
  let totalFees = 0
  for (let n = 1; n <= term; n += 1) {
    let principal = share ?? level - regular
    if (n === term || principal > balance) principal = balance
    else if (principal < 0) principal = 0
    const fee = feeOf(fees, n)
    balance -= principal
    totalInterest += interest
    totalFees += fee
    rows[n - 1] = {
      n,
      dueOn,
      principal: principal as Fen,
      interest: interest as Fen,
      fees: fee,
      payment: (principal + interest + fee) as Fen,
      balance: balance as Fen,
    }
    dueOn = dates[month + n] ?? dateInMonth(month + n, dueDay)
    interest = regular = scaleQuickly(balance, monthly)
  }
  return {
    instalments: rows,
    source: 'computed',
    totalInterest: totalInterest as Fen,
    totalFees: totalFees as Fen,
    totalPayment: (loan.principal + totalInterest + totalFees) as Fen,
  }
}

interface FirstPeriod {
  /** The number of the month of the first due date. */
  readonly month: number
  /** Its interest where it is longer or shorter than the others, else null. */
  readonly interest: Fen | null
}

function firstPeriod(loan: Loan): FirstPeriod {
  const first = dateParts(loan.firstDueOn)
  const month = monthNumber(first)
  // The usual case, from the same day of the month before on, without taking that day apart.
  const isRegular = first.day <= 28 && loan.disbursedOn === dateInMonth(month - 1, first.day)
  return { month, interest: isRegular ? null : irregularInterest(loan) }
}

function irregularInterest(loan: Loan): Fen | null {
  const { disbursedOn: from, firstDueOn: to } = loan
  const months = wholeMonths(loan, from, to)
  return months === 1 ? null : periodInterest(loan, loan.principal, { from, to, months })
}

/** By instalment; null where there are none. */
const feesOf = (loan: Loan, term: number): readonly Fen[] | null =>
  loan.fees.length === 0
    ? null
    : feesByDueDate(
        loan.fees,
        Array.from({ length: term }, (_, index) => dueDate(loan, index + 1)),
      )

const feeOf = (fees: readonly Fen[] | null, n: number): Fen =>
  fees === null ? ZERO_FEN : (fees[n - 1] ?? ZERO_FEN)
