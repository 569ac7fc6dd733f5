import type { CalendarDate } from '../../domain/kernel/index.ts'
import type { Proposal } from '../../domain/proposal/index.ts'

export interface LongestWait {
  /** When the last of the loans is paid off; null = never. */
  readonly until: CalendarDate | null
  /** Whose loans these are. */
  readonly loans: readonly string[]
}

/** Which loans are paid off last, and when: what is never paid off waits longest of all. */
export function longestWait({ perLoan }: Pick<Proposal, 'perLoan'>): LongestWait {
  const never = perLoan.filter(({ closes }) => closes === null)
  if (never.length > 0) return { until: null, loans: never.map(({ loan }) => loan) }
  const until = perLoan.reduce<CalendarDate | null>(
    (last, { closes }) => (last === null || (closes ?? last) > last ? closes : last),
    null,
  )
  return {
    until,
    loans: perLoan.filter(({ closes }) => closes === until).map(({ loan }) => loan),
  }
}
