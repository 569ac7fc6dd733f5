import type { Loan, Payment } from '../case/index.ts'
import { addFen, dayNumber, fen, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import { openAccount, owedIn, post, type Account } from './account.ts'
import type { AccountRecord } from './account-record.ts'
import { dayTerms, type DayTerms } from './day-terms.ts'
import {
  dueEvents,
  inOrder,
  paymentEvents,
  settlementEvents,
  turnEvents,
  type AccountEvent,
} from './events.ts'
import {
  chargeLate,
  clearRows,
  enterDue,
  openLateBook,
  principalIn,
  unpaidIn,
  unpaidRows,
  unpostedCharges,
  type Due,
  type LateBook,
} from './late-book.ts'
import { interestUntil } from './interest-until.ts'
import { chargeMissed, turn } from './late-fee.ts'
import { allocate, type LooseClaims } from './payment-order.ts'
import { unfrozenRows } from './schedule.ts'
import type { Instalment } from './types.ts'

/** What is replayed, up to which day, and where its working is written down. */
export interface ReplayWanted {
  readonly payments: readonly Payment[]
  readonly on: CalendarDate
  readonly record?: AccountRecord | null
}

/** What a replay leaves behind. */
export interface Replayed {
  readonly account: Account
  /** What is due and unpaid, the oldest first. */
  readonly unpaid: readonly Due[]
  /** Charges on lateness that are unpaid. */
  readonly late: Readonly<LooseClaims>
  /** What was charged so far for lateness (of revolving credit all interest), before payments. */
  readonly charged: { readonly penalty: Fen; readonly interest: Fen }
  readonly arrears: Fen
  /** The part of the fees owed that was charged for missed due dates. */
  readonly lateFees: Fen
  readonly oldestUnpaidDueOn: CalendarDate | null
  readonly nextDue: Instalment | null
  readonly isClosed: boolean
}

interface Running {
  readonly loan: Loan
  readonly rows: readonly Instalment[]
  readonly account: Account
  readonly loose: LooseClaims
  readonly book: LateBook
  terms: DayTerms | undefined
  /** The last day on which late fees were stopped. */
  lastWaived: number
  at: number
  dueCount: number
  isClosed: boolean
}

/**
 * Replays a loan with a schedule up to a day: interest and fees fall due by the schedule, late money
 * bears what the contract says, payments go by the loan's payment order. Money paid ahead waits for
 * the next due date, unless it clears the loan.
 */
export function replayInstalments(
  loan: Loan,
  rows: readonly Instalment[],
  { payments, on, record = null }: ReplayWanted,
): Replayed {
  const running = start(loan, rows, record)
  const until = dayNumber(on)
  const last = rows.at(-1)?.dueOn
  const events = inOrder([
    ...turnEvents(loan, until),
    ...dueEvents(rows, loan, until),
    ...(last === undefined ? [] : settlementEvents(loan, last, on)),
    ...paymentEvents(loan, payments),
  ])
  for (const event of events) happen(running, event)
  accrueTo(running, until)
  writeCharges(running, on)
  if (!running.isClosed) {
    post(running.account, { on, kind: 'interest' }, { interest: interestSoFar(running, on) })
  }
  const { account, loose, book, dueCount, isClosed } = running
  return {
    account,
    unpaid: unpaidRows(book),
    late: loose,
    charged: book.posted,
    arrears: addFen(loose.lateFees, loose.penalty, loose.lateInterest, unpaidIn(book)),
    lateFees: loose.lateFees,
    oldestUnpaidDueOn: unpaidRows(book)[0]?.dueOn ?? null,
    nextDue: isClosed ? null : (rows[dueCount] ?? null),
    isClosed,
  }
}

const start = (loan: Loan, rows: readonly Instalment[], record: AccountRecord | null): Running => ({
  loan,
  rows,
  account: openAccount(loan.disbursedOn, loan.principal),
  loose: { lateFees: ZERO_FEN, penalty: ZERO_FEN, lateInterest: ZERO_FEN },
  book: openLateBook(record),
  terms: dayTerms(loan)[0],
  lastWaived: Number.NEGATIVE_INFINITY,
  at: dayNumber(loan.disbursedOn),
  dueCount: 0,
  isClosed: false,
})

function happen(running: Running, event: AccountEvent): void {
  accrueTo(running, event.day)
  switch (event.kind) {
    case 'turned':
      turn(running, event.terms)
      break
    case 'due':
      if (!running.isClosed) fallDue(running, event.index)
      break
    case 'late':
      running.loose.lateFees = addFen(running.loose.lateFees, chargeMissed(running, event))
      break
    case 'settled':
      writeCharges(running, event.on)
      running.book.capitalised = running.loose.penalty
      break
    case 'paid':
      receive(running, event)
  }
}

/** Charges late money up to a day. The sums are exact; only what is written is rounded to the fen. */
function accrueTo(running: Running, day: number): void {
  const { book, account, terms, at } = running
  const days = day - at
  if (days <= 0) return
  running.at = day
  if (terms === undefined) return
  chargeLate(book, terms.charge, { outstanding: account.balance.principal, days, at })
}

function writeCharges({ account, book, loose }: Running, on: CalendarDate): void {
  const { penalty, interest } = unpostedCharges(book)
  loose.penalty = fen(loose.penalty + penalty)
  loose.lateInterest = fen(loose.lateInterest + interest)
  post(account, { on, kind: 'penalty' }, { penalty })
  post(account, { on, kind: 'interest' }, { interest })
}

function fallDue(running: Running, index: number): void {
  const row = running.rows[index]
  if (row === undefined) return
  const { account, loan, book, loose } = running
  const on = row.dueOn
  writeCharges(running, on)
  post(account, { on, kind: 'interest' }, { interest: row.interest })
  post(account, { on, kind: 'fee' }, { fees: row.fees })
  // Rows of a contract may ask for more principal than was lent: no more of it is owed.
  const room = Math.max(0, account.balance.principal - principalIn(book))
  const due = row.principal <= room ? row : { ...row, principal: fen(room) }
  enterDue(book, due, { index, graceDays: loan.graceDays })
  running.dueCount = index + 1
  book.capitalised = loose.penalty
  if (account.balance.credit > 0) {
    const paid = pay(running, account.balance.credit)
    paid.credit = fen(paid.credit - account.balance.credit)
    post(account, { on, kind: 'credit-used' }, paid)
  }
  closeWhenCleared(running)
}

function receive(
  running: Running,
  { on, amount }: { readonly on: CalendarDate; readonly amount: Fen },
): void {
  const { account } = running
  writeCharges(running, on)
  const interest = running.isClosed ? ZERO_FEN : interestSoFar(running, on)
  const payoff = owedIn(account.balance) + interest
  if (!running.isClosed && amount + account.balance.credit >= payoff) {
    post(account, { on, kind: 'interest' }, { interest })
    settle(running, on, amount)
    return
  }
  post(account, { on, kind: 'paid' }, pay(running, amount))
  closeWhenCleared(running)
}

/** Takes money for what is due; of penalty interest, the oldest is paid first: what compounds. */
function pay(running: Running, money: Fen) {
  const { book, loan } = running
  const paid = allocate(money, running, loan.paymentOrder)
  book.capitalised = fen(Math.max(0, book.capitalised + paid.penalty))
  return paid
}

/** Pays everything that is owed: nothing falls due any more. */
function settle(running: Running, on: CalendarDate, amount: Fen): void {
  const { account, book, loose } = running
  const { principal, interest, penalty, fees } = account.balance
  const credit = fen(amount - owedIn(account.balance))
  Object.assign(loose, { lateFees: ZERO_FEN, penalty: ZERO_FEN, lateInterest: ZERO_FEN })
  clearRows(book)
  post(
    account,
    { on, kind: 'paid' },
    {
      principal: fen(-principal),
      interest: fen(-interest),
      penalty: fen(-penalty),
      fees: fen(-fees),
      credit,
    },
  )
  running.isClosed = true
}

function closeWhenCleared(running: Running): void {
  if (owedIn(running.account.balance) === 0) running.isClosed = true
}

/** Interest of the period that runs, by the days gone; 0 after the last due date. */
function interestSoFar({ loan, rows, dueCount }: Running, on: CalendarDate): Fen {
  const row = unfrozenRows(loan)[dueCount]
  if (row === undefined) return ZERO_FEN
  const from = rows[dueCount - 1]?.dueOn ?? loan.disbursedOn
  return interestUntil(loan, row.interest, { from, to: row.dueOn, on })
}
