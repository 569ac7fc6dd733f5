import type { Case, Payment } from '../case/index.ts'
import {
  addDays,
  addMonths,
  earlierDate,
  firstOfMonth,
  lastOfMonth,
  subtractFen,
  sumFen,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { planProgress } from './plan-progress.ts'
import type { PlanInstalmentState } from './types.ts'

/** One loan in a month. */
export interface LoanMonth {
  readonly loan: string
  /** What was owed when the month began, and when it ended (or today). */
  readonly opening: Fen
  readonly closing: Fen
  readonly paid: Fen
  /** closing − opening + paid: interest, fees and charges of the month, less what was waived. */
  readonly charged: Fen
}

export interface MonthReview {
  readonly from: CalendarDate
  /** The month's last day, or today while it runs. */
  readonly to: CalendarDate
  readonly loans: readonly LoanMonth[]
  readonly payments: readonly Payment[]
  readonly planned: Fen
  readonly paid: Fen
  /** Instalments that fall due in the month after and are not wholly paid yet. */
  readonly next: readonly PlanInstalmentState[]
}

/** A month of a case looked back on. Payments that were taken back by its end are not in it. */
export function monthReview(facts: Case, month: CalendarDate, today: CalendarDate): MonthReview {
  const from = firstOfMonth(month)
  const to = earlierDate(lastOfMonth(month), today)
  const payments = facts.payments
    .filter(({ on }) => on >= from && on <= to)
    .filter(({ reversedOn }) => reversedOn === null || reversedOn > to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const loans = facts.loans
    .filter(({ disbursedOn }) => disbursedOn <= to)
    .map((loan): LoanMonth => {
      const opening = replayLoan(loan, facts.payments, addDays(from, -1)).owedNow
      const closing = replayLoan(loan, facts.payments, to).owedNow
      const own = payments.filter((payment) => payment.loan === loan.id)
      const paid = sumFen(own.map(({ amount }) => amount))
      return {
        loan: loan.id,
        opening,
        closing,
        paid,
        charged: sumFen([subtractFen(closing, opening), paid]),
      }
    })
  const instalments = planProgress(facts, to)?.instalments ?? []
  const [nextFrom, nextTo] = [addMonths(from, 1, 1), lastOfMonth(addMonths(from, 1, 1))]
  return {
    from,
    to,
    loans,
    payments,
    planned: sumFen(
      instalments.flatMap(({ dueOn, amount }) => (dueOn >= from && dueOn <= to ? [amount] : [])),
    ),
    paid: sumFen(payments.map(({ amount }) => amount)),
    next: instalments.filter(
      ({ dueOn, status }) => dueOn >= nextFrom && dueOn <= nextTo && status !== 'paid',
    ),
  }
}
