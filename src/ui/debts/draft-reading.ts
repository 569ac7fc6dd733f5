import type { Creditor, Loan } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'

/** What a form is read with: what it changes, the day, ids and the note on payments it makes. */
export interface DraftReading {
  readonly loan: Loan | null
  readonly creditors: readonly Creditor[]
  readonly on: CalendarDate
  readonly newId: () => string
  readonly paidNote: string
}
