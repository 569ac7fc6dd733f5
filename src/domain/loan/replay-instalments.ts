import type { Loan, Payment } from '../case/index.ts'
import {
  addFen,
  daysBetween,
  fen,
  minFen,
  multiplyDivideHalfUp,
  roundExact,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type ExactSum,
  type Fen,
} from '../kernel/index.ts'
import { openAccount, owedIn, post, type Account } from './account.ts'
import { aClaim, negated, oldestUnpaid, payClaims, sumClaims, type Claim } from './claims.ts'
import { dueEvents, inOrder, paymentEvents, settlementEvents, type AccountEvent } from './events.ts'
import { lateFeeOn } from './late-fee.ts'
import { addCharge, noCharge, overdueCharge, type OverdueCharge } from './overdue-charge.ts'
import type { Instalment } from './types.ts'

/** What a replay leaves behind. */
export interface Replayed {
  readonly account: Account
  readonly arrears: Fen
  readonly oldestUnpaidDueOn: CalendarDate | null
  readonly nextDue: Instalment | null
  readonly isClosed: boolean
}

interface Running {
  readonly loan: Loan
  readonly rows: readonly Instalment[]
  readonly account: Account
  readonly charge: OverdueCharge | null
  /** Late fees, then penalty interest, then interest on late principal: before any instalment. */
  readonly lateFees: Claim
  readonly penalty: Claim
  readonly lateInterest: Claim
  readonly due: Claim[]
  accrued: ExactSum | null
  posted: Fen
  /** Penalty interest that was added to the base of compound charges. */
  capitalised: Fen
  at: CalendarDate
  dueCount: number
  closed: boolean
}

/**
 * Replays a loan with a schedule up to a day: interest and fees fall due by the schedule, late money
 * bears what the contract says, payments go to late fees, penalty interest, then the oldest
 * instalment's fees, interest and principal (Civil Code art. 560 and 561: what is due first; costs,
 * interest, principal). Money paid ahead waits for the next due date, unless it clears the loan.
 */
export function replayInstalments(
  loan: Loan,
  rows: readonly Instalment[],
  { payments, on }: { readonly payments: readonly Payment[]; readonly on: CalendarDate },
): Replayed {
  const running = start(loan, rows)
  const last = rows.at(-1)?.dueOn
  const events = [
    ...rows.flatMap(({ dueOn }, index) => dueEvents(dueOn, index)),
    ...(last === undefined ? [] : settlementEvents(last, loan.dueDay, on)),
    ...paymentEvents(loan, payments),
  ]
  for (const event of inOrder(events, on)) happen(running, event)
  accrueTo(running, on)
  if (!running.closed) {
    post(running.account, { on, kind: 'interest' }, { interest: runningInterest(running, on) })
  }
  return {
    account: running.account,
    arrears: sumClaims(allClaims(running)),
    oldestUnpaidDueOn: oldestUnpaid(running.due),
    nextDue: running.closed ? null : (rows[running.dueCount] ?? null),
    isClosed: running.closed,
  }
}

function start(loan: Loan, rows: readonly Instalment[]): Running {
  const account = openAccount()
  const charge = overdueCharge(loan, false)
  post(account, { on: loan.disbursedOn, kind: 'disbursed' }, { principal: loan.principal })
  return {
    loan,
    rows,
    account,
    charge,
    lateFees: aClaim('fees'),
    penalty: aClaim('penalty'),
    lateInterest: aClaim('interest'),
    due: [],
    accrued: charge === null ? null : noCharge(charge),
    posted: ZERO_FEN,
    capitalised: ZERO_FEN,
    at: loan.disbursedOn,
    dueCount: 0,
    closed: false,
  }
}

const allClaims = ({ lateFees, penalty, lateInterest, due }: Running): readonly Claim[] => [
  lateFees,
  penalty,
  lateInterest,
  ...due,
]

function happen(running: Running, event: AccountEvent): void {
  accrueTo(running, event.on)
  switch (event.kind) {
    case 'due':
      if (!running.closed) fallDue(running, event.index)
      break
    case 'late':
      chargeLateFee(running, event)
      break
    case 'settled':
      running.capitalised = running.penalty.amount
      break
    case 'paid':
      receive(running, event)
  }
}

