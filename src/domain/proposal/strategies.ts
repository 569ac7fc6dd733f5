import { attempts, type Attempt } from './attempt.ts'
import {
  attemptRoutes,
  contractTries,
  contractWays,
  walkByPriority,
  type Priority,
} from './by-priority.ts'
import { contractRoutes } from './contract-routes.ts'
import type { Debt } from './debt.ts'
import type { Household } from './household.ts'
import { offerRoutes } from './offer-routes.ts'
import { comingPayDays } from './pay-dates.ts'
import { personalisedInstalments } from './personalised-instalments.ts'
import { proRata, proRataContractual } from './pro-rata.ts'
import { leastPayments, type Route } from './route.ts'
import type { DatedAmount, LoanProposal, Strategy } from './types.ts'

/** What every strategy works from. */
export interface Ground {
  readonly debts: readonly Debt[]
  readonly household: Household
  readonly attempts: readonly Attempt[]
  /** The ways to keep each loan's contract. */
  readonly ways: readonly (readonly Route[])[]
  /** The loans' routes under the contracts, then under each attempt; each worked out when first asked for. */
  readonly tries: readonly (() => readonly Route[] | null)[]
}

/** A strategy finds each loan's part, or null where nothing of its kind can be kept. */
export type Arrange = (ground: Ground) => readonly LoanProposal[] | null

type Shared = (attempt: Attempt, household: Household) => readonly LoanProposal[] | null

/** How many pay days ahead an offer may be taken up. */
const PAY_DAYS = 120

/** Works out once what every strategy starts from. */
export function ground(debts: readonly Debt[], household: Household): Ground {
  const { on } = household
  const tries = attempts(debts, household)
  const ways = contractWays(debts, household)
  return {
    debts,
    household,
    attempts: tries,
    ways,
    tries: [
      ...contractTries(ways).map((routes) => () => routes),
      ...tries.map((attempt) => once(() => attemptRoutes(ways, debts, { attempt, on }))),
    ],
  }
}

function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | null = null
  return () => {
    known ??= { value: work() }
    return known.value
  }
}

/** The least concession first: the first try that can be kept. */
const firstOf =
  (arrange: Shared, wanted: (attempt: Attempt) => boolean = () => true): Arrange =>
  ({ attempts: tries, household }) =>
    firstFound(tries.filter(wanted), (attempt) => arrange(attempt, household))

function firstFound<Try, Found>(
  tries: readonly Try[],
  find: (one: Try) => Found | null,
): Found | null {
  for (const one of tries) {
    const found = find(one)
    if (found !== null) return found
  }
  return null
}

/** Under the contracts where that can be kept, then with the least that has to be asked. */
const byPriority =
  (priority: Priority): Arrange =>
  ({ household, tries }) =>
    firstFound(tries, (routesOf) => {
      const routes = routesOf()
      return routes === null ? null : walkByPriority(routes, priority, household)
    })

/** The creditors' own settlement offers taken up as early as can be saved for, the other loans by avalanche. */
const settlement: Arrange = ({ debts, household, tries }) => {
  const settled = debts.map((debt) => settlementsOf(debt, household))
  const latest = Math.max(0, ...settled.map((routes) => routes.length))
  const waits = Array.from({ length: latest }, (_, wait) => wait)
  const settledAfter = (wait: number, index: number): Route | undefined =>
    settled[index]?.slice(0, wait + 1).at(-1)
  return firstFound(tries, (routesOf) =>
    firstFound(waits, (wait) => {
      const routes = routesOf()?.map((route, index) => settledAfter(wait, index) ?? route)
      return routes === undefined ? null : walkByPriority(routes, 'avalanche', household)
    }),
  )
}

const settlementsOf = (debt: Debt, household: Household): readonly Route[] =>
  offersOf(debt, household).filter(({ arrangement }) => arrangement === 'settlement')

/** The ways to take up what a loan's creditor has offered. */
export function offersOf(debt: Debt, { on, dayOfMonth }: Household): readonly Route[] {
  return offerRoutes(debt, comingPayDays(dayOfMonth, on, PAY_DAYS), (until) =>
    keptUntil(debt, until),
  )
}

/** A loan that is not late is paid by its contract until an offer is taken up; on one that is late the offer is about all of it. */
function keptUntil(debt: Debt, until: DatedAmount['on']): readonly DatedAmount[] {
  if (debt.state.arrears > 0) return []
  return contractRoutes(debt, [])
    .slice(0, 1)
    .flatMap((route) => leastPayments(route, until))
}

/** Interest goes on at a lower rate. */
const isRateCut = ({ concession, cut }: Attempt): boolean => concession === 4 && cut !== 'nothing'

/** What can be shown as a proposal, in the order in which it is shown; a cut to a rate only where there is a rate to ask for. */
export const heuristicsFor = ({ attempts: tries }: Ground): typeof HEURISTICS =>
  tries.some(isRateCut)
    ? HEURISTICS
    : HEURISTICS.filter(([strategy]) => strategy !== 'interest-cut')

export const HEURISTICS: readonly (readonly [Strategy, Arrange])[] = [
  ['avalanche', byPriority('avalanche')],
  ['snowball', byPriority('snowball')],
  ['own-order', byPriority('own-order')],
  ['pro-rata', firstOf(proRata)],
  ['pro-rata-contractual', firstOf(proRataContractual)],
  ['personalised-instalment', firstOf(personalisedInstalments)],
  ['deferral', firstOf(personalisedInstalments, ({ concession }) => concession === 2)],
  ['penalty-waiver', firstOf(personalisedInstalments, ({ concession }) => concession === 3)],
  ['interest-cut', firstOf(personalisedInstalments, isRateCut)],
  ['settlement', settlement],
]
