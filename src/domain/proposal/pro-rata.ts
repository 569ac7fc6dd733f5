import {
  addFen,
  fen,
  minFen,
  splitByWeight,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type Fen,
} from '../kernel/index.ts'
import {
  interestUpTo,
  owedOf,
  payDay,
  payDown,
  type PayDays,
  type Remaining,
  type Repayment,
} from './amortise.ts'
import { monthlyRooms, type Attempt } from './attempt.ts'
import { termsUnder, type Repayable } from './debt.ts'
import type { Household } from './household.ts'
import { askInstalments } from './loan-proposal.ts'
import type { DatedAmount, LoanProposal } from './types.ts'

/**
 * What is affordable is split between the asked creditors in proportion to what each is owed, to the
 * fen by largest remainder; what a cleared loan no longer needs goes to the others. The fewest
 * months that clear everything. Null when the longest term does not.
 */
export function proRata(attempt: Attempt, household: Household): readonly LoanProposal[] | null {
  const days: PayDays = { on: household.on, firstOn: attempt.firstOn }
  const terms = attempt.asked.map((debt) => termsUnder(debt, attempt.concession))
  const rooms = monthlyRooms(attempt, household)
  for (let n = fewestMonths(terms, rooms); n <= rooms.length; n += 1) {
    const repaid = share(terms, { monthly: fen(rooms[n - 1] ?? 0), months: n, days })
    if (repaid === null) continue
    const frame = { days, concession: attempt.concession, stretch: household.stretch }
    return [
      ...attempt.kept,
      ...attempt.asked.map((debt, index) =>
        askInstalments(debt, repaid[index] ?? { payments: [], balances: [] }, frame),
      ),
    ]
  }
  return null
}

/** No plan is shorter than what is owed divided by the most that one month can bear. */
function fewestMonths(terms: readonly Repayable[], rooms: readonly number[]): number {
  const most = rooms[0] ?? 0
  if (most <= 0) return Number.POSITIVE_INFINITY
  return Math.max(1, Math.ceil(sumFen(terms.map(owedOf)) / most))
}

interface Shares {
  readonly monthly: Fen
  readonly months: number
  readonly days: PayDays
}

/** Each loan's payments when `monthly` is shared out for `months`; null when something is left then. */
function share(
  terms: readonly Repayable[],
  { monthly, months, days }: Shares,
): readonly Repayment[] | null {
  const weights = terms.map(owedOf)
  const payments: DatedAmount[][] = terms.map(() => [])
  const balances: DatedAmount[][] = terms.map(() => [])
  let left: readonly Remaining[] = terms
  for (let n = 0; n < months; n += 1) {
    const due = left.map(({ principal, charges }, index) => {
      const loan = terms[index]
      if (loan === undefined || principal + charges === 0) return { principal, charges }
      return { principal, charges: addFen(charges, interestUpTo(loan, principal, { ...days, n })) }
    })
    const parts = sharedOut(monthly, weights, due.map(owedOf))
    left = due.map((each, index) => payDown(each, parts[index] ?? ZERO_FEN))
    const on = payDay(days, n)
    parts.forEach((amount, index) => {
      if (amount === 0) return
      payments[index]?.push({ on, amount })
      balances[index]?.push({
        on,
        amount: owedOf(left[index] ?? { principal: ZERO_FEN, charges: ZERO_FEN }),
      })
    })
  }
  if (left.some((each) => owedOf(each) > 0)) return null
  return terms.map((_, index) => ({
    payments: payments[index] ?? [],
    balances: balances[index] ?? [],
  }))
}

/** An amount split by weight, nobody above what is owed; what is over goes to the others again. */
export function sharedOut(
  amount: Fen,
  weights: readonly number[],
  owed: readonly Fen[],
): readonly Fen[] {
  let parts: readonly Fen[] = owed.map(() => ZERO_FEN)
  let left = minFen(amount, sumFen(owed))
  while (left > 0) {
    const open = owed.map((most, index) => most > (parts[index] ?? 0))
    const offered = splitByWeight(
      left,
      weights.map((weight, index) => (open[index] === true ? weight : 0)),
    )
    const before = parts
    parts = owed.map((most, index) =>
      minFen(most, addFen(before[index] ?? ZERO_FEN, offered[index] ?? ZERO_FEN)),
    )
    const taken = subtractFen(sumFen(parts), sumFen(before))
    if (taken === 0) break
    left = subtractFen(left, taken)
  }
  return parts
}
