import { fen, maxFen, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../kernel/index.ts'
import type { OptimumModel, RouteColumns } from './optimum-model.ts'
import { pullForward } from './pull-forward.ts'
import { interestOn, leastPrincipal, type Route } from './route.ts'
import type { DatedAmount } from './types.ts'
import { balanceAt, payEvents, standingsOf, take, type Means, type Walked } from './walk.ts'

/** What the solver chose: a route for each loan, and the principal that is to be left after each slot, in fen. */
export interface Chosen {
  readonly routes: readonly Route[]
  readonly targets: readonly (readonly number[])[]
}

const FEN_IN_YUAN = 100
/** A binary that a solver calls whole may be off by this much. */
const HALF = 0.5

/** The way of each loan that the solver chose, with its principal after each slot. */
export function readChoice({ columns }: OptimumModel, values: readonly number[]): Chosen {
  const taken = columns.map((ways) => ways.find(({ chosen }) => (values[chosen] ?? 0) > HALF))
  const known = taken.filter((each): each is RouteColumns => each !== undefined)
  return {
    routes: known.map(({ route }) => route),
    targets: known.map(({ left }) =>
      left.map((column) => Math.max(0, (values[column] ?? 0) * FEN_IN_YUAN)),
    ),
  }
}

/** A tenth of a fen: what is short by less is the solver's own tolerance. */
const TOLERANCE = 0.1

/** The chosen routes that pay less than their minimum in a month after which they still owe. */
export const belowMinimum = ({ routes, targets }: Chosen): readonly Route[] =>
  routes.filter(({ open }, index) => {
    const target = targets[index]
    if (open === null || target === undefined) return false
    return target.some((left, slot) => {
      const before = slot === 0 ? open.principal : (target[slot - 1] ?? 0)
      const share = open.interest[slot]
      const interest = share === undefined ? 0 : (before * share.numerator) / share.denominator
      const least = Math.max(open.least[slot] ?? 0, open.minimum?.floor ?? 0)
      return left > 1 && before + interest - left < least - TOLERANCE * FEN_IN_YUAN
    })
  })

/**
 * Pays to the fen what the solver chose: the same arithmetic as every other proposal, each month's
 * interest rounded half up. Where rounding leaves a day a few fen short, they are paid with the next
 * payment. Null where even the least does not fit.
 */
export function follow(
  { routes, targets }: Chosen,
  { days, rooms }: Means,
): readonly Walked[] | null {
  const events = payEvents(routes, days)
  const at = standingsOf(routes)
  const out = routes.map(() => ({ payments: [] as DatedAmount[], balances: [] as DatedAmount[] }))
  let paid = 0
  for (const event of events) {
    const standing = at[event.route]
    const open = routes[event.route]?.open ?? null
    if (standing === undefined) continue
    if (event.slot !== null && standing.principal + standing.charges === 0) continue
    const room = fen(Math.max(0, (rooms[event.day] ?? 0) - paid))
    let amount = event.fixed
    if (event.slot !== null && open !== null) {
      const wanted = subtractFen(
        standing.principal,
        wholeFen(targets[event.route]?.[event.slot] ?? 0),
      )
      const part = minFen(standing.charges, open.parts[event.slot] ?? ZERO_FEN)
      const sure = sumFen([interestOn(open, event.slot, standing.principal), part])
      const least = leastPrincipal(open, event.slot, standing.principal)
      const bearable = minFen(maxFen(ZERO_FEN, wanted), maxFen(ZERO_FEN, subtractFen(room, sure)))
      amount = sumFen([sure, maxFen(least, bearable)])
    }
    if (amount > room) return null
    take(routes, event, standing, amount)
    paid += amount
    if (amount > 0) out[event.route]?.payments.push({ on: event.on, amount })
    if (amount > 0) out[event.route]?.balances.push(balanceAt(routes, event, at))
  }
  if (at.some(({ principal, charges }) => principal + charges > 0)) return null
  return pullForward(out, routes, { days, rooms })
}

/** The nearest fen of a solver's answer; never a balance by itself. */
const wholeFen = (amount: number): Fen => fen(Math.floor(amount + HALF))

/** How many times interest is rounded on the way: the solver's total and the total to the fen differ by no more than as many fen. */
export const roundings = (walked: readonly Walked[]): Fen =>
  fen(walked.reduce((sum, { payments }) => sum + payments.length, 0) + walked.length)
