import type { Loan } from '../case/index.ts'
import {
  addExact,
  addFen,
  dayNumber,
  EXACT_ZERO,
  fen,
  maxFen,
  minFen,
  roundExact,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type ExactSum,
  type Fen,
} from '../kernel/index.ts'
import { noteInterest, type AccountRecord } from './account-record.ts'
import { openAccount, owedIn, post, type Account } from './account.ts'
import { interestDays } from './day-count.ts'
import { dayTerms, type DayTerms } from './day-terms.ts'
import {
  dueEvents,
  inOrder,
  monthlyDueDates,
  paymentEvents,
  turnEvents,
  type AccountEvent,
} from './events.ts'
import {
  chargeLate,
  clearRows,
  enterDue,
  openLateBook,
  unpaidIn,
  unpaidRows,
  unpostedCharges,
  type LateBook,
} from './late-book.ts'
import { chargeMissed, turn } from './late-fee.ts'
import { payBalance } from './payment-order.ts'
import { CEILING, withinCeiling } from './reckonable.ts'
import type { Replayed, ReplayWanted } from './replay-instalments.ts'
import { isInterestFree, nextMinimum, payMinimums } from './minimums.ts'
import { minimumDue } from './revolving-schedule.ts'
import { feesByDueDate } from './schedule-fees.ts'

interface Running {
  readonly loan: Loan
  readonly account: Account
  /** Paid in full in time, or still time to: no interest is charged. */
  readonly isInterestFree: boolean
  /** Fees of the contract by due date. */
  readonly fees: readonly Fen[]
  /** The minimums that were asked for and not paid. */
  readonly book: LateBook
  terms: DayTerms | undefined
  /** The last day on which late fees were stopped. */
  lastWaived: number
  interest: ExactSum
  postedInterest: Fen
  /** Interest that bears interest where charges are compound: what was unpaid on the last due date. */
  capitalisedInterest: Fen
  lateFees: Fen
  /** Paid since the last due date beyond what was late: counts towards the next minimum. */
  paidAhead: Fen
  /** How far interest is counted: the day, and its number. */
  since: CalendarDate
  at: number
  dueCount: number
}

/**
 * Replays revolving credit up to a day: interest by the day from the transaction date unless the
 * whole balance is paid by the first due date and its grace days, a minimum on each due date, late
 * fees on the unpaid part of a minimum, payments to fees, penalty interest, interest, principal
 * (Civil Code art. 561) unless the contract turns the order round.
 * Charges made with the card after the first day are not known to a case file.
 */
export function replayRevolving(
  loan: Loan,
  { payments, on, record = null }: ReplayWanted,
): Replayed {
  const until = dayNumber(on)
  const dates = monthlyDueDates(loan, on)
  const running = start(loan, {
    dates,
    isInterestFree: isInterestFree(loan, payments, on),
    record,
  })
  const events = inOrder([
    ...turnEvents(loan, until),
    ...dueEvents(
      dates.map((dueOn) => ({ dueOn })),
      loan,
      until,
    ),
    ...paymentEvents(loan, payments),
  ])
  for (const event of events) happen(running, event)
  accrueTo(running, { on, day: until })
  writeCharges(running, on)
  const { penalty, fees, credit } = running.account.balance
  const { posted } = running.book
  const owed = owedIn(running.account.balance)
  return {
    account: running.account,
    unpaid: unpaidRows(running.book),
    late: { lateFees: running.lateFees, penalty, lateInterest: ZERO_FEN },
    charged: {
      penalty: posted.penalty,
      interest: addFen(running.postedInterest, posted.interest),
    },
    arrears: minFen(owed, sumFen([unpaidIn(running.book), penalty, fees])),
    lateFees: running.lateFees,
    oldestUnpaidDueOn: unpaidRows(running.book)[0]?.dueOn ?? null,
    nextDue: owed > credit ? nextMinimum(running) : null,
    isClosed: owed === 0,
  }
}

