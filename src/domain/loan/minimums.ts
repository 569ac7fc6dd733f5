import type { Loan, Payment } from '../case/index.ts'
import {
  addDays,
  maxFen,
  minFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { owedIn } from './account.ts'
import { dueDate } from './due-date.ts'
import { dropPaid, unpaidRows, type LateBook } from './late-book.ts'
import { minimumDue } from './revolving-schedule.ts'
import type { Buckets, Instalment } from './types.ts'

/**
 * Whether revolving credit bears no interest: until the first due date and its grace days are over,
 * and for good where everything was paid by then. Otherwise it does so from the transaction date.
 */
export function isInterestFree(
  loan: Loan,
  payments: readonly Payment[],
  on: CalendarDate,
): boolean {
  const deadline = addDays(loan.firstDueOn, loan.graceDays)
  if (on <= deadline) return true
  const inTime = payments.filter((payment) => payment.on <= deadline)
  return sumFen(inTime.map(({ amount }) => amount)) >= loan.principal
}

/** Counts a payment towards the minimums that are unpaid, oldest first. Returns what is left of it. */
export function payMinimums(book: LateBook, money: Fen): Fen {
  let left = money
  for (const row of unpaidRows(book)) {
    const part = minFen(left, row.principal)
    row.principal = subtractFen(row.principal, part)
    left = subtractFen(left, part)
  }
  dropPaid(book)
  return left
}

/** The next minimum, as it would be asked for today. */
export function nextMinimum({
  loan,
  account: { balance },
  dueCount,
  paidAhead,
}: {
  readonly loan: Loan
  readonly account: { readonly balance: Buckets }
  readonly dueCount: number
  readonly paidAhead: Fen
}): Instalment {
  const asked = minimumDue(loan, owedIn(balance))
  const payment = maxFen(ZERO_FEN, subtractFen(asked, paidAhead))
  const interest = minFen(payment, balance.interest)
  const principal = subtractFen(payment, interest)
  return {
    n: dueCount + 1,
    dueOn: dueDate(loan, dueCount + 1),
    principal,
    interest,
    fees: ZERO_FEN,
    payment,
    balance: maxFen(ZERO_FEN, subtractFen(balance.principal, principal)),
  }
}
