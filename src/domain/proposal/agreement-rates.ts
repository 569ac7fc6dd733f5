import type { Agreement, Loan } from '../case/index.ts'
import { internalRate } from '../cost/index.ts'
import {
  daysBetween,
  fen,
  maxFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { interestDays, interestFor } from '../loan/index.ts'

/** Instalments are often rounded up to the yuan: so much of each is taken for rounding. */
const ROUNDING = fen(100)

/**
 * What the instalments of an agreement take beyond its own yearly rate on the falling balance, each
 * period's interest by the loan's way to count days, half up to the fen. 0 where it names no rate, or
 * where no more than a yuan of each instalment is over.
 */
export function overAgreedRate(
  { rate, signedOn, instalments }: Agreement,
  balance: Fen,
  { dayCount }: Pick<Loan, 'dayCount'>,
): Fen {
  if (rate === null || instalments.length === 0 || balance <= 0) return ZERO_FEN
  let [left, from]: [Fen, CalendarDate] = [balance, signedOn]
  for (const { dueOn, amount } of instalments.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
    const days = Math.max(0, interestDays(dayCount, from, dueOn))
    const interest = interestFor(maxFen(ZERO_FEN, left), { rate, dayCount }, days)
    left = fen(left + interest - amount)
    from = dueOn
  }
  const over = subtractFen(ZERO_FEN, left)
  return over > ROUNDING * instalments.length ? over : ZERO_FEN
}

const DAYS_A_YEAR = 365

/**
 * The true yearly price of paying a balance by an agreement, instalments and fees on their days (actual/365,
 * compounded); fees without a day are taken with the first instalment. 0 where nothing is added, null where
 * there is no such rate.
 */
export function trueRate({ signedOn, instalments, fees }: Agreement, balance: Fen): number | null {
  const first = instalments
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(0)
  if (first === undefined || balance <= 0) return null
  if (sumFen([...instalments, ...fees].map(({ amount }) => amount)) === balance) return 0
  const at = (on: CalendarDate): number => Math.max(0, daysBetween(signedOn, on)) / DAYS_A_YEAR
  return internalRate([
    { t: 0, amount: balance },
    ...instalments.map(({ dueOn, amount }) => ({ t: at(dueOn), amount: -amount })),
    ...fees.map(({ on, amount }) => ({ t: at(on ?? first), amount: -amount })),
  ])
}
