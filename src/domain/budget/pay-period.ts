import type { Budget, Income } from '../case/index.ts'
import { addDays, daysBetween, fen, sumFen, type CalendarDate, type Fen } from '../kernel/index.ts'
import { expenseClass, type ExpenseClass } from './budget-parts.ts'
import { monthlyAmount } from './monthly-budget.ts'
import { occurrences, type Stretch } from './occurrences.ts'

/** Money that has to go out on a day: an expense of the budget, or what is owed to a lender by agreement. */
export interface DueItem {
  readonly on: CalendarDate
  readonly amount: Fen
  readonly kind: ExpenseClass | 'loan'
  /** Id of the expense or of the loan. */
  readonly id: string
}

/** The days up to the next pay. */
export interface PayPeriod {
  /** The next day of the main regular income, and all that comes in on it; null = none within two months. */
  readonly nextPay: { readonly on: CalendarDate; readonly amount: Fen } | null
  /** The last day counted: the one before the next pay. */
  readonly until: CalendarDate
  /** What comes in before the next pay: smaller and one-off income. */
  readonly comesIn: Fen
  /** What has to be paid until then, by day, the most pressing first on one day. */
  readonly due: readonly DueItem[]
  readonly dueTotal: Fen
  /** Cash + what comes in − what is due; negative = so much is missing. */
  readonly left: Fen
  /** `left` for each day from the day after `on`, rounded down; 0 where nothing is left. */
  readonly leftPerDay: Fen
  /** The first thing that can't be paid in full from the money at hand; null = all can. */
  readonly short: DueItem | null
}

/** How far ahead one looks where no pay is coming: a month holds every monthly bill once. */
const DAYS_WITHOUT_PAY = 31
/** A yearly pay is too far off to wait for. */
const LONGEST_WAIT = 62

const ORDER: Readonly<Record<DueItem['kind'], number>> = {
  priority: 0,
  essential: 1,
  loan: 2,
  other: 3,
}

/**
 * What has to be paid before the next pay, and what is left of the money at hand then. `on` itself
 * counts as over: its money has moved. What falls on pay day is paid from the pay.
 * @param agreed what is owed to lenders by agreement, any day; only what falls before the pay counts
 */
export function payPeriod(
  budget: Budget,
  on: CalendarDate,
  agreed: readonly DueItem[] = [],
): PayPeriod {
  const ahead = { from: addDays(on, 1), to: addDays(on, LONGEST_WAIT) }
  const nextPay = nextPayOf(budget.incomes, ahead)
  const until = addDays(on, nextPay === null ? DAYS_WITHOUT_PAY : daysBetween(on, nextPay.on) - 1)
  const stretch = { from: ahead.from, to: until }
  const incoming = comingIn(budget.incomes, stretch)
  const due = [...expensesDue(budget, stretch), ...agreed.filter((item) => isIn(stretch, item.on))]
  due.sort(byDayThenPressure)
  const comesIn = sumFen(incoming.map(({ amount }) => amount))
  const dueTotal = sumFen(due.map(({ amount }) => amount))
  const left = fen(budget.cash + comesIn - dueTotal)
  const days = Math.max(1, daysBetween(on, until))
  return {
    nextPay,
    until,
    comesIn,
    due,
    dueTotal,
    left,
    leftPerDay: fen(Math.max(0, Math.floor(left / days))),
    short: firstShort(budget.cash, incoming, due),
  }
}

/** Every expense of a stretch of days on the day on which it falls. */
export const expensesDue = ({ expenses }: Budget, stretch: Stretch): readonly DueItem[] =>
  expenses.flatMap((expense) =>
    occurrences(expense, stretch).map((on) => ({
      on,
      amount: expense.amount,
      kind: expenseClass(expense),
      id: expense.id,
    })),
  )

/** Every income of a stretch of days on the day on which it falls. */
export const comingIn = (
  incomes: readonly Income[],
  stretch: Stretch,
): readonly { readonly on: CalendarDate; readonly amount: Fen }[] =>
  incomes.flatMap((income) =>
    occurrences(income, stretch).map((on) => ({ on, amount: income.amount })),
  )

/** By day; on one day what presses most first: priority debts, essentials, agreed payments, the rest. */
export const byDayThenPressure = (a: DueItem, b: DueItem): number =>
  a.on === b.on ? ORDER[a.kind] - ORDER[b.kind] : a.on < b.on ? -1 : 1

/** The next day of the main income, the one that brings most in an average month, and all that comes in on it. */
function nextPayOf(incomes: readonly Income[], ahead: Stretch): PayPeriod['nextPay'] {
  const main = incomes
    .filter(({ every, amount }) => every !== 'once' && amount > 0)
    .map((income) => ({
      monthly: monthlyAmount(income.amount, income.every),
      on: occurrences(income, ahead)[0],
    }))
    .filter((income) => income.on !== undefined)
    .reduce<{ monthly: Fen; on?: CalendarDate | undefined } | null>(
      (most, income) => (most === null || income.monthly > most.monthly ? income : most),
      null,
    )
  const on = main?.on
  if (on === undefined) return null
  return { on, amount: sumFen(comingIn(incomes, { from: on, to: on }).map(({ amount }) => amount)) }
}

const isIn = ({ from, to }: Stretch, on: CalendarDate): boolean => on >= from && on <= to

function firstShort(
  cash: Fen,
  incoming: readonly { readonly on: CalendarDate; readonly amount: Fen }[],
  due: readonly DueItem[],
): DueItem | null {
  let spent = 0
  for (const item of due) {
    spent += item.amount
    const had =
      cash + sumFen(incoming.filter(({ on }) => on <= item.on).map(({ amount }) => amount))
    if (spent > had) return item
  }
  return null
}
