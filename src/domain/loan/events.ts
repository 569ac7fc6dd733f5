import type { Loan, Payment } from '../case/index.ts'
import {
  addMonths,
  dateOfDayNumber,
  dayNumber,
  laterDate,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { dayTerms, type DayTerms } from './day-terms.ts'
import { dueDate } from './due-date.ts'

/**
 * What happens to an account on a day. On one day: the terms turn, then it is due, then late, then
 * compound charges are added up, then it is paid.
 */
export type AccountEvent = { readonly on: CalendarDate; readonly day: number } & (
  | { readonly kind: 'turned'; readonly terms: DayTerms }
  | { readonly kind: 'due'; readonly index: number }
  | { readonly kind: 'late'; readonly index: number }
  | { readonly kind: 'settled' }
  | { readonly kind: 'paid'; readonly amount: Fen }
)

const ORDER = { turned: 0, due: 1, late: 2, settled: 3, paid: 4 } as const

/** Events in the order in which they happen. */
export const inOrder = (events: AccountEvent[]): readonly AccountEvent[] =>
  events.sort((a, b) => a.day - b.day || ORDER[a.kind] - ORDER[b.kind])

/**
 * Due dates up to a day, and for each the day on which it counts as missed: the first one after
 * the grace days.
 */
export function dueEvents(
  rows: readonly { readonly dueOn: CalendarDate }[],
  { graceDays, penalty }: Pick<Loan, 'graceDays' | 'penalty'>,
  until: number,
): AccountEvent[] {
  const events: AccountEvent[] = []
  // Without grace and late fee nothing happens on the day after: the row is late by itself.
  const hasLateDay = graceDays > 0 || penalty?.lateFee != null
  for (const [index, { dueOn: on }] of rows.entries()) {
    const day = dayNumber(on)
    if (day > until) continue
    events.push({ kind: 'due', on, day, index })
    const late = day + graceDays + 1
    if (hasLateDay && late <= until)
      events.push({ kind: 'late', on: dateOfDayNumber(late), day: late, index })
  }
  return events
}

/** The due dates of revolving credit up to a day. */
export function monthlyDueDates(loan: Loan, on: CalendarDate): readonly CalendarDate[] {
  const dates: CalendarDate[] = []
  for (let n = 1; ; n += 1) {
    const dueOn = dueDate(loan, n)
    if (dueOn > on) return dates
    dates.push(dueOn)
  }
}

/** Payments of a loan; one that is dated before the money was paid out counts from that day. */
export const paymentEvents = (loan: Loan, payments: readonly Payment[]): AccountEvent[] =>
  payments.map((payment) => {
    const on = laterDate(payment.on, loan.disbursedOn)
    return { kind: 'paid', on, day: dayNumber(on), amount: payment.amount }
  })

/** The days on which the terms turn, the first day left out. */
export const turnEvents = (loan: Loan, until: number): AccountEvent[] =>
  dayTerms(loan)
    .slice(1)
    .filter(({ since }) => since <= until)
    .map((terms) => ({
      kind: 'turned',
      on: dateOfDayNumber(terms.since),
      day: terms.since,
      terms,
    }))

/** The monthly days after the last due date on which compound charges are added up. */
export function settlementEvents(loan: Loan, last: CalendarDate, on: CalendarDate): AccountEvent[] {
  const events: AccountEvent[] = []
  if (loan.penalty?.compound !== true) return events
  for (let n = 1; ; n += 1) {
    const next = addMonths(last, n, loan.dueDay)
    if (next > on) return events
    events.push({ kind: 'settled', on: next, day: dayNumber(next) })
  }
}
