import type { Loan } from '../case/index.ts'
import {
  addFen,
  dayNumber,
  scaleExactly,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { post, type Account } from './account.ts'
import type { DayTerms } from './day-terms.ts'
import { endGrace, unpaidOf, type LateBook } from './late-book.ts'
import { withinCeiling } from './reckonable.ts'

/**
 * The late fee of a missed due date: a fixed amount plus a part of what is unpaid, half up to the
 * fen. 0 where none is agreed or nothing is unpaid.
 * @param owed fees that are owed already: beyond the ceiling none is added
 */
function lateFeeOn(loan: Loan, unpaid: Fen, owed: Fen): Fen {
  const lateFee = loan.penalty?.lateFee
  if (lateFee == null || unpaid === 0) return ZERO_FEN
  const { numerator, denominator } = lateFee.fraction ?? { numerator: 0, denominator: 1 }
  const fee = addFen(lateFee.fixed, scaleExactly(unpaid, [numerator], [denominator]))
  return withinCeiling(fee, owed)
}

/** The terms of the day, and when late fees were last stopped. */
interface FeeClock {
  terms: DayTerms | undefined
  lastWaived: number
}

/** The terms turn: remembers that late fees were stopped up to the day before. */
export function turn(clock: FeeClock, next: DayTerms): void {
  if (clock.terms?.lateFees === false) clock.lastWaived = next.since - 1
  clock.terms = next
}

/**
 * Whether a missed due date costs no late fee: a freeze covers a day from the first one after it to
 * the one on which the fee would be charged. (Were it only that last day, more grace could move it
 * out of a freeze and cost more.)
 */
const isWaived = (clock: FeeClock, { dueOn }: { readonly dueOn: CalendarDate }): boolean =>
  clock.terms?.lateFees !== true || clock.lastWaived > dayNumber(dueOn)

/**
 * A due date was missed: its grace is over, and it costs a late fee once. Returns the fee; 0 where it
 * was paid after all, or waived, or costs none.
 */
export function chargeMissed(
  running: FeeClock & {
    readonly loan: Loan
    readonly account: Account
    readonly book: LateBook
  },
  { on, index }: { readonly on: CalendarDate; readonly index: number },
): Fen {
  const { account, loan, book } = running
  const row = endGrace(book, index)
  if (row === null || isWaived(running, row)) return ZERO_FEN
  const { dueOn } = row
  const unpaid = unpaidOf(row)
  const fee = lateFeeOn(loan, unpaid, account.balance.fees)
  if (fee > 0) book.record?.lateFees.push({ dueOn, on, unpaid, fee })
  post(account, { on, kind: 'late-fee' }, { fees: fee })
  return fee
}
