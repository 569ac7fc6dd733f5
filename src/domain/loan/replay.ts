import type { Loan, Payment } from '../case/index.ts'
import {
  daysBetween,
  maxFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
} from '../kernel/index.ts'
import { owedIn } from './account.ts'
import { replayInstalments, type Replayed } from './replay-instalments.ts'
import { replayRevolving } from './replay-revolving.ts'
import { buildSchedule } from './schedule.ts'
import { overdueStage } from './stage.ts'
import type { LoanState } from './types.ts'

/**
 * A loan as it stands on a day, by replaying its contract and the payments up to that day (both
 * included). Payments of other loans and later ones are passed over. A loan whose schedule can't be
 * computed owes its principal less what was paid; one that is not paid out yet owes nothing.
 */
export function replayLoan(loan: Loan, payments: readonly Payment[], on: CalendarDate): LoanState {
  const own = payments.filter((payment) => payment.loan === loan.id && payment.on <= on)
  const paidTotal = sumFen(own.map(({ amount }) => amount))
  const replayed = replay(loan, own, on)
  const { principal, interest, penalty, fees, credit } = replayed.account.balance
  const owed = owedIn(replayed.account.balance)
  const oldest = replayed.oldestUnpaidDueOn
  const overdueDays = oldest === null ? 0 : Math.max(0, daysBetween(oldest, on))
  return {
    on,
    principalOutstanding: principal,
    interestOwed: interest,
    penaltyOwed: penalty,
    feesOwed: fees,
    owedNow: maxFen(ZERO_FEN, subtractFen(owed, credit)),
    arrears: replayed.arrears,
    overdueDays,
    stage: overdueStage(overdueDays),
    oldestUnpaidDueOn: oldest,
    nextDue: replayed.nextDue,
    paidTotal,
    overpaid: replayed.isClosed ? credit : ZERO_FEN,
    ledger: replayed.account.lines,
  }
}

function replay(loan: Loan, payments: readonly Payment[], on: CalendarDate): Replayed {
  if (on < loan.disbursedOn) return notPaidOut
  const hasOwnRows = loan.schedule !== null && loan.schedule.length > 0
  if (loan.method === 'minimum-payment' && !hasOwnRows) {
    return replayRevolving(loan, { payments, on })
  }
  const schedule = buildSchedule(loan)
  const rows = schedule.ok ? schedule.value.instalments : []
  return replayInstalments(loan, rows, { payments, on })
}

const nothing = {
  principal: ZERO_FEN,
  interest: ZERO_FEN,
  penalty: ZERO_FEN,
  fees: ZERO_FEN,
  credit: ZERO_FEN,
}

const notPaidOut: Replayed = {
  account: { balance: nothing, lines: [] },
  arrears: ZERO_FEN,
  oldestUnpaidDueOn: null,
  nextDue: null,
  isClosed: false,
}
