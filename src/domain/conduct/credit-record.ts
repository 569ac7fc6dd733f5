import { addDays, addMonths, daysBetween, type CalendarDate } from '../kernel/index.ts'
import type { WeighedCitation } from './types.ts'

/** How a jurisdiction keeps negative entries, and how they are disputed. */
export interface CreditRecordRules {
  /** Years from the end of the default after which an entry is deleted. */
  readonly keepYears: number
  /** Days for the answer to a dispute. */
  readonly disputeDays: number
  /** Days for the answer of the authority to a complaint, from acceptance. */
  readonly complaintDays: number
  readonly freeReportsPerYear: number
  readonly sources: readonly WeighedCitation[]
}

export interface LoanRecord {
  /** Whether the lender reports to the bureau; null = not known. */
  readonly reported: boolean | null
  /** Running: the default goes on and the years have not begun. Kept: they run. Gone: to be deleted. */
  readonly state: 'not-late' | 'running' | 'kept' | 'gone'
  /** The last day on which the entry may be kept; null while the default goes on. */
  readonly keptUntil: CalendarDate | null
  readonly daysLeft: number | null
}

/**
 * What stands in the credit record because of a loan. The years are counted from the day the default
 * ended, which is the day of the last overdue payment, and end with the same day of the calendar.
 */
export function loanRecord(
  about: {
    readonly reported: boolean | null
    readonly overdueDays: number
    /** The day the default ended, or will end by a plan; null = it has not, or there was none. */
    readonly endedOn: CalendarDate | null
    readonly on: CalendarDate
  },
  { keepYears }: CreditRecordRules,
): LoanRecord {
  const { reported, overdueDays, endedOn, on } = about
  if (endedOn === null) {
    const state = overdueDays > 0 ? 'running' : 'not-late'
    return { reported, state, keptUntil: null, daysLeft: null }
  }
  const keptUntil = addMonths(endedOn, keepYears * 12)
  if (on < endedOn) return { reported, state: 'running', keptUntil, daysLeft: null }
  const daysLeft = Math.max(0, daysBetween(on, keptUntil))
  return { reported, state: on <= keptUntil ? 'kept' : 'gone', keptUntil, daysLeft }
}

/** By when a dispute, or a complaint to the authority, is to be answered. */
export const answerDue = (
  { disputeDays, complaintDays }: CreditRecordRules,
  request: { readonly kind: 'dispute' | 'complaint'; readonly on: CalendarDate },
): CalendarDate => addDays(request.on, request.kind === 'dispute' ? disputeDays : complaintDays)
