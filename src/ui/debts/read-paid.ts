import type { Loan, Payment } from '../../domain/case/index.ts'
import type { CalendarDate } from '../../domain/kernel/index.ts'
import { buildSchedule, paymentsBefore, type Instalment } from '../../domain/loan/index.ts'
import type { ProblemList } from './draft-problem.ts'
import type { DraftReading } from './draft-reading.ts'
import type { LoanDraft } from './loan-draft.ts'

interface PaidReading {
  readonly loan: Loan
  readonly reading: DraftReading
  readonly problems: ProblemList
}

/** The instalments that were paid before the loan was entered, as payments; none for a loan that is edited. */
export function readPaid(draft: LoanDraft, { loan, reading, problems }: PaidReading): Payment[] {
  if (reading.loan !== null || !hasPaid(draft)) return []
  const schedule = buildSchedule(loan)
  if (!schedule.ok) {
    problems.add('paid', 'no-schedule')
    return []
  }
  const { instalments } = schedule.value
  const paid = paidInstalments(draft, { instalments, on: reading.on, problems })
  const { on, newId, paidNote: note } = reading
  return paymentsBefore({ loan, paid, lastPaidOn: draft.lastPaidOn, on, newId, note })
}

/** The short form has no choice: a number says it all. */
const hasPaid = ({ entry, paid, paidCount }: LoanDraft): boolean =>
  entry === 'quick' ? paidCount !== null && paidCount !== 0 : paid !== 'none'

interface PaidEnds {
  readonly instalments: readonly Instalment[]
  readonly on: CalendarDate
  readonly problems: ProblemList
}

function paidInstalments(
  { entry, paid, paidCount, lastPaidOn }: LoanDraft,
  { instalments, on, problems }: PaidEnds,
): readonly Instalment[] {
  if (lastPaidOn !== null && lastPaidOn > on) problems.add('lastPaidOn', 'in-future')
  if (entry === 'full' && paid === 'up-to-date')
    return instalments.filter(({ dueOn }) => dueOn <= on)
  if (paidCount === null) problems.add('paidCount', 'required')
  else if (!Number.isInteger(paidCount) || paidCount < 0) problems.add('paidCount', 'out-of-range')
  else if (paidCount > instalments.length) problems.add('paidCount', 'more-than-term')
  return instalments.slice(0, paidCount ?? 0)
}
