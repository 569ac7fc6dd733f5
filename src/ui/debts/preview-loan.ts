import { subtractFen, type CalendarDate, type Fen } from '../../domain/kernel/index.ts'
import { loanCost, type LoanCost } from '../../domain/cost/index.ts'
import { buildSchedule } from '../../domain/loan/index.ts'
import type { LoanDraft } from './loan-draft.ts'
import { readLoanDraft } from './read-loan-draft.ts'

export interface LoanPreview {
  /** The first instalment, charges included. */
  readonly payment: Fen
  readonly instalments: number
  readonly totalPayment: Fen
  /** What is paid beyond what was received. */
  readonly extra: Fen
  readonly cost: LoanCost
}

/** What the terms come to, as soon as they are complete; who lends does not matter for it. */
export function previewLoan(
  draft: LoanDraft,
  on: CalendarDate,
): LoanPreview | 'never-clears' | null {
  const lender = { ...draft.lender, choice: 'preview', name: 'preview', kind: 'other' as const }
  const reading = readLoanDraft(
    { ...draft, lender, paid: 'none', paidCount: null },
    { loan: null, creditors: [], on, newId: () => 'preview', paidNote: '' },
  )
  if (!reading.ok) return null
  const { loan } = reading.value
  const schedule = buildSchedule(loan)
  if (!schedule.ok) return schedule.problem === 'never-clears' ? 'never-clears' : null
  const first = schedule.value.instalments[0]
  if (first === undefined) return null
  const { instalments, totalPayment } = schedule.value
  return {
    payment: first.payment,
    instalments: instalments.length,
    totalPayment,
    extra: subtractFen(totalPayment, loan.received),
    cost: loanCost(loan),
  }
}