/** Charges late money up to a day. The sum is exact; only what is written is rounded to the fen. */
function accrueTo(running: Running, on: CalendarDate): void {
  const { charge, accrued, account } = running
  const days = daysBetween(running.at, on)
  if (charge === null || accrued === null || days <= 0) return
  running.accrued = addCharge(accrued, charge, { amounts: lateAmounts(running), days })
  running.at = on
  const total = roundExact(running.accrued)
  const amount = subtractFen(total, running.posted)
  running.posted = total
  const claim = charge.bucket === 'penalty' ? running.penalty : running.lateInterest
  claim.amount = addFen(claim.amount, amount)
  const kind = charge.bucket === 'penalty' ? 'penalty' : 'interest'
  post(account, { on, kind }, { [charge.bucket]: amount })
}

function lateAmounts(running: Running) {
  const late = (buckets: readonly Claim['bucket'][]): Fen =>
    sumClaims(running.due.filter(({ bucket }) => buckets.includes(bucket)))
  const principal = late(['principal'])
  const interestAndFees = late(['interest', 'fees'])
  const isLate = principal > 0 || interestAndFees > 0
  const outstanding = subtractFen(running.account.balance.principal, principal)
  return {
    principal,
    interestAndFees,
    otherPrincipal: isLate ? outstanding : ZERO_FEN,
    penalty: minFen(running.capitalised, running.penalty.amount),
  }
}

function fallDue(running: Running, index: number): void {
  const row = running.rows[index]
  if (row === undefined) return
  const { account } = running
  post(account, { on: row.dueOn, kind: 'interest' }, { interest: row.interest })
  post(account, { on: row.dueOn, kind: 'fee' }, { fees: row.fees })
  running.due.push(
    aClaim('fees', row.dueOn, row.fees),
    aClaim('interest', row.dueOn, row.interest),
    aClaim('principal', row.dueOn, row.principal),
  )
  running.dueCount = index + 1
  running.capitalised = running.penalty.amount
  const { paid, left } = payClaims(account.balance.credit, allClaims(running))
  const used = subtractFen(left, account.balance.credit)
  post(account, { on: row.dueOn, kind: 'credit-used' }, { ...negated(paid), credit: used })
  closeWhenCleared(running)
}

/** Once for each due date that was missed: a fixed amount plus a part of what is unpaid of it. */
function chargeLateFee(
  running: Running,
  { on, dueOn }: { readonly on: CalendarDate; readonly dueOn: CalendarDate },
): void {
  const unpaid = sumClaims(running.due.filter((claim) => claim.dueOn === dueOn))
  const amount = lateFeeOn(running.loan, unpaid)
  running.lateFees.amount = addFen(running.lateFees.amount, amount)
  post(running.account, { on, kind: 'late-fee' }, { fees: amount })
}

function receive(
  running: Running,
  { on, amount }: { readonly on: CalendarDate; readonly amount: Fen },
): void {
  const { account } = running
  const interest = running.closed ? ZERO_FEN : runningInterest(running, on)
  const payoff = addFen(owedIn(account.balance), interest)
  if (!running.closed && amount + account.balance.credit >= payoff) {
    post(account, { on, kind: 'interest' }, { interest })
    settle(running, { on, amount })
    return
  }
  const { paid, left } = payClaims(amount, allClaims(running))
  post(account, { on, kind: 'paid' }, { ...negated(paid), credit: left })
  closeWhenCleared(running)
}

/** Pays everything that is owed: nothing falls due any more. */
function settle(
  running: Running,
  { on, amount }: { readonly on: CalendarDate; readonly amount: Fen },
): void {
  const { principal, interest, penalty, fees } = running.account.balance
  const total = owedIn(running.account.balance)
  for (const claim of allClaims(running)) claim.amount = ZERO_FEN
  const cleared = negated({ principal, interest, penalty, fees })
  post(running.account, { on, kind: 'paid' }, { ...cleared, credit: subtractFen(amount, total) })
  running.closed = true
}

function closeWhenCleared(running: Running): void {
  if (owedIn(running.account.balance) === 0) running.closed = true
}

/** Interest of the period that runs: its scheduled interest by the days gone (Civil Code art. 677). */
function runningInterest({ loan, rows, dueCount }: Running, on: CalendarDate): Fen {
  const row = rows[dueCount]
  if (row === undefined) return ZERO_FEN
  const from = rows[dueCount - 1]?.dueOn ?? loan.disbursedOn
  const gone = daysBetween(from, on)
  const whole = daysBetween(from, row.dueOn)
  if (gone <= 0 || whole <= 0) return ZERO_FEN
  return fen(multiplyDivideHalfUp(row.interest, Math.min(gone, whole), whole))
}
