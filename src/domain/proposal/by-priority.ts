import { fractionToNumber, type CalendarDate } from '../kernel/index.ts'
import { annualRate } from '../loan/index.ts'
import { askRoute } from './ask-routes.ts'
import { askedUnder, type Attempt } from './attempt.ts'
import { contractRoutes } from './contract-routes.ts'
import { termsUnder, type Debt } from './debt.ts'
import { meansFor } from './horizons.ts'
import type { Household } from './household.ts'
import { routeProposal } from './loan-proposal.ts'
import { comingPayDays } from './pay-dates.ts'
import type { Route } from './route.ts'
import type { LoanProposal } from './types.ts'
import { walk } from './walk.ts'

/** Which loan gets what is left over: the dearest, the smallest, or the one that stands first in the case. */
export type Priority = 'avalanche' | 'snowball' | 'own-order'

/** How many coming pay days what is late may be spread over. */
const PAY_DAYS = 14

/** The ways to keep each loan's contract. */
export function contractWays(
  debts: readonly Debt[],
  { dayOfMonth, on }: Household,
): readonly (readonly Route[])[] {
  const days = comingPayDays(dayOfMonth, on, PAY_DAYS)
  return debts.map((debt) => contractRoutes(debt, days))
}

/** All loans by their contracts; the nth try takes the nth way to catch up. */
export function contractTries(ways: readonly (readonly Route[])[]): readonly (readonly Route[])[] {
  const most = Math.max(0, ...ways.map((routes) => routes.length))
  return Array.from({ length: most }, (_, n) =>
    ways.flatMap((routes) => routes.slice(Math.min(n, routes.length - 1)).slice(0, 1)),
  ).filter((routes) => routes.length === ways.length)
}

/** Loans asked under an attempt, the others by their contract; null where a contract can't be followed. */
export function attemptRoutes(
  ways: readonly (readonly Route[])[],
  debts: readonly Debt[],
  { attempt, on }: { readonly attempt: Attempt; readonly on: CalendarDate },
): readonly Route[] | null {
  const days = { on, firstOn: attempt.firstOn }
  const routes = debts.flatMap((debt, index) =>
    attempt.asked.includes(debt)
      ? [askRoute(debt, askedUnder(attempt, debt), { days, pace: 'level' })]
      : (ways[index] ?? []).slice(0, 1),
  )
  return routes.length === debts.length ? routes : null
}

/**
 * Minimums first, then all that can be spared to one loan after another in an order of priority. What
 * a cleared loan no longer takes goes on to the next.
 */
export function walkByPriority(
  routes: readonly Route[],
  priority: Priority,
  household: Household,
): readonly LoanProposal[] | null {
  const order = orderOf(routes, priority)
  for (const means of meansFor(routes, household)) {
    const walked = walk(routes, order, means)
    if (walked === null) continue
    return routes.map((route, index) =>
      routeProposal(route, walked[index] ?? { payments: [], balances: [] }, household),
    )
  }
  return null
}

function orderOf(routes: readonly Route[], priority: Priority): readonly number[] {
  const indices = routes.map((_, index) => index)
  if (priority === 'own-order') return indices
  const owed = routes.map(({ debt }) => debt.state.owedNow)
  const rates = routes.map(yearlyRate)
  const at = (list: readonly number[], index: number): number => list[index] ?? 0
  return indices.sort((a, b) =>
    priority === 'snowball'
      ? at(owed, a) - at(owed, b)
      : at(rates, b) - at(rates, a) || at(owed, a) - at(owed, b),
  )
}

/** What a loan bears in a year, by the terms that are asked for where any are. */
function yearlyRate({ debt, standing, concession, rate: asked }: Route): number {
  const rate =
    standing === 'ask' ? termsUnder(debt, { concession, rate: asked ?? null }).rate : debt.loan.rate
  return fractionToNumber(annualRate(rate, debt.loan.dayCount))
}
