import { newPayment, type Loan, type Payment } from '../case/index.ts'
import { earlierDate, type CalendarDate } from '../kernel/index.ts'
import type { Instalment } from './types.ts'

interface PaidEnds {
  readonly loan: Loan
  /** The instalments that were paid, in their order. */
  readonly paid: readonly Instalment[]
  /** The day of the last of them; null = its due date. */
  readonly lastPaidOn: CalendarDate | null
  readonly on: CalendarDate
  readonly newId: () => string
  readonly note: string
}

/**
 * The payments behind instalments that were paid before a loan was entered: each in full on its due
 * date, the last one on its own day. One paid ahead of its day was paid by `on` at the latest.
 */
export const paymentsBefore = ({ loan, paid, lastPaidOn, on, newId, note }: PaidEnds): Payment[] =>
  paid.map(({ dueOn, payment }, index) =>
    newPayment({
      id: newId(),
      loan: loan.id,
      on: earlierDate((index === paid.length - 1 ? lastPaidOn : null) ?? dueOn, on),
      amount: payment,
      note,
    }),
  )
