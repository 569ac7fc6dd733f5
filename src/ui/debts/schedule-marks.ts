import { daysBetween, type CalendarDate } from '../../domain/kernel/index.ts'
import type { LoanState } from '../../domain/loan/index.ts'

export type ScheduleMark = 'paid' | 'overdue' | 'in-grace' | 'today' | 'upcoming'

/**
 * How an instalment stands: payments go to the oldest due date first, so the oldest unpaid one divides
 * them. While its grace days last it can still be paid on time.
 */
export function scheduleMark(
  dueOn: CalendarDate,
  { on, oldestUnpaidDueOn, owedNow }: Pick<LoanState, 'on' | 'oldestUnpaidDueOn' | 'owedNow'>,
  graceDays: number,
): ScheduleMark {
  if (owedNow === 0) return 'paid'
  if (dueOn > on) return 'upcoming'
  if (oldestUnpaidDueOn === null || dueOn < oldestUnpaidDueOn) return 'paid'
  if (dueOn === on) return 'today'
  return daysBetween(dueOn, on) <= graceDays ? 'in-grace' : 'overdue'
}
