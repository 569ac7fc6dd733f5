import type { Loan, Payment } from '../case/index.ts'
import {
  daysBetween,
  maxFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
} from '../kernel/index.ts'
import { NOTHING, owedIn } from './account.ts'
import { isRevolving } from './contract-rows.ts'
import { replayInstalments, type Replayed } from './replay-instalments.ts'
import { replayRevolving } from './replay-revolving.ts'
import { withReversals } from './reversals.ts'
import { buildSchedule } from './schedule.ts'
import { overdueStage } from './stage.ts'
import type { LoanState } from './types.ts'

/**
 * A loan as it stands on a day, by replaying its contract and the payments up to that day (both
 * included). Payments of other loans and later ones are passed over. A loan whose schedule can't be
 * computed owes its principal less what was paid; one that is not paid out yet owes nothing.
 *
 * Overdue days count from the oldest unpaid due date, once its grace days are over. A freeze stops
 * charges, not that count: what was due stays due, and lenders class a debt by its age.
 */
export function replayLoan(loan: Loan, payments: readonly Payment[], on: CalendarDate): LoanState {
  const own = payments.filter((payment) => payment.loan === loan.id && payment.on <= on)
  const { replayed, counting } = withReversals(own, on, (kept, day) => replay(loan, kept, day))
  const { principal, interest, penalty, fees, credit } = replayed.account.balance
  const owed = owedIn(replayed.account.balance)
  const overdueDays = overdueDaysOn(loan, replayed.oldestUnpaidDueOn, on)
  return {
    on,
    principalOutstanding: principal,
    interestOwed: interest,
    penaltyOwed: penalty,
    feesOwed: fees,
    lateFeesOwed: replayed.lateFees,
    owedNow: maxFen(ZERO_FEN, subtractFen(owed, credit)),
    arrears: replayed.arrears,
    overdueDays,
    stage: overdueStage(overdueDays),
    oldestUnpaidDueOn: replayed.oldestUnpaidDueOn,
    nextDue: replayed.nextDue,
    paidTotal: sumFen(counting.map(({ amount }) => amount)),
    overpaid: replayed.isClosed ? credit : ZERO_FEN,
    ledger: replayed.account.lines,
  }
}

/** The oldest due date is the first to leave its grace: while it is within, nothing is overdue. */
function overdueDaysOn({ graceDays }: Loan, oldest: CalendarDate | null, on: CalendarDate): number {
  const days = oldest === null ? 0 : daysBetween(oldest, on)
  return days > graceDays ? days : 0
}

function replay(loan: Loan, payments: readonly Payment[], on: CalendarDate): Replayed {
  if (on < loan.disbursedOn) return notPaidOut
  if (isRevolving(loan)) return replayRevolving(loan, { payments, on })
  const schedule = buildSchedule(loan)
  const rows = schedule.ok ? schedule.value.instalments : []
  return replayInstalments(loan, rows, { payments, on })
}

const notPaidOut: Replayed = {
  account: { balance: NOTHING, lines: [] },
  arrears: ZERO_FEN,
  lateFees: ZERO_FEN,
  oldestUnpaidDueOn: null,
  nextDue: null,
  isClosed: false,
}
