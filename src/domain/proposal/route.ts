import type { Fraction, Rate } from '../kernel/index.ts'
import {
  fen,
  maxFen,
  minFen,
  scaleFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { minimumDue } from '../loan/index.ts'
import type { Debt } from './debt.ts'
import type { Arrangement, Concession, DatedAmount, Standing, TakenOffer } from './types.ts'

/** One way to repay a loan: what is paid in any case, and a balance whose payments are left open. */
export interface Route {
  readonly debt: Debt
  readonly arrangement: Arrangement
  readonly standing: Standing
  readonly offer: TakenOffer | null
  readonly concession: Concession
  /** The yearly rate that interest is asked to go on at, 0 = it stops; left out where it is not touched. */
  readonly rate?: Rate
  readonly fixed: readonly DatedAmount[]
  /** Owed after each fixed payment: for the chart of balances. */
  readonly fixedBalances: readonly DatedAmount[]
  readonly open: OpenBalance | null
}

/**
 * A balance that is paid down once a month: what a payment brings beyond the interest of its month and
 * a part of old charges lowers the principal at once (Civil Code art. 677: interest by the time money
 * was really borrowed).
 */
export interface OpenBalance {
  readonly days: readonly CalendarDate[]
  readonly principal: Fen
  /** Interest that each day brings, as a part of the principal before it. */
  readonly interest: readonly Fraction[]
  /** The most principal that may be left after each day. */
  readonly ceilings: readonly Fen[]
  /** The least payment of each day towards interest and principal, less where less is owed. */
  readonly least: readonly Fen[]
  /** A card's own minimum, where it asks for a part of what is owed. */
  readonly minimum: Debt['loan']['minimumPayment']
  /** Charges of before, in parts: they bear nothing and are paid beside. */
  readonly parts: readonly Fen[]
}

export const interestOn = (open: OpenBalance, slot: number, principal: Fen): Fen => {
  const share = open.interest[slot]
  return share === undefined ? ZERO_FEN : scaleFen(principal, share.numerator, share.denominator)
}

/** The least that must go to principal on a day so that the terms are kept. */
export function leastPrincipal(open: OpenBalance, slot: number, principal: Fen): Fen {
  const interest = interestOn(open, slot, principal)
  const owed = fen(principal + interest)
  const asked = maxFen(
    open.least[slot] ?? ZERO_FEN,
    open.minimum === null ? ZERO_FEN : minimumDue({ minimumPayment: open.minimum }, owed),
  )
  const byPayment = maxFen(ZERO_FEN, subtractFen(minFen(asked, owed), interest))
  const byCeiling = subtractFen(principal, minFen(principal, open.ceilings[slot] ?? ZERO_FEN))
  return maxFen(byPayment, byCeiling)
}

/** What a route takes when no more than the least is paid, up to a day (that day left out). */
export function leastPayments(route: Route, until: CalendarDate): readonly DatedAmount[] {
  const { open, fixed } = route
  const early = fixed.filter(({ on }) => on < until)
  if (open === null) return early
  let { principal } = open
  const payments = open.days.flatMap((on, slot) => {
    if (on >= until) return []
    const lowered = leastPrincipal(open, slot, principal)
    const parts = [interestOn(open, slot, principal), lowered, open.parts[slot] ?? ZERO_FEN]
    principal = subtractFen(principal, lowered)
    return { on, amount: sumFen(parts) }
  })
  return [...early, ...payments].filter(({ amount }) => amount > 0)
}
