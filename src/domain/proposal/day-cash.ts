import { monthlyBudget, occurrences } from '../budget/index.ts'
import type { Budget } from '../case/index.ts'
import { addDays, dayNumber, daysBetween, type CalendarDate } from '../kernel/index.ts'

/** Cash at the end of each day when no creditor is paid. */
export interface DayCash {
  readonly on: CalendarDate
  /** Index = days since `on`; what moves on `on` itself has moved already. */
  readonly cash: readonly number[]
  /**
   * What may have been paid to creditors by then: money beyond the reserve today, what is affordable
   * month by month, and single incomes. What is not used in one month stays for later ones.
   */
  readonly allowed: readonly number[]
}

/** A household's cash day by day, for as many days as are asked for. */
export function dayCash(budget: Budget, on: CalendarDate, days: number): DayCash {
  const stretch = { from: addDays(on, 1), to: addDays(on, days) }
  const moves = new Array<number>(days + 1).fill(0)
  const single = new Array<number>(days + 1).fill(0)
  const start = dayNumber(on)
  const add = (list: number[], day: CalendarDate, amount: number): void => {
    const index = dayNumber(day) - start
    list[index] = (list[index] ?? 0) + amount
  }
  for (const income of budget.incomes) {
    for (const day of occurrences(income, stretch)) {
      add(moves, day, income.amount)
      if (income.every === 'once') add(single, day, income.amount)
    }
  }
  for (const expense of budget.expenses) {
    for (const day of occurrences(expense, stretch)) add(moves, day, -expense.amount)
  }
  return { on, cash: runningSum(budget.cash, moves), allowed: allowedByDay(budget, on, single) }
}

function runningSum(from: number, moves: readonly number[]): readonly number[] {
  let sum = from
  return moves.map((move) => (sum += move))
}

function allowedByDay(
  budget: Budget,
  on: CalendarDate,
  single: readonly number[],
): readonly number[] {
  const { affordable } = monthlyBudget(budget, on)
  const spare = Math.max(0, budget.cash - budget.reserve)
  const stretch = { from: addDays(on, 1), to: addDays(on, single.length) }
  const begins = new Set(occurrences(FIRST_OF_MONTH, stretch).map((day) => dayIndex({ on }, day)))
  let [once, months] = [0, 0]
  return single.map((amount, index) => {
    once += amount
    if (begins.has(index)) months += 1
    return spare + once + Math.max(1, months) * affordable
  })
}

const FIRST_OF_MONTH = { every: 'month', day: 1, from: null, until: null } as const

/**
 * The most that may have been paid in all by each day so that cash stays at or above the reserve from
 * then on up to the last day. Never falls; 0 up to a day on which the household's own bills take it
 * below the reserve, since nothing can be promised before that day.
 */
export function roomByDay({ cash, allowed }: DayCash, reserve: number, last: number): number[] {
  const rooms = new Array<number>(last + 1).fill(0)
  let least = Number.POSITIVE_INFINITY
  for (let day = last; day >= 0; day -= 1) {
    least = Math.min(least, (cash[day] ?? 0) - reserve, allowed[day] ?? 0)
    rooms[day] = Math.max(0, least)
  }
  return rooms
}

export const dayIndex = ({ on }: Pick<DayCash, 'on'>, day: CalendarDate): number =>
  daysBetween(on, day)
