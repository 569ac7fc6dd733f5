import { occurrences } from '../budget/index.ts'
import type { Budget } from '../case/index.ts'
import { addDays, dayNumber, daysBetween, type CalendarDate } from '../kernel/index.ts'

/** Why a day is the one to pay on. */
export type TimingReason = 'due-day' | 'weekend' | 'pay-arrives' | 'before-pay'

/** When an instalment is best paid, and from which pay. */
export interface PayTiming {
  readonly payOn: CalendarDate
  readonly reason: TimingReason
  /** The pay that comes next after it, where it comes within the week after the due date; else null. */
  readonly nextPayOn: CalendarDate | null
  /** The last pay before it, from which the money is put aside where it falls before the next; else null. */
  readonly putAsideOn: CalendarDate | null
}

/** A pay that comes within so many days after a due date makes that date a tight one. */
const DAYS_BEFORE_PAY = 7
/** No pay is further off than this: a quarter has one. */
const LONGEST_WAIT = 93

/**
 * When to pay an instalment so that it counts by its due date. A due date is never moved: it is what
 * was agreed.
 * - `weekend`: it falls on a Saturday or Sunday, on which a transfer may not be booked: pay on the
 *   Friday before. There is no table of public holidays and of working days moved to weekends, so
 *   those are the person's to check.
 * - `pay-arrives`: pay comes between that Friday and the due date: pay on the day it comes.
 * - `before-pay`: pay comes only in the week after: the money is put aside from the pay before.
 */
export function whenToPay(dueOn: CalendarDate, budget: Budget): PayTiming {
  const weekday = weekdayOf(dueOn)
  const friday = addDays(dueOn, weekday === SATURDAY ? -1 : weekday === SUNDAY ? -2 : 0)
  const pays = payDays(budget, addDays(friday, -LONGEST_WAIT), addDays(dueOn, DAYS_BEFORE_PAY))
  const arriving = pays.findLast((pay) => pay > friday && pay <= dueOn)
  const nothing = { nextPayOn: null, putAsideOn: null }
  if (arriving !== undefined) return { payOn: arriving, reason: 'pay-arrives', ...nothing }
  const nextPayOn = pays.find((pay) => pay > dueOn) ?? null
  const putAsideOn = pays.findLast((pay) => pay <= friday) ?? null
  const isTight =
    nextPayOn !== null && putAsideOn !== null && isNearer(dueOn, nextPayOn, putAsideOn)
  if (isTight) return { payOn: friday, reason: 'before-pay', nextPayOn, putAsideOn }
  return { payOn: friday, reason: friday === dueOn ? 'due-day' : 'weekend', ...nothing }
}

/** Whether the next pay is nearer than the last: a weekly wage is never far. */
const isNearer = (on: CalendarDate, next: CalendarDate, last: CalendarDate): boolean =>
  daysBetween(on, next) < daysBetween(last, on)

/** The days on which regular income comes in, in order. */
const payDays = ({ incomes }: Budget, from: CalendarDate, to: CalendarDate): CalendarDate[] =>
  incomes
    .filter(({ every, amount }) => every !== 'once' && amount > 0)
    .flatMap((income) => occurrences(income, { from, to }))
    .sort()

const [SUNDAY, SATURDAY] = [0, 6]

/** 0 = Sunday … 6 = Saturday. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: CalendarDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7
