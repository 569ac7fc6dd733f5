import type { Loan, Payment } from '../case/index.ts'
import { addDays, addMonths, laterDate, type CalendarDate, type Fen } from '../kernel/index.ts'

/** What happens to an account on a day. On one day: due, then late, then settled, then paid. */
export type AccountEvent =
  | { readonly kind: 'due'; readonly on: CalendarDate; readonly index: number }
  | { readonly kind: 'late'; readonly on: CalendarDate; readonly dueOn: CalendarDate }
  | { readonly kind: 'settled'; readonly on: CalendarDate }
  | { readonly kind: 'paid'; readonly on: CalendarDate; readonly amount: Fen }

const ORDER = { due: 0, late: 1, settled: 2, paid: 3 } as const

/** Events up to a day, in the order in which they happen. */
export const inOrder = (events: readonly AccountEvent[], on: CalendarDate): AccountEvent[] =>
  events
    .filter((event) => event.on <= on)
    .sort((a, b) => (a.on === b.on ? ORDER[a.kind] - ORDER[b.kind] : a.on < b.on ? -1 : 1))

/** A due date, and the day after it on which it counts as missed. */
export const dueEvents = (dueOn: CalendarDate, index: number): AccountEvent[] => [
  { kind: 'due', on: dueOn, index },
  { kind: 'late', on: addDays(dueOn, 1), dueOn },
]

/** The loan's payments; one that is dated before the money was paid out counts from that day. */
export const paymentEvents = (loan: Loan, payments: readonly Payment[]): AccountEvent[] =>
  payments
    .filter((payment) => payment.loan === loan.id)
    .map(({ on, amount }) => ({ kind: 'paid', on: laterDate(on, loan.disbursedOn), amount }))

/** The monthly days after the last due date on which compound charges are added up. */
export function settlementEvents(
  last: CalendarDate,
  dueDay: number,
  on: CalendarDate,
): AccountEvent[] {
  const events: AccountEvent[] = []
  for (let n = 1; ; n += 1) {
    const day = addMonths(last, n, dueDay)
    if (day > on) return events
    events.push({ kind: 'settled', on: day })
  }
}
