import {
  addFen,
  fen,
  minFen,
  splitByWeight,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
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
import { monthInterest } from '../loan/index.ts'
import { repayableBalance } from './ask-routes.ts'
import { askedUnder, monthlyRooms, type Attempt } from './attempt.ts'
import { termsUnder, type Debt, type Repayable } from './debt.ts'
import type { Household } from './household.ts'
import { askInstalments } from './loan-proposal.ts'
import type { DatedAmount, LoanProposal } from './types.ts'

/** What each creditor gets at least where shares go by the contracts' payments: a share that is not worth its booking helps nobody. */
const LEAST_SHARE = fen(5000)

/**
 * What is affordable is split between the asked creditors in proportion to what each is owed, to the
 * fen by largest remainder; what a cleared loan no longer needs goes to the others. The fewest
 * months that clear everything. Null when the longest term does not, or a share would not cover the
 * interest of its loan.
 */
export const proRata = (attempt: Attempt, household: Household): readonly LoanProposal[] | null =>
  shareOut(attempt, household, {
    weights: attempt.asked.map((debt) => owedOf(termsUnder(debt, askedUnder(attempt, debt)))),
    floor: ZERO_FEN,
  })

/** The same in proportion to what each contract asks for a month, nobody below a small floor. */
export const proRataContractual = (
  attempt: Attempt,
  household: Household,
): readonly LoanProposal[] | null =>
  shareOut(attempt, household, {
    weights: attempt.asked.map(contractualPayment),
    floor: LEAST_SHARE,
  })

/** What the contract asks on the next due date; where nothing falls due any more, what is late. */
const contractualPayment = ({ state }: Debt): Fen => state.nextDue?.payment ?? state.arrears

interface Weighted {
  readonly weights: readonly number[]
  readonly floor: Fen
}

function shareOut(
  attempt: Attempt,
  household: Household,
  weighted: Weighted,
): readonly LoanProposal[] | null {
  const days: PayDays = { on: household.on, firstOn: attempt.firstOn }
  const terms = attempt.asked.map((debt) => termsUnder(debt, askedUnder(attempt, debt)))
  const rooms = monthlyRooms(attempt, household)
  const least = terms.map((each, index) =>
    leastShare(each, days, attempt.asked[index]?.bounds.term ?? 1),
  )
  let tried: Tried = { monthly: ZERO_FEN, repaid: null }
  for (let n = fewestMonths(terms, rooms); n <= rooms.length; n += 1) {
    const monthly = fen(rooms[n - 1] ?? 0)
    // The same amount a month takes as many months, however many there are.
    if (tried.monthly !== monthly) {
      const repaid = share(terms, { ...weighted, monthly, least, months: rooms.length, days })
      tried = { monthly, repaid }
    }
    const { repaid } = tried
    if (repaid === null || !endsBy(repaid, payDay(days, n - 1))) continue
    return [
      ...attempt.kept,
      ...attempt.asked.map((debt, index) =>
        askInstalments(debt, repaid[index] ?? { payments: [], balances: [] }, {
          days,
          asked: askedUnder(attempt, debt),
          stretch: household.stretch,
        }),
      ),
    ]
  }
  return null
}

/** What came of an amount a month; null = it clears nothing in the longest term. */
interface Tried {
  readonly monthly: Fen
  readonly repaid: readonly Repayment[] | null
}

const endsBy = (repaid: readonly Repayment[], last: CalendarDate): boolean =>
  repaid.every(({ payments }) => (payments.at(-1)?.on ?? last) <= last)

/** No plan is shorter than what is owed divided by the most that one month can bear. */
function fewestMonths(terms: readonly Repayable[], rooms: readonly number[]): number {
  const most = rooms[0] ?? 0
  if (most <= 0) return Number.POSITIVE_INFINITY
  return Math.max(1, Math.ceil(sumFen(terms.map(owedOf)) / most))
}

interface Shares extends Weighted {
  readonly monthly: Fen
  /** The least that each loan's first share has to be. */
  readonly least: readonly number[]
  readonly months: number
  readonly days: PayDays
}

/** Each loan's payments when `monthly` is shared out for at most `months`; null when something is left then. */
function share(
  terms: readonly Repayable[],
  { monthly, least, months, days, weights, floor }: Shares,
): readonly Repayment[] | null {
  const payments: DatedAmount[][] = terms.map(() => [])
  const balances: DatedAmount[][] = terms.map(() => [])
  let left: readonly Remaining[] = terms
  for (let n = 0; n < months && left.some((each) => owedOf(each) > 0); n += 1) {
    const due = left.map(({ principal, charges }, index) => {
      const loan = terms[index]
      if (loan === undefined || principal + charges === 0) return { principal, charges }
      return { principal, charges: addFen(charges, interestUpTo(loan, principal, { ...days, n })) }
    })
    const parts = sharedWithFloor(monthly, weights, { owed: due.map(owedOf), floor })
    if (n === 0 && least.some((amount, index) => (parts[index] ?? 0) < amount)) return null
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

/** The first month's interest and an equal part of the old charges over the longest term: less lets the debt grow. */
const leastShare = (terms: Repayable, days: PayDays, longest: number): number =>
  (repayableBalance(terms, { days, pace: 'free', months: longest }).parts[0] ?? 0) +
  Math.min(
    monthInterest(terms.principal, terms),
    interestUpTo(terms, terms.principal, { ...days, n: 0 }),
  )

/** The same split with nobody below a floor, as far as the amount reaches that for all: who would be is lifted to it, the others share the rest. */
export function sharedWithFloor(
  amount: Fen,
  weights: readonly number[],
  { owed, floor }: { readonly owed: readonly Fen[]; readonly floor: Fen },
): readonly Fen[] {
  const floors = owed.map((most) => minFen(most, floor))
  if (sumFen(floors) > amount) return sharedOut(amount, weights, owed)
  const lifted = new Set<number>()
  for (;;) {
    const onFloor = sumFen(floors.filter((_, index) => lifted.has(index)))
    const others = sharedOut(
      subtractFen(amount, onFloor),
      weights.map((weight, index) => (lifted.has(index) ? 0 : weight)),
      owed.map((most, index) => (lifted.has(index) ? ZERO_FEN : most)),
    )
    const parts = floors.map((least, index) =>
      lifted.has(index) ? least : (others[index] ?? ZERO_FEN),
    )
    const low = parts.findIndex((part, index) => part < (floors[index] ?? 0))
    if (low === -1) return parts
    lifted.add(low)
  }
}

/**
 * An amount split by weight, nobody above what is owed; what is over goes to the others again. To the
 * fen by largest remainder, the earlier one first on a tie.
 */
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
