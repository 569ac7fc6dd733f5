import type { Loan } from '../case/index.ts'
import {
  addFen,
  dayNumber,
  fen,
  maxFen,
  minFen,
  multiplyDivideHalfUp,
  refuse,
  scaleExactly,
  subtractFen,
  succeed,
  ZERO_FEN,
  type Fen,
  type Result,
} from '../kernel/index.ts'
import { dueDate } from './due-date.ts'
import { bearingDays } from './freezes.ts'
import type { PrincipalPart } from './methods.ts'
import { isReckonable } from './reckonable.ts'
import { periodInterest, type Period } from './period-interest.ts'

/** A balance that its minimum does not clear in fifty years is said never to clear. */
export const LONGEST_RUN = 600

/** The least that revolving credit asks for on a due date: the larger of floor and fraction × what is owed, never more than that. */
export function minimumDue(loan: Pick<Loan, 'minimumPayment'>, owed: Fen): Fen {
  const minimum = loan.minimumPayment
  if (minimum === null) return owed
  const { numerator, denominator } = minimum.fraction
  return minFen(owed, maxFen(minimum.floor, scaleExactly(owed, [numerator], [denominator])))
}

/**
 * Revolving credit paid by its minimum only: interest by the day from the transaction date (it is
 * never paid in full), the minimum of principal and interest on each due date.
 * Refuses a balance that grows, or is not cleared in 600 months, or can't be reckoned.
 */
export function minimumPaymentParts(loan: Loan): Result<readonly PrincipalPart[], 'never-clears'> {
  if (!isReckonable(loan, LONGEST_RUN)) return refuse('never-clears')
  const parts: PrincipalPart[] = []
  let [balance, from] = [loan.principal, loan.disbursedOn]
  for (let n = 1; balance > 0; n += 1) {
    if (n > LONGEST_RUN) return refuse('never-clears')
    const dueOn = dueDate(loan, n)
    const paidInFull = n === 1 && minimumDue(loan, balance) === balance
    const interest = paidInFull ? ZERO_FEN : borneInterest(loan, balance, { from, to: dueOn })
    const principal = subtractFen(minimumDue(loan, addFen(balance, interest)), interest)
    if (principal <= 0) return refuse('never-clears')
    parts.push({ dueOn, principal: fen(Math.min(principal, balance)), interest })
    balance = subtractFen(balance, minFen(principal, balance))
    from = dueOn
  }
  return succeed(parts)
}

/** Interest of the days that are not frozen, as a part of the whole period's. */
function borneInterest(loan: Loan, balance: Fen, { from, to }: Period): Fen {
  const interest = periodInterest(loan, balance, { from, to, months: null })
  const [start, end] = [dayNumber(from), dayNumber(to)]
  if (loan.freezes.length === 0 || end <= start) return interest
  return fen(multiplyDivideHalfUp(interest, bearingDays(loan, { start, end }), end - start))
}
