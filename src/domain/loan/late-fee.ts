import type { Loan } from '../case/index.ts'
import { addFen, scaleExactly, ZERO_FEN, type Fen } from '../kernel/index.ts'

/** The late fee of a missed due date: a fixed amount plus a part of what is unpaid, half up to the fen. 0 where none is agreed or nothing is unpaid. */
export function lateFeeOn(loan: Loan, unpaid: Fen): Fen {
  const lateFee = loan.penalty?.lateFee
  if (lateFee == null || unpaid === 0) return ZERO_FEN
  const { numerator, denominator } = lateFee.fraction ?? { numerator: 0, denominator: 1 }
  return addFen(lateFee.fixed, scaleExactly(unpaid, [numerator], [denominator]))
}
