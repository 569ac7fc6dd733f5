import { sumFen, type Fen } from '../kernel/index.ts'
import { instalmentFor, repayIn, type PayDays } from './amortise.ts'
import { askedUnder, longestOf, monthlyRooms, type Attempt } from './attempt.ts'
import { termsUnder } from './debt.ts'
import type { Household } from './household.ts'
import { askInstalments } from './loan-proposal.ts'
import type { LoanProposal } from './types.ts'

/**
 * Every asked creditor gets equal instalments over the same number of months: the fewest that the
 * household can bear. Null when not even the longest term fits.
 */
export function personalisedInstalments(
  attempt: Attempt,
  household: Household,
): readonly LoanProposal[] | null {
  const days: PayDays = { on: household.on, firstOn: attempt.firstOn }
  const terms = attempt.asked.map((debt) => termsUnder(debt, askedUnder(attempt, debt)))
  const together = (n: number): Fen => sumFen(terms.map((each) => instalmentFor(each, n, days)))
  const n = fewestThatFit(monthlyRooms(attempt, household), together)
  if (n === null) return null
  return [
    ...attempt.kept,
    ...attempt.asked.map((debt) => {
      const asked = askedUnder(attempt, debt)
      const frame = { days, asked, stretch: household.stretch }
      return askInstalments(debt, repayIn(termsUnder(debt, asked), n, days), frame)
    }),
  ]
}

/**
 * The fewest instalments whose sum fits the room for that many months. Both fall as the number
 * rises, so that everything shorter than the first that fits the widest room is passed over.
 */
function fewestThatFit(rooms: readonly number[], together: (n: number) => Fen): number | null {
  const widest = rooms[0] ?? 0
  let [low, high] = [1, rooms.length]
  if (high === 0 || together(high) > widest) return null
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (together(middle) <= widest) high = middle
    else low = middle + 1
  }
  for (let n = low; n <= rooms.length; n += 1) if (together(n) <= (rooms[n - 1] ?? 0)) return n
  return null
}

/** How much a month is missing under the mildest terms there are; 0 or less when nothing is. */
export function missingMonthly(attempt: Attempt, household: Household): number {
  const days: PayDays = { on: household.on, firstOn: attempt.firstOn }
  const longest = longestOf(attempt)
  const needed = attempt.asked.map((debt) =>
    instalmentFor(termsUnder(debt, askedUnder(attempt, debt)), longest, days),
  )
  return sumFen(needed) - (monthlyRooms(attempt, household).at(-1) ?? 0)
}
