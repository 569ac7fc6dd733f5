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
import { addCharge, type OverdueCharge } from './overdue-charge.ts'
import { CEILING } from './reckonable.ts'

/** What falls due on one day. */
interface Due {
  readonly dueOn: CalendarDate
  fees: Fen
  interest: Fen
  principal: Fen
}

/** What is unpaid of one due date. It shrinks as it is paid. */
export interface DueRow extends Due {
  readonly index: number
  /** Its grace days are over. */
  isLate: boolean
  /** Charges of its grace days: they count only if it is not paid within them. */
  waiting: Charges
}

/** What late money has cost, exact to the last fraction. */
interface Charges {
  penalty: ExactSum
  interest: ExactSum
}

/** All that is due and unpaid, oldest first, and what being late has cost. */
export interface LateBook {
  rows: DueRow[]
  readonly charged: Charges
  /** The part of it that is written into the account. */
  readonly posted: { penalty: Fen; interest: Fen }
  /** Penalty interest that was added to the base of compound charges and is unpaid. */
  capitalised: Fen
}

const noCharges = (): Charges => ({ penalty: EXACT_ZERO, interest: EXACT_ZERO })

export const openLateBook = (): LateBook => ({
  rows: [],
  charged: noCharges(),
  posted: { penalty: ZERO_FEN, interest: ZERO_FEN },
  capitalised: ZERO_FEN,
})

/** Enters what falls due. Without grace days it is late from the next day on. */
export function enterDue(
  book: LateBook,
  due: Readonly<Due>,
  { index, graceDays }: { readonly index: number; readonly graceDays: number },
): void {
  if (unpaidOf(due) === 0) return
  const { dueOn, fees, interest, principal } = due
  const waiting = noCharges()
  book.rows.push({ dueOn, index, fees, interest, principal, isLate: graceDays === 0, waiting })
}

export const unpaidOf = ({ fees, interest, principal }: Readonly<Due>): Fen =>
  fen(fees + interest + principal)

/** All that is due and unpaid, charges on lateness left out. */
export function unpaidIn({ rows }: LateBook): Fen {
  let sum = 0
  for (const row of rows) sum += row.fees + row.interest + row.principal
  return fen(sum)
}

/** Forgets what is paid; a row paid within its grace days takes its waiting charges with it. */
export function dropPaid(book: LateBook): void {
  if (book.rows.some((row) => unpaidOf(row) === 0)) {
    book.rows = book.rows.filter((row) => unpaidOf(row) > 0)
  }
}

/** The grace days of a due date are over: what was waiting counts, from the due date on. Null when it is paid. */
export function endGrace(book: LateBook, index: number): DueRow | null {
  const row = book.rows.find((each) => each.index === index)
  if (row === undefined) return null
  if (!row.isLate) {
    book.charged.penalty = addSums(book.charged.penalty, row.waiting.penalty)
    book.charged.interest = addSums(book.charged.interest, row.waiting.interest)
    row.isLate = true
  }
  return row
}

/**
 * Charges late money for some days. Rows in their grace days keep a tab of their own. Principal
 * that is not due is charged (where the contract does) while something is late, or on the tab of
 * the oldest row in grace.
 * @param outstanding all principal that is owed, due or not
 */
export function chargeLate(
  book: LateBook,
  charge: OverdueCharge | null,
  { outstanding, days }: { readonly outstanding: Fen; readonly days: number },
): void {
  if (charge === null) return
  let principal = 0
  let interestAndFees = 0
  let inGrace = 0
  for (const row of book.rows) {
    if (!row.isLate) inGrace += row.principal
    else {
      principal += row.principal
      interestAndFees += row.interest + row.fees
    }
  }
  const isLate = principal > 0 || interestAndFees > 0
  // A minimum payment asks for interest too: of its amount only what is principal bears a charge.
  principal = Math.min(principal, outstanding)
  const rest = Math.max(0, outstanding - principal - inGrace)
  const { bucket } = charge
  const amounts = {
    principal,
    interestAndFees,
    otherPrincipal: isLate ? rest : 0,
    penalty: book.capitalised,
  }
  book.charged[bucket] = addCharge(book.charged[bucket], charge, { amounts, days })
  if (book.rows.some((row) => !row.isLate))
    chargeInGrace(book, charge, { room: outstanding - principal, rest: isLate ? 0 : rest, days })
}

/** Enters the charges of rows in their grace days on their own tabs. */
function chargeInGrace(
  book: LateBook,
  charge: OverdueCharge,
  { room, rest, days }: { readonly room: number; readonly rest: number; readonly days: number },
): void {
  let left = room
  let otherPrincipal = rest
  for (const row of book.rows) {
    if (row.isLate) continue
    const principal = Math.min(row.principal, left)
    const interestAndFees = row.interest + row.fees
    const amounts = { principal, interestAndFees, otherPrincipal, penalty: 0 }
    const { bucket } = charge
    row.waiting[bucket] = addCharge(row.waiting[bucket], charge, { amounts, days })
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