function start(
  loan: Loan,
  {
    dates,
    isInterestFree,
    record,
  }: {
    readonly dates: readonly CalendarDate[]
    readonly isInterestFree: boolean
    readonly record: AccountRecord | null
  },
): Running {
  const last = dates.at(-1) ?? loan.disbursedOn
  const due = loan.fees.filter(({ on }) => on === null || on <= last)
  return {
    loan,
    account: openAccount(loan.disbursedOn, loan.principal),
    isInterestFree,
    fees: feesByDueDate(due, dates),
    book: openLateBook(record),
    terms: dayTerms(loan)[0],
    lastWaived: Number.NEGATIVE_INFINITY,
    interest: EXACT_ZERO,
    postedInterest: ZERO_FEN,
    capitalisedInterest: ZERO_FEN,
    lateFees: ZERO_FEN,
    paidAhead: ZERO_FEN,
    since: loan.disbursedOn,
    at: dayNumber(loan.disbursedOn),
    dueCount: 0,
  }
}

function happen(running: Running, event: AccountEvent): void {
  accrueTo(running, event)
  switch (event.kind) {
    case 'turned':
      turn(running, event.terms)
      break
    case 'due':
      askMinimum(running, event)
      break
    case 'late':
      running.lateFees = addFen(running.lateFees, chargeMissed(running, event))
      break
    case 'paid':
      receive(running, event)
      break
    case 'settled':
  }
}

/** Ordinary interest counts days as the contract does, charges on lateness by the calendar. */
function accrueTo(
  running: Running,
  { on, day }: { readonly on: CalendarDate; readonly day: number },
): void {
  const { loan, account, terms, book, at, since } = running
  const days = day - at
  if (days <= 0) return
  running.at = day
  running.since = on
  if (terms === undefined) return
  const { principal } = account.balance
  if (!running.isInterestFree && terms.interest !== null) {
    const compounds = loan.penalty?.compound === true
    const amount = principal + (compounds ? running.capitalisedInterest : 0)
    const counted = loan.dayCount === '30/360' ? interestDays('30/360', since, on) : days
    running.interest = addExact(running.interest, { amount, days: counted, ...terms.interest })
    noteInterest(book.record, terms.interest, { amount, days: counted, from: since })
  }
  chargeLate(book, terms.charge, { outstanding: principal, days, at })
}

/** Writes what has accrued since it was last written. */
function writeCharges(running: Running, on: CalendarDate): void {
  const { account, book } = running
  const interest = roundExact(running.interest, CEILING)
  const added = subtractFen(interest, running.postedInterest)
  running.postedInterest = interest
  const late = unpostedCharges(book)
  post(account, { on, kind: 'interest' }, { interest: addFen(added, late.interest) })
  post(account, { on, kind: 'penalty' }, { penalty: late.penalty })
}

function askMinimum(
  running: Running,
  { on, index }: { readonly on: CalendarDate; readonly index: number },
): void {
  const { account, book, loan } = running
  writeCharges(running, on)
  if (owedIn(account.balance) > 0) {
    const fees = withinCeiling(running.fees[index] ?? ZERO_FEN, account.balance.fees)
    post(account, { on, kind: 'fee' }, { fees })
  }
  book.capitalised = account.balance.penalty
  running.capitalisedInterest = account.balance.interest
  const owed = owedIn(account.balance)
  const room = maxFen(ZERO_FEN, subtractFen(owed, unpaidIn(book)))
  const asked = minFen(minimumDue(loan, owed), room)
  const principal = maxFen(ZERO_FEN, subtractFen(asked, running.paidAhead))
  const due = { dueOn: on, principal, interest: ZERO_FEN, fees: ZERO_FEN }
  enterDue(book, due, { index, graceDays: loan.graceDays })
  running.paidAhead = ZERO_FEN
  running.dueCount = index + 1
}

function receive(
  running: Running,
  { on, amount }: { readonly on: CalendarDate; readonly amount: Fen },
): void {
  const { account, book, loan } = running
  writeCharges(running, on)
  const paid = payBalance(amount, account.balance, loan.paymentOrder)
  post(account, { on, kind: 'paid' }, paid)
  // The oldest interest and penalty are paid first: what compounds.
  book.capitalised = fen(Math.max(0, book.capitalised + paid.penalty))
  running.capitalisedInterest = fen(Math.max(0, running.capitalisedInterest + paid.interest))
  running.lateFees = maxFen(ZERO_FEN, addFen(running.lateFees, paid.fees))
  running.paidAhead = addFen(
    running.paidAhead,
    payMinimums(book, addFen(amount, paid.fees, paid.penalty)),
  )
  // Late fees took a part of a payment that cleared the whole balance: no minimum is left of it.
  if (owedIn(account.balance) === 0) clearRows(book)
}
