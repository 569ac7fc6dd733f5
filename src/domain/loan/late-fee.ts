import type { Loan } from '../case/index.ts'
import {
  addFen,
  dayNumber,
  scaleExactly,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import type { DayTerms } from './day-terms.ts'
import { withinCeiling } from './reckonable.ts'

/**
 * The late fee of a missed due date: a fixed amount plus a part of what is unpaid, half up to the
 * fen. 0 where none is agreed or nothing is unpaid.
 * @param owed fees that are owed already: beyond the ceiling none is added
 */
export function lateFeeOn(loan: Loan, unpaid: Fen, owed: Fen): Fen {
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
export const isWaived = (clock: FeeClock, { dueOn }: { readonly dueOn: CalendarDate }): boolean =>
  clock.terms?.lateFees !== true || clock.lastWaived > dayNumber(dueOn)
