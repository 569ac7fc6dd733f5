import { budgetMonths, type BudgetMonth } from '../budget/index.ts'
import type { Budget } from '../case/index.ts'
import {
  addDays,
  addFen,
  fen,
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

/**
 * The largest equal amount that can be paid in each of the first 1, 2, … `longest` months from
 * `firstOn` without cash ever closing below the reserve, beside payments already planned. Never
 * rises with the number of months; negative where the reserve is broken without any payment.
 */
export function largestMonthly(
  {
    budget,
    months,
    on,
  }: {
    readonly budget: Budget
    readonly months: readonly BudgetMonth[]
    readonly on: CalendarDate
  },
  kept: readonly DatedAmount[],
  { firstOn, longest }: { readonly firstOn: CalendarDate; readonly longest: number },
): readonly number[] {
  const wait = monthsBetween(addDays(on, 1), firstOn)
  const paid = paidByMonth(kept)
  const rooms: number[] = []
  let [room, most] = [budget.cash - budget.reserve, Number.MAX_SAFE_INTEGER]
  for (const { month, income, expenses } of months.slice(0, wait + longest)) {
    room += income - expenses - (paid.get(month) ?? 0)
    const times = rooms.length + 1 - wait
    most = Math.min(most, times > 0 ? Math.floor(room / times) : room < 0 ? -1 : most)
    rooms.push(most)
  }
  return rooms.slice(wait)
}

/** All payments of several loans together. */
export const allPayments = (
  loans: readonly { readonly payments: readonly DatedAmount[] }[],
): readonly DatedAmount[] => loans.flatMap(({ payments }) => payments)

export const totalOf = (payments: readonly DatedAmount[]): Fen =>
  sumFen(payments.map(({ amount }) => amount))
