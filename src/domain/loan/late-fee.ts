import type { Loan } from '../case/index.ts'
import { addFen, fen, minFen, scaleExactly, ZERO_FEN, type Fen } from '../kernel/index.ts'
import { CEILING } from './reckonable.ts'

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
  return minFen(fee, fen(Math.max(0, CEILING - owed)))
}
