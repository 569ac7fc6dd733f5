import {
  addSums,
  EXACT_ZERO,
  fen,
  roundExact,
  ZERO_FEN,
  type CalendarDate,
  type ExactSum,
  type Fen,
} from '../kernel/index.ts'
import { countWaiting, noteCharge, type AccountRecord } from './account-record.ts'
import { addCharge, type OverdueCharge } from './overdue-charge.ts'
import { CEILING } from './reckonable.ts'

/** What falls due on one day. */
export interface Due {
  readonly dueOn: CalendarDate
  fees: Fen
  interest: Fen
  principal: Fen
}

/** What is unpaid of one due date. It shrinks as it is paid. */
export interface DueRow extends Due {
  readonly index: number
  /** Charges of its grace days: they count only if it is not paid within them. */
  readonly waiting: Charges
}

/** What late money has cost, exact to the last fraction. */
interface Charges {
  penalty: ExactSum
  interest: ExactSum
}

/** All that is due and unpaid, and what being late has cost. Each list has the oldest first. */
export interface LateBook {
  /** Past its grace days. */
  late: DueRow[]
  inGrace: DueRow[]
  /** What the late rows come to: a long list is not summed up anew on every day. */
  readonly sums: { principal: number; interestAndFees: number }
  readonly charged: Charges
  /** The part of it that is written into the account. */
  readonly posted: { penalty: Fen; interest: Fen }
  /** Penalty interest that was added to the base of compound charges and is unpaid. */
  capitalised: Fen
  /** What is written down for an explanation; a replay that explains nothing keeps none. */
  readonly record: AccountRecord | null
}

const noCharges = (): Charges => ({ penalty: EXACT_ZERO, interest: EXACT_ZERO })

export const openLateBook = (record: AccountRecord | null = null): LateBook => ({
  late: [],
  inGrace: [],
  sums: { principal: 0, interestAndFees: 0 },
  charged: noCharges(),
  posted: { penalty: ZERO_FEN, interest: ZERO_FEN },
  capitalised: ZERO_FEN,
  record,
})

/** Enters what falls due. Without grace days it is late from the next day on. */
export function enterDue(
  book: LateBook,
  due: Readonly<Due>,
  { index, graceDays }: { readonly index: number; readonly graceDays: number },
): void {
  if (unpaidOf(due) === 0) return
  const { dueOn, fees, interest, principal } = due
  const row = { dueOn, index, fees, interest, principal, waiting: noCharges() }
  if (graceDays > 0) book.inGrace.push(row)
  else enterLate(book, row)
}

function enterLate({ late, sums }: LateBook, row: DueRow): void {
  late.push(row)
  sums.principal += row.principal
  sums.interestAndFees += row.interest + row.fees
}

export const unpaidOf = ({ fees, interest, principal }: Readonly<Due>): Fen =>
  fen(fees + interest + principal)

/** All rows that are unpaid, the oldest first: what was due earlier leaves its grace earlier. */
export const unpaidRows = ({ late, inGrace }: LateBook): readonly DueRow[] =>
  inGrace.length === 0 ? late : [...late, ...inGrace]

/** All that is due and unpaid, charges on lateness left out. */
export function unpaidIn({ sums, inGrace }: LateBook): Fen {
  let sum = sums.principal + sums.interestAndFees
  for (const row of inGrace) sum += unpaidOf(row)
  return fen(sum)
}

/** Principal that is due and unpaid. */
export function principalIn({ sums, inGrace }: LateBook): number {
  let sum = sums.principal
  for (const row of inGrace) sum += row.principal
  return sum
}

/** Forgets what a payment has cleared; a row paid within its grace days takes its waiting charges with it. */
export function dropPaid(book: LateBook): void {
  const { sums } = book
  book.late = book.late.filter((row) => unpaidOf(row) > 0)
  book.inGrace = book.inGrace.filter((row) => unpaidOf(row) > 0)
  sums.principal = 0
  sums.interestAndFees = 0
  for (const row of book.late) {
    sums.principal += row.principal
    sums.interestAndFees += row.interest + row.fees
  }
}

/** Forgets all rows: the loan is cleared. */
export function clearRows(book: LateBook): void {
  book.late = []
  book.inGrace = []
  book.capitalised = ZERO_FEN
  book.sums.principal = 0
  book.sums.interestAndFees = 0
}

/** The grace days of a due date are over: what was waiting counts, from the due date on. Null when it is paid. */
export function endGrace(book: LateBook, index: number): DueRow | null {
  const row = book.inGrace.find((each) => each.index === index)
  if (row === undefined) return book.late.findLast((each) => each.index === index) ?? null
  const { charged } = book
  charged.penalty = addSums(charged.penalty, row.waiting.penalty)
  charged.interest = addSums(charged.interest, row.waiting.interest)
  countWaiting(book.record, index)
  book.inGrace = book.inGrace.filter((each) => each !== row)
  enterLate(book, row)
  return row
}

/**
 * Charges late money for some days. Rows in their grace days keep a tab of their own. Principal
 * that is not due is charged (where the contract does) while something is late, or on the tab of
 * the oldest row in grace.
 * @param outstanding all principal that is owed, due or not
 * @param at the number of the first of the days
 */
export function chargeLate(
  book: LateBook,
  charge: OverdueCharge | null,
  {
    outstanding,
    days,
    at,
  }: { readonly outstanding: Fen; readonly days: number; readonly at: number },
): void {
  if (charge === null) return
  const { sums, charged, capitalised } = book
  const isLate = sums.principal > 0 || sums.interestAndFees > 0
  // A minimum payment asks for interest too: of its amount only what is principal bears a charge.
  const principal = Math.min(sums.principal, outstanding)
  const rest = Math.max(0, outstanding - Math.max(principal, principalIn(book)))
  const amounts = {
    principal,
    interestAndFees: sums.interestAndFees,
    otherPrincipal: isLate ? rest : 0,
    penalty: capitalised,
  }
  charged[charge.bucket] = addCharge(charged[charge.bucket], charge, { amounts, days })
  noteCharge(book.record, charge, { amounts, days, at, waitsFor: null })
  const room = outstanding - principal
  chargeInGrace(book, charge, { room, rest: isLate ? 0 : rest, days, at })
}

/** Enters the charges of rows in their grace days on their own tabs. */
function chargeInGrace(
  { inGrace, record }: LateBook,
  charge: OverdueCharge,
  {
    room,
    rest,
    days,
    at,
  }: {
    readonly room: number
    readonly rest: number
    readonly days: number
    readonly at: number
  },
): void {
  let left = room
  let otherPrincipal = rest
  const { bucket } = charge
  for (const row of inGrace) {
    const principal = Math.min(row.principal, left)
    const interestAndFees = row.interest + row.fees
    const amounts = { principal, interestAndFees, otherPrincipal, penalty: 0 }
    row.waiting[bucket] = addCharge(row.waiting[bucket], charge, { amounts, days })
    noteCharge(record, charge, { amounts, days, at, waitsFor: row.index })
    left -= principal
    otherPrincipal = 0
  }
}

/** What has to be written into the account since the last time, to the fen. */
export function unpostedCharges({ charged, posted }: LateBook): {
  readonly penalty: Fen
  readonly interest: Fen
} {
  const penalty = roundExact(charged.penalty, CEILING)
  const interest = roundExact(charged.interest, CEILING)
  const unposted = {
    penalty: fen(penalty - posted.penalty),
    interest: fen(interest - posted.interest),
  }
  posted.penalty = penalty
  posted.interest = interest
  return unposted
}
