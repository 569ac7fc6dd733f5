import type { Budget } from '../case/index.ts'
import { addDays, addMonths, type CalendarDate } from '../kernel/index.ts'

/** Two weeks let a creditor answer before the first payment falls due. */
const DAYS_TO_ANSWER = 14
/** A little after pay day, so that a late wage does not break the promise. */
const DAYS_AFTER_PAY = 2
const USUAL_DAY = 15
/** Every month has it. */
const LAST_SAFE_DAY = 28

/** The day of the month to pay on: shortly after the largest monthly income, else the 15th. */
export function payDayOfMonth(budget: Budget): number {
  const main = budget.incomes
    .filter(({ every, day }) => every === 'month' && day !== null)
    .reduce<Budget['incomes'][number] | null>(
      (largest, income) => (largest === null || income.amount > largest.amount ? income : largest),
      null,
    )
  const day = main?.day ?? null
  return day === null ? USUAL_DAY : Math.min(LAST_SAFE_DAY, day + DAYS_AFTER_PAY)
}

/** The first payment: that day of the month, at least two weeks from `on`, put off by whole months. */
export function firstPayDate(dayOfMonth: number, on: CalendarDate, putOff: number): CalendarDate {
  const earliest = addDays(on, DAYS_TO_ANSWER)
  const sameMonth = addMonths(earliest, 0, dayOfMonth)
  return addMonths(sameMonth, (sameMonth < earliest ? 1 : 0) + putOff, dayOfMonth)
}

/** The pay days of the coming months, from the day after `on`. */
export function comingPayDays(
  dayOfMonth: number,
  on: CalendarDate,
  count: number,
): readonly CalendarDate[] {
  const sameMonth = addMonths(on, 0, dayOfMonth)
  const wait = sameMonth > on ? 0 : 1
  return Array.from({ length: count }, (_, n) => addMonths(sameMonth, n + wait, dayOfMonth))
}
