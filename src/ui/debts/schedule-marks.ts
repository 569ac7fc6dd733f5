import type { CalendarDate } from '../../domain/kernel/index.ts'
import type { LoanState } from '../../domain/loan/index.ts'

export type ScheduleMark = 'paid' | 'overdue' | 'today' | 'upcoming'

/** How an instalment stands: payments go to the oldest due date first, so the oldest unpaid one divides them. */
export function scheduleMark(
  dueOn: CalendarDate,
  { on, oldestUnpaidDueOn, owedNow }: LoanState,
): ScheduleMark {
  if (owedNow === 0) return 'paid'
  if (dueOn > on) return 'upcoming'
  if (oldestUnpaidDueOn === null || dueOn < oldestUnpaidDueOn) return 'paid'
  return dueOn === on ? 'today' : 'overdue'
}
