import type { Loan, Payment } from '../case/index.ts'
import { addDays, type CalendarDate } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'

/**
 * The day on which a loan's last default ended: the day of the payment after which nothing was overdue
 * any more, since credit records count from there. Null while something is overdue, or where nothing
 * ever was. By the payments that were entered, and no others.
 */
export function defaultEnded(
  loan: Loan,
  payments: readonly Payment[],
  on: CalendarDate,
): CalendarDate | null {
  const isLate = (day: CalendarDate): boolean => replayLoan(loan, payments, day).overdueDays > 0
  if (isLate(on)) return null
  const days = payments.filter((payment) => payment.loan === loan.id && payment.on <= on)
  return (
    [...new Set(days.map((payment) => payment.on))]
      .toSorted()
      .findLast((day) => isLate(addDays(day, -1)) && !isLate(day)) ?? null
  )
}
