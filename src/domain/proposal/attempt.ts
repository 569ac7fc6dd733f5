import type { CalendarDate } from '../kernel/index.ts'
import { allPayments, largestMonthly, paidByMonth } from './cash.ts'
import { ASK_STEPS, askedOf, changesAnything, type Asked, type AskStep } from './ask-bounds.ts'
import { isAskable, type Debt } from './debt.ts'
import type { Household } from './household.ts'
import { keepPaying } from './loan-proposal.ts'
import { firstPayDate } from './pay-dates.ts'
import type { Concession, LoanProposal } from './types.ts'

/** One way to try an arrangement: what is asked, when payments begin, who is asked. */
export interface Attempt extends AskStep {
  readonly firstOn: CalendarDate
  readonly asked: readonly Debt[]
  readonly kept: readonly LoanProposal[]
}

/**
 * All ways to try, the least concession first: a longer term, then the same put off, then penalty
 * and late fees waived, then interest cut to the rates of the pack or the person's own, then interest
 * stopped. Each first with the loans that are not late kept to their contract, then with every
 * creditor asked; never further than the pack's arrangements allow.
 */
export function attempts(debts: readonly Debt[], household: Household): readonly Attempt[] {
  const { on, dayOfMonth } = household
  const scopes = [lateOnly(debts), everyone(debts)].filter(
    (asked, index, all) =>
      asked.length > 0 && (index === 0 || asked.length > (all[0]?.length ?? 0)),
  )
  const withKept = scopes.map((asked) => ({
    asked,
    kept: debts.filter((debt) => !asked.includes(debt)).map((debt) => keepPaying(debt, on)),
    delay: longestDelay(asked),
    bounds: asked.map(({ bounds }) => bounds),
  }))
  const longest = Math.max(0, ...withKept.map(({ delay }) => delay))
  const delays = Array.from({ length: longest + 1 }, (_, months) => months)
  return ASK_STEPS.flatMap((step) =>
    delays.flatMap((delay) =>
      withKept
        .filter((scope) => delay <= scope.delay && changesAnything(scope.bounds, step))
        .map(({ asked, kept }) => ({
          ...step,
          concession: delay === 0 ? step.concession : (Math.max(step.concession, 2) as Concession),
          isPutOff: delay > 0,
          firstOn: firstPayDate(dayOfMonth, on, delay),
          asked,
          kept,
        })),
    ),
  )
}

const everyone = (debts: readonly Debt[]): readonly Debt[] => debts.filter(isAskable)

const lateOnly = (debts: readonly Debt[]): readonly Debt[] =>
  everyone(debts).filter(({ isLate }) => isLate)

/** The months by which payments to all of them may be put off. */
const longestDelay = (asked: readonly Debt[]): number =>
  Math.min(...asked.map(({ bounds }) => bounds.delay))

/** What an attempt asks of one loan's creditor. */
export const askedUnder = (attempt: Attempt, { bounds }: Debt): Asked => askedOf(bounds, attempt)

/** The longest term that every asked creditor could be asked for. */
export const longestOf = ({ asked }: Attempt): number =>
  Math.min(...asked.map(({ bounds }) => bounds.term))

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
