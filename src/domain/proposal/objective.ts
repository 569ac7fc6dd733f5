import { monthsBetween, type CalendarDate } from '../kernel/index.ts'
import { allPayments, paidByMonth } from './cash.ts'
import type { LoanProposal, Proposal } from './types.ts'

/**
 * What the exact answers aim at on the same terms: the least total; the end of the last debt as early as
 * possible; the largest month as small as possible; the creditors' claims going down side by side.
 * Where two are equal in that, the lesser total decides.
 */
export const OBJECTIVES = ['least-paid', 'earliest-clear', 'lowest-monthly', 'fairest'] as const
export type Objective = (typeof OBJECTIVES)[number]

const FEN_IN_YUAN = 100
/** Shares that differ by less than a twentieth of a claim count as equal: a month's interest is of that order. */
const FINEST_SHARE = 20

/**
 * How far some parts are from an objective: the less the better. Months, whole yuan or twentieths, so
 * that rounding to the fen decides nothing; 0 where the total alone decides.
 */
export function measureOf(objective: Objective, perLoan: readonly LoanProposal[]): number {
  if (objective === 'earliest-clear') return lastMonth(perLoan)
  if (objective === 'lowest-monthly') {
    const heaviest = Math.max(0, ...paidByMonth(allPayments(perLoan)).values())
    return Math.floor((heaviest + FEN_IN_YUAN / 2) / FEN_IN_YUAN)
  }
  return objective === 'fairest' ? Math.floor(unfairness(perLoan) * FINEST_SHARE) : 0
}

/** Orders proposals: the least that is asked, then the objective, then the total. */
export const byObjective =
  (objective: Objective) =>
  (a: Proposal, b: Proposal): number =>
    a.concession - b.concession ||
    measureOf(objective, a.perLoan) - measureOf(objective, b.perLoan) ||
    a.totalPaid - b.totalPaid

/** The day from which months are counted; only differences matter. */
const EPOCH = '2000-01-01' as CalendarDate

const lastMonth = (perLoan: readonly LoanProposal[]): number =>
  Math.max(0, ...perLoan.map(({ closes }) => (closes === null ? 0 : monthsBetween(EPOCH, closes))))

/** The widest gap, over all months, between the parts of two claims that are still owed, 0–1. */
function unfairness(perLoan: readonly LoanProposal[]): number {
  const shares = perLoan.map(shareLeft)
  const months = new Set(shares.flatMap((share) => [...share.keys()]))
  let widest = 0
  const now = shares.map(() => 1)
  for (const month of [...months].sort((a, b) => a - b)) {
    shares.forEach((share, index) => (now[index] = share.get(month) ?? now[index] ?? 1))
    widest = Math.max(widest, Math.max(...now) - Math.min(...now))
  }
  return widest
}

/** The part of a loan's claim that is left at the end of each month with a payment. */
function shareLeft({ payments, balances }: LoanProposal): ReadonlyMap<number, number> {
  const first = (balances[0]?.amount ?? 0) + (payments[0]?.amount ?? 0)
  return new Map(
    balances.map(({ on, amount }) => [monthsBetween(EPOCH, on), amount / Math.max(1, first)]),
  )
}
