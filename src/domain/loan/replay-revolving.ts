import type { Loan, Payment } from '../case/index.ts'
import {
  addExact,
  addFen,
  daysBetween,
  exactZero,
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
import { openAccount, owedIn, post, type Account } from './account.ts'
import { aClaim, negated, oldestUnpaid, payClaims, sumClaims, type Claim } from './claims.ts'
import { annualRate, yearDays } from './day-count.ts'
import { dueDate } from './due-date.ts'
import { dueEvents, inOrder, paymentEvents, type AccountEvent } from './events.ts'
import { lateFeeOn } from './late-fee.ts'
import { addCharge, noCharge, overdueCharge, type OverdueCharge } from './overdue-charge.ts'
import type { Replayed } from './replay-instalments.ts'
import { minimumDue } from './revolving-schedule.ts'

interface Running {
  readonly loan: Loan
  readonly account: Account
  readonly charge: OverdueCharge | null
  /** Paid in full by the first due date, or still time to: no interest is charged. */
  readonly isInterestFree: boolean
  readonly minimums: Claim[]
  interest: ExactSum
  postedInterest: Fen
  penalty: ExactSum | null
  postedPenalty: Fen
  /** Paid since the last due date beyond what was late: counts towards the next minimum. */
  paidAhead: Fen
  at: CalendarDate
  dueCount: number
}

/**
 * Replays revolving credit up to a day: interest by the day from the transaction date unless the
 * whole balance is paid by the first due date, a minimum on each due date, late fees on the unpaid
 * part of a minimum, payments to fees, penalty interest, interest, principal (Civil Code art. 561).
 * Charges made with the card after the first day are not known to a case file.
 */
export function replayRevolving(
  loan: Loan,
  { payments, on }: { readonly payments: readonly Payment[]; readonly on: CalendarDate },
): Replayed {
  const paid = paymentEvents(loan, payments)
  const running = start(loan, isFree(loan, paid, on))
  for (const event of inOrder([...dueDatesTo(loan, on), ...paid], on)) happen(running, event)
  accrueTo(running, on)
  postAccrued(running, on)
  const { penalty, fees, credit } = running.account.balance
  const owed = owedIn(running.account.balance)
  return {
    account: running.account,
    arrears: minFen(owed, sumFen([sumClaims(running.minimums), penalty, fees])),
    oldestUnpaidDueOn: oldestUnpaid(running.minimums),
    nextDue: owed > credit ? nextMinimum(running, owed) : null,
    isClosed: owed === 0,
  }
}

function dueDatesTo(loan: Loan, on: CalendarDate): AccountEvent[] {
  const events: AccountEvent[] = []
  for (let n = 1; ; n += 1) {
    const dueOn = dueDate(loan, n)
    if (dueOn > on) return events
    events.push(...dueEvents(dueOn, n - 1))
  }
}

function isFree(loan: Loan, paid: readonly AccountEvent[], on: CalendarDate): boolean {
  if (on <= loan.firstDueOn) return true
  const inTime = paid.flatMap((event) =>
    event.kind === 'paid' && event.on <= loan.firstDueOn ? [event.amount] : [],
  )
  return sumFen(inTime) >= loan.principal
}

function start(loan: Loan, isInterestFree: boolean): Running {
  const account = openAccount()
  const charge = overdueCharge(loan, true)
  post(account, { on: loan.disbursedOn, kind: 'disbursed' }, { principal: loan.principal })
  return {
    loan,
    account,
    charge,
    isInterestFree,
    minimums: [],
    interest: exactZero([
      annualRate(loan.rate, loan.dayCount).denominator,
      yearDays(loan.dayCount),
    ]),
    postedInterest: ZERO_FEN,
    penalty: charge === null ? null : noCharge(charge),
    postedPenalty: ZERO_FEN,
    paidAhead: ZERO_FEN,
    at: loan.disbursedOn,
    dueCount: 0,
  }
}

function happen(running: Running, event: AccountEvent): void {
  accrueTo(running, event.on)
  switch (event.kind) {
    case 'due':
      postAccrued(running, event.on)
      askMinimum(running, event)
      break
    case 'late':
      chargeLateFee(running, event)
      break
    case 'paid':
      receive(running, event)
      break
    case 'settled':
  }
}

function accrueTo(running: Running, on: CalendarDate): void {
  const { loan, account, charge } = running
  const days = daysBetween(running.at, on)
  if (days <= 0) return
  const { principal, interest, penalty } = account.balance
  if (!running.isInterestFree) {
    const base = loan.penalty?.compound === true ? addFen(principal, interest) : principal
    const { numerator } = annualRate(loan.rate, loan.dayCount)
    running.interest = addExact(running.interest, base, [numerator, days])
  }
  if (charge !== null && running.penalty !== null) {
    const late = minFen(sumClaims(running.minimums), principal)
    const otherPrincipal = late > 0 ? subtractFen(principal, late) : ZERO_FEN
    const amounts = { principal: late, interestAndFees: ZERO_FEN, otherPrincipal, penalty }
    running.penalty = addCharge(running.penalty, charge, { amounts, days })
  }
  running.at = on
}

/** Writes what has accrued since it was last written. */
function postAccrued(running: Running, on: CalendarDate): void {
  const interest = roundExact(running.interest)
  post(
    running.account,
    { on, kind: 'interest' },
    { interest: subtractFen(interest, running.postedInterest) },
  )
  running.postedInterest = interest
  if (running.penalty === null) return
  const penalty = roundExact(running.penalty)
  const added = subtractFen(penalty, running.postedPenalty)
  post(running.account, { on, kind: 'penalty' }, { penalty: added })
  running.postedPenalty = penalty
}

function askMinimum(
  running: Running,
  { on, index }: { readonly on: CalendarDate; readonly index: number },
): void {
  const owed = owedIn(running.account.balance)
  const room = maxFen(ZERO_FEN, subtractFen(owed, sumClaims(running.minimums)))
  const asked = minFen(minimumDue(running.loan, owed), room)
  const unpaid = maxFen(ZERO_FEN, subtractFen(asked, running.paidAhead))
  if (unpaid > 0) running.minimums.push(aClaim('principal', on, unpaid))
  running.paidAhead = ZERO_FEN
  running.dueCount = index + 1
}

function chargeLateFee(
  running: Running,
  { on, dueOn }: { readonly on: CalendarDate; readonly dueOn: CalendarDate },
): void {
  const unpaid = sumClaims(running.minimums.filter((claim) => claim.dueOn === dueOn))
  const fees = lateFeeOn(running.loan, unpaid)
  post(running.account, { on, kind: 'late-fee' }, { fees })
}

function receive(
  running: Running,
  { on, amount }: { readonly on: CalendarDate; readonly amount: Fen },
): void {
  postAccrued(running, on)
  const { principal, interest, penalty, fees } = running.account.balance
  const claims = [
    aClaim('fees', null, fees),
    aClaim('penalty', null, penalty),
    aClaim('interest', null, interest),
    aClaim('principal', null, principal),
  ]
  const { paid, left } = payClaims(amount, claims)
  post(running.account, { on, kind: 'paid' }, { ...negated(paid), credit: left })
  const charges = sumFen([paid.fees ?? ZERO_FEN, paid.penalty ?? ZERO_FEN])
  const ahead = payClaims(subtractFen(amount, charges), running.minimums).left
  running.paidAhead = addFen(running.paidAhead, ahead)
  // Late fees took a part of a payment that cleared the whole balance: no minimum is left of it.
  if (owedIn(running.account.balance) === 0)
    for (const minimum of running.minimums) minimum.amount = ZERO_FEN
}

function nextMinimum(running: Running, owed: Fen): Replayed['nextDue'] {
  const { loan, account, dueCount } = running
  const payment = maxFen(ZERO_FEN, subtractFen(minimumDue(loan, owed), running.paidAhead))
  const interest = minFen(payment, account.balance.interest)
  const principal = subtractFen(payment, interest)
  return {
    n: dueCount + 1,
    dueOn: dueDate(loan, dueCount + 1),
    principal,
    interest,
    fees: ZERO_FEN,
    payment,
    balance: maxFen(ZERO_FEN, subtractFen(account.balance.principal, principal)),
  }
}
