import type { Loan, Payment } from '../case/index.ts'
import {
  daysBetween,
  maxFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
} from '../kernel/index.ts'
import {
  countedCharges,
  openRecord,
  type ChargedLateFee,
  type ChargeStretch,
} from './account-record.ts'
import { NOTHING, owedIn } from './account.ts'
import { isRevolving } from './contract-rows.ts'
import { replayInstalments, type Replayed, type ReplayWanted } from './replay-instalments.ts'
import { replayRevolving } from './replay-revolving.ts'
import { stillPaid, withReversals } from './reversals.ts'
import { buildSchedule } from './schedule.ts'
import { overdueStage } from './stage.ts'
import type { LedgerLine, LoanState } from './types.ts'

/**
 * A loan as it stands on a day, by replaying its contract and the payments up to that day (both
 * included). Payments of other loans and later ones are passed over. A loan whose schedule can't be
 * computed owes its principal less what was paid; one that is not paid out yet owes nothing.
 *
 * Overdue days count from the oldest unpaid due date, once its grace days are over. A freeze stops
 * charges, not that count: what was due stays due, and lenders class a debt by its age.
 */
export function replayLoan(loan: Loan, payments: readonly Payment[], on: CalendarDate): LoanState {
  const own = paidBy(loan, payments, on)
  const { replayed, counting } = withReversals(own, on, (kept, day) =>
    replay(loan, { payments: kept, on: day }),
  )
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

/** The payments of a loan up to a day. */
const paidBy = (loan: Loan, payments: readonly Payment[], on: CalendarDate): readonly Payment[] =>
  payments.filter((payment) => payment.loan === loan.id && payment.on <= on)

function replay(loan: Loan, wanted: ReplayWanted): Replayed {
  if (wanted.on < loan.disbursedOn) return notPaidOut
  if (isRevolving(loan)) return replayRevolving(loan, wanted)
  const schedule = buildSchedule(loan)
  return replayInstalments(loan, schedule.ok ? schedule.value.instalments : [], wanted)
}

const notPaidOut: Replayed = {
  account: { balance: NOTHING, lines: [] },
  unpaid: [],
  late: { lateFees: ZERO_FEN, penalty: ZERO_FEN, lateInterest: ZERO_FEN },
  charged: { penalty: ZERO_FEN, interest: ZERO_FEN },
  arrears: ZERO_FEN,
  lateFees: ZERO_FEN,
  oldestUnpaidDueOn: null,
  nextDue: null,
  isClosed: false,
}

/** How the figures of an account came about: the working behind a `LoanState`. */
export interface AccountWorking extends Pick<Replayed, 'unpaid' | 'late' | 'charged'> {
  /** Money that bore penalty or late interest (of revolving credit all interest), oldest first. */
  readonly charges: readonly ChargeStretch[]
  readonly lateFees: readonly ChargedLateFee[]
  /** The lines of the payments that count in the end: one taken back is in none of them. */
  readonly ledger: readonly LedgerLine[]
}

/** Replays a loan once more and writes down what its charges were reckoned on. */
export function accountWorking(
  loan: Loan,
  payments: readonly Payment[],
  on: CalendarDate,
): AccountWorking {
  const record = openRecord()
  const counting = stillPaid(paidBy(loan, payments, on), on)
  const replayed = replay(loan, { payments: counting, on, record })
  const { account, unpaid, late, charged } = replayed
  const { lateFees } = record
  return { charges: countedCharges(record), lateFees, ledger: account.lines, unpaid, late, charged }
}
