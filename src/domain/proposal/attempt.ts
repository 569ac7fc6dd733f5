import type { CalendarDate } from '../kernel/index.ts'
import { allPayments, largestMonthly, paidByMonth } from './cash.ts'
import { longestTerm, type Debt } from './debt.ts'
import type { Household } from './household.ts'
import { keepPaying } from './loan-proposal.ts'
import { firstPayDate } from './pay-dates.ts'
import type { Concession, LoanProposal } from './types.ts'

/** One way to try an arrangement: what is asked, when payments begin, who is asked. */
export interface Attempt {
  readonly concession: Concession
  readonly firstOn: CalendarDate
  readonly asked: readonly Debt[]
  readonly kept: readonly LoanProposal[]
}

/** Payments may be put off by this many months before more is asked for. */
const LONGEST_DEFERRAL = 6

/** Late fees and penalty waived before interest is touched; principal is never asked for here. */
const ASKS = [1, 3, 4] as const

/**
 * All ways to try, the least concession first: a longer term, then the same put off, then penalty
 * and late fees waived, then interest stopped. Each first with the loans that are not late kept to
 * their contract, then with every creditor asked.
 */
export function attempts(debts: readonly Debt[], household: Household): readonly Attempt[] {
  const { on, dayOfMonth } = household
  const delays = Array.from({ length: LONGEST_DEFERRAL + 1 }, (_, months) => months)
  const scopes = [lateOnly(debts), everyone(debts)].filter(
    (asked, index, all) =>
      asked.length > 0 && (index === 0 || asked.length > (all[0]?.length ?? 0)),
  )
  const withKept = scopes.map((asked) => ({
    asked,
    kept: debts.filter((debt) => !asked.includes(debt)).map((debt) => keepPaying(debt, on)),
  }))
  return ASKS.flatMap((ask) =>
    delays.flatMap((delay) =>
      withKept.map((scope) => ({
        concession: delay === 0 ? ask : (Math.max(ask, 2) as Concession),
        firstOn: firstPayDate(dayOfMonth, on, delay),
        ...scope,
      })),
    ),
  )
}

const everyone = (debts: readonly Debt[]): readonly Debt[] =>
  debts.filter(({ rule }) => rule !== null)

const lateOnly = (debts: readonly Debt[]): readonly Debt[] =>
  everyone(debts).filter(({ isLate }) => isLate)

/** The longest term that every asked creditor could be asked for. */
export const longestOf = ({ asked }: Attempt): number => Math.min(...asked.map(longestTerm))

/**
 * What the asked creditors can be paid together each month over 1, 2, … months: no more than is
 * affordable beside the loans kept to their contract, and never so much that cash closes below the
 * reserve.
 */
export function monthlyRooms(attempt: Attempt, household: Household): readonly number[] {
  const { firstOn, kept } = attempt
  const payments = allPayments(kept)
  const beside = [...paidByMonth(payments).values()]
  const affordable = household.monthly.affordable - Math.max(0, ...beside)
  const longest = longestOf(attempt)
  return largestMonthly(household, payments, { firstOn, longest }).map((bearable) =>
    Math.min(affordable, bearable),
  )
}
