import { budgetMonths, type BudgetMonth } from '../budget/index.ts'
import type { Budget } from '../case/index.ts'
import {
  addDays,
  addFen,
  addMonths,
  fen,
  lastOfMonth,
  laterDate,
  monthOf,
  monthsBetween,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type CalendarMonth,
  type Fen,
} from '../kernel/index.ts'
import { dayIndex, type DayCash } from './day-cash.ts'
import type { Household } from './household.ts'
import type { CashMonth, DatedAmount } from './types.ts'

/** What is paid to creditors in each month. */
export function paidByMonth(payments: readonly DatedAmount[]): ReadonlyMap<CalendarMonth, Fen> {
  const months = new Map<CalendarMonth, Fen>()
  for (const { on, amount } of payments) {
    const month = monthOf(on)
    months.set(month, addFen(months.get(month) ?? ZERO_FEN, amount))
  }
  return months
}

/**
 * Cash month by month, from the day's cash to the month of the last payment: opening + income −
 * expenses − payments = closing. What moves on the day itself counts as moved already; a payment
 * made on that day does not.
 */
export function cashflow(
  budget: Budget,
  payments: readonly DatedAmount[],
  on: CalendarDate,
): readonly CashMonth[] {
  const last = payments.reduce((latest, payment) => laterDate(latest, payment.on), addDays(on, 1))
  const paid = paidByMonth(payments)
  let opening = budget.cash
  return monthsFrom(budget, on, last).map(({ month, income, expenses }) => {
    const out = paid.get(month) ?? ZERO_FEN
    const closing = fen(opening + income - expenses - out)
    const row = { month, opening, income, expenses, payments: out, closing }
    opening = closing
    return row
  })
}

/** The months from the one of `on`, of which only the days after `on` count: none on its last day. */
function monthsFrom(budget: Budget, on: CalendarDate, last: CalendarDate): readonly BudgetMonth[] {
  const start = addDays(on, 1)
  const months = budgetMonths(budget, start, monthsBetween(start, last) + 1)
  if (monthOf(start) === monthOf(on)) return months
  return [{ month: monthOf(on), income: ZERO_FEN, expenses: ZERO_FEN }, ...months]
}

/** The first month that would close below the reserve, and by how much; null = none. */
export function brokenReserve(
  months: readonly CashMonth[],
  reserve: Fen,
): { readonly month: CalendarMonth; readonly amount: Fen } | null {
  const broken = months.find(({ closing }) => closing < reserve)
  return broken === undefined
    ? null
    : { month: broken.month, amount: subtractFen(reserve, broken.closing) }
}

/** The first day on which payments would take cash below the reserve, and by how much; null = none. Days before any payment are the household's own. */
export function brokenOnDay(
  days: DayCash,
  payments: readonly DatedAmount[],
  reserve: Fen,
): { readonly on: CalendarDate; readonly amount: Fen } | null {
  return firstOver(days, payments, (day) => (days.cash[day] ?? UNKNOWN) - reserve)
}

/** The first day by which more has been paid than is affordable, and how much more; null = none. */
export function overAffordableOn(
  days: DayCash,
  payments: readonly DatedAmount[],
): { readonly on: CalendarDate; readonly amount: Fen } | null {
  return firstOver(days, payments, (day) => days.allowed[day] ?? UNKNOWN)
}

/** Further ahead than a household's days reach: only the months are looked at there. */
const UNKNOWN = Number.POSITIVE_INFINITY

function firstOver(
  days: DayCash,
  payments: readonly DatedAmount[],
  roomOn: (day: number) => number,
): { readonly on: CalendarDate; readonly amount: Fen } | null {
  const paid = paidByDay(days, payments)
  let sum = 0
  for (let day = 0; day < paid.length; day += 1) {
    sum += paid[day] ?? 0
    const over = sum - roomOn(day)
    if (sum > 0 && over > 0) return { on: addDays(days.on, day), amount: fen(over) }
  }
  return null
}

/** What is paid on each day, up to the end of the month of the last payment. */
function paidByDay(days: DayCash, payments: readonly DatedAmount[]): readonly number[] {
  const last = payments.reduce((latest, { on }) => laterDate(latest, on), days.on)
  const paid = new Array<number>(dayIndex(days, lastOfMonth(last)) + 1).fill(0)
  for (const { on, amount } of payments) {
    const day = dayIndex(days, on)
    paid[day] = (paid[day] ?? 0) + amount
  }
  return paid
}

/**
 * The largest equal amount that can be paid on each of the first 1, 2, … `longest` days (a month apart
 * from `firstOn`) without cash ever falling below the reserve on a later day, beside payments already
 * planned. Never rises with the number of payments; negative where the reserve is broken without any.
 */
export function largestMonthly(
  { budget, months, days, on }: Pick<Household, 'budget' | 'months' | 'days' | 'on'>,
  kept: readonly DatedAmount[],
  { firstOn, longest }: { readonly firstOn: CalendarDate; readonly longest: number },
): readonly number[] {
  const isBroken = waitsBelowReserve({ budget, months, on }, kept, firstOn)
  let most = isBroken ? -1 : Number.MAX_SAFE_INTEGER
  const keptByDay = paidByDay(days, kept)
  const rooms: number[] = []
  let [day, keptSoFar] = [0, 0]
  for (let n = 0; n <= longest; n += 1) {
    const next = dayIndex(days, addMonths(firstOn, n))
    for (; day < next; day += 1) {
      keptSoFar += keptByDay[day] ?? 0
      const left = (days.cash[day] ?? 0) - budget.reserve - keptSoFar
      most = Math.min(most, bearable(left, n, keptSoFar))
    }
    if (n > 0) rooms.push(most)
  }
  return rooms
}

/** What each of n payments so far may be where so much is left on a day; before the first only what is kept counts. */
function bearable(left: number, n: number, keptSoFar: number): number {
  if (n > 0) return Math.floor(left / n)
  return keptSoFar > 0 && left < 0 ? -1 : Number.MAX_SAFE_INTEGER
}

/** Whether a month before the first payment closes below the reserve. */
function waitsBelowReserve(
  { budget, months, on }: Pick<Household, 'budget' | 'months' | 'on'>,
  kept: readonly DatedAmount[],
  firstOn: CalendarDate,
): boolean {
  const paid = paidByMonth(kept)
  let room = budget.cash - budget.reserve
  return months.slice(0, monthsBetween(addDays(on, 1), firstOn)).some((each) => {
    room += each.income - each.expenses - (paid.get(each.month) ?? 0)
    return room < 0
  })
}

/** All payments of several loans together. */
export const allPayments = (
  loans: readonly { readonly payments: readonly DatedAmount[] }[],
): readonly DatedAmount[] => loans.flatMap(({ payments }) => payments)

export const totalOf = (payments: readonly DatedAmount[]): Fen =>
  sumFen(payments.map(({ amount }) => amount))
