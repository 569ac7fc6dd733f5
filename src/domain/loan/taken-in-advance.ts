import type { Loan, Payment } from '../case/index.ts'
import {
  fen,
  scaleFen,
  splitByWeight,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { replayLoan } from './replay.ts'

/** What was kept back when the money was paid out, and what follows from it. */
export interface TakenInAdvance {
  /** The part of the contract's principal that never arrived and is no fee named in the contract. */
  readonly amount: Fen
  /** What would be owed now were principal and interest counted on what arrived. */
  readonly owedOnReceived: Fen
}

/**
 * Interest taken in advance (砍头息). Interest may not be taken off the principal beforehand; if it
 * was, principal and interest count on the sum that was received (Civil Code art. 670; for private
 * loans 法释〔2020〕6号 art. 26). Fees that the contract names as taken up front are charges, not
 * interest: they stay part of the principal and count as cost. The contract's own account stays what
 * the lender will claim; this is what a debtor can hold against it. Null where nothing was kept back.
 */
export function takenInAdvance(
  loan: Loan,
  payments: readonly Payment[],
  on: CalendarDate,
): TakenInAdvance | null {
  const named = sumFen(loan.fees.filter(({ when }) => when === 'upfront').map((fee) => fee.amount))
  const amount = loan.principal - loan.received - named
  if (amount <= 0) return null
  const { owedNow } = replayLoan(onReceived(loan, fen(amount)), payments, on)
  return { amount: fen(amount), owedOnReceived: owedNow }
}

/** The loan with a smaller principal: computed rows follow from it, the contract's own shrink in proportion. */
function onReceived(loan: Loan, less: Fen): Loan {
  const principal = fen(loan.principal - less)
  const rows = loan.schedule ?? []
  const principals = splitByWeight(
    principal,
    rows.map((row) => row.principal),
  )
  const schedule = rows.map((row, index) => ({
    ...row,
    principal: principals[index] ?? ZERO_FEN,
    interest: scaleFen(row.interest, principal, loan.principal),
  }))
  return { ...loan, principal, schedule: rows.length === 0 ? null : schedule }
}
