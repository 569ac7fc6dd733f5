import type { Case } from '../case/index.ts'
import {
  addFen,
  fen,
  minFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { annualRate } from '../loan/index.ts'
import { interestUpTo, owedOf, payDay, payDown, type PayDays, type Remaining } from './amortise.ts'
import { AS_IT_STANDS, debtsOf, termsUnder, type Repayable } from './debt.ts'
import { firstPayDate, payDayOfMonth } from './pay-dates.ts'

/** How a fixed monthly amount clears everything that is owed. */
export interface Clearing {
  /** The same every month, for all lenders together; the last month may need less. */
  readonly monthly: Fen
  readonly months: number
  readonly clearsOn: CalendarDate
  readonly totalPaid: Fen
  /** Interest that is added on the way. */
  readonly interest: Fen
}

export type ClearingProblem = 'nothing-owed' | 'never-clears' | 'no-pay-day-left'

export type ClearingAnswer =
  | { readonly ok: true; readonly value: Clearing }
  | { readonly ok: false; readonly problem: ClearingProblem }

/** Fifty years: what takes longer is not cleared. */
const MOST_MONTHS = 600

/**
 * When a monthly amount clears all loans: everything owed today stands still but for ordinary
 * interest at the contracts' rates, and each month's amount goes to the dearest loan first, charges
 * before principal. The quickest and cheapest order there is, so what lenders agree to takes no less.
 * Source of the order: highest rate first ("avalanche").
 */
export function clearingBy(facts: Case, monthly: Fen, on: CalendarDate): ClearingAnswer {
  const { terms, days } = startOf(facts, on)
  if (terms.length === 0) return { ok: false, problem: 'nothing-owed' }
  const found = payOff(terms, days, { monthly, most: MOST_MONTHS })
  return found === null ? { ok: false, problem: 'never-clears' } : { ok: true, value: found }
}

/**
 * The least monthly amount, to the fen, that clears all loans by a day: the inverse of `clearingBy`.
 * A larger amount leaves no loan with more at any time, so that halving the range finds the least.
 */
export function amountToClearBy(facts: Case, by: CalendarDate, on: CalendarDate): ClearingAnswer {
  const { terms, days } = startOf(facts, on)
  if (terms.length === 0) return { ok: false, problem: 'nothing-owed' }
  let most = 0
  while (most < MOST_MONTHS && payDay(days, most) <= by) most += 1
  if (most === 0) return { ok: false, problem: 'no-pay-day-left' }
  let low = 1
  let high: number = dueAtOnce(terms, days)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (payOff(terms, days, { monthly: fen(middle), most }) === null) low = middle + 1
    else high = middle
  }
  const found = payOff(terms, days, { monthly: fen(low), most })
  return found === null ? { ok: false, problem: 'never-clears' } : { ok: true, value: found }
}

interface Start {
  /** The dearest first. */
  readonly terms: readonly Repayable[]
  readonly days: PayDays
}

function startOf(facts: Case, on: CalendarDate): Start {
  const yearly = ({ rate, dayCount }: Repayable): number => {
    const { numerator, denominator } = annualRate(rate, dayCount)
    return numerator / denominator
  }
  const terms = debtsOf(facts, [], on).map((debt) => termsUnder(debt, AS_IT_STANDS))
  return {
    terms: terms.toSorted((a, b) => yearly(b) - yearly(a)),
    days: { on, firstOn: firstPayDate(payDayOfMonth(facts.budget), on, 0) },
  }
}

/** What clears everything with the first payment. */
const dueAtOnce = (terms: readonly Repayable[], days: PayDays): Fen =>
  sumFen(
    terms.map((each) =>
      addFen(owedOf(each), interestUpTo(each, each.principal, { ...days, n: 0 })),
    ),
  )

/** Pays month after month until nothing is owed; null when that takes more months than `most`. */
function payOff(
  terms: readonly Repayable[],
  days: PayDays,
  { monthly, most }: { readonly monthly: Fen; readonly most: number },
): Clearing | null {
  let left: readonly Remaining[] = terms
  let [totalPaid, interest] = [ZERO_FEN, ZERO_FEN]
  for (let n = 0; n < most; n += 1) {
    const added = terms.map((each, index) =>
      interestUpTo(each, left[index]?.principal ?? ZERO_FEN, { ...days, n }),
    )
    interest = addFen(interest, ...added)
    let money = monthly
    left = left.map(({ principal, charges }, index) => {
      const due = { principal, charges: addFen(charges, added[index] ?? ZERO_FEN) }
      const paid = minFen(money, owedOf(due))
      money = subtractFen(money, paid)
      return payDown(due, paid)
    })
    totalPaid = addFen(totalPaid, subtractFen(monthly, money))
    const owed = sumFen(left.map(owedOf))
    if (owed === 0)
      return { monthly, months: n + 1, clearsOn: payDay(days, n), totalPaid, interest }
  }
  return null
}
