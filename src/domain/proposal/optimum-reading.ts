import { fen, maxFen, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../kernel/index.ts'
import type { OptimumModel, RouteColumns } from './optimum-model.ts'
import { pullForward } from './pull-forward.ts'
import { interestOn, leastPrincipal, type OpenBalance, type Route } from './route.ts'
import {
  Books,
  isDone,
  payEvents,
  standingsOf,
  take,
  type Means,
  type PayEvent,
  type Standing,
  type Walked,
} from './walk.ts'

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

/** Fen by which principal may be left longer than the solver says, so that rounding up never takes what a later day needs. */
const LATER = [0, 1, 2, 4, 8, 16, 32] as const

/**
 * Pays to the fen what the solver chose: the same arithmetic as every other proposal, each month's
 * interest rounded half up. Where rounding leaves a day a few fen short, they are paid with a later
 * payment. Null where even the least does not fit.
 */
export function follow(chosen: Chosen, means: Means): readonly Walked[] | null {
  for (const later of LATER) {
    const targets = chosen.targets.map((target) =>
      target.map((left) => (left > HALF ? left + later : 0)),
    )
    const walked = paidTowards({ ...chosen, targets }, means)
    if (walked !== null) return walked
  }
  return null
}

function paidTowards(
  { routes, targets }: Chosen,
  { days, rooms }: Means,
): readonly Walked[] | null {
  const at = standingsOf(routes)
  const books = new Books(routes)
  let paid = 0
  for (const event of payEvents(routes, days)) {
    const standing = at[event.route]
    if (standing === undefined || isDone(event, standing)) continue
    const room = fen(Math.max(0, (rooms[event.day] ?? 0) - paid))
    const amount = amountAt({ routes, targets }, event, { standing, room })
    if (amount > room) return null
    take(routes, event, { at: standing, amount })
    paid += amount
    books.enter(event, at, amount)
  }
  if (at.some(({ principal, charges }) => principal + charges > 0)) return null
  return pullForward(books.walked, routes, { days, rooms })
}

function amountAt(
  { routes, targets }: Chosen,
  { route, slot, fixed }: PayEvent,
  at: { readonly standing: Standing; readonly room: Fen },
): Fen {
  const open = routes[route]?.open ?? null
  if (slot === null || open === null) return fixed
  return amountTowards(open, slot, { ...at, target: targets[route]?.[slot] ?? 0 })
}

/** Interest, the part of old charges, and as much principal as leaves the target, where there is room for it. */
function amountTowards(
  open: OpenBalance,
  slot: number,
  {
    standing,
    target,
    room,
  }: { readonly standing: Standing; readonly target: number; readonly room: Fen },
): Fen {
  const { principal, charges } = standing
  const part = minFen(charges, open.parts[slot] ?? ZERO_FEN)
  const sure = sumFen([interestOn(open, slot, principal), part])
  const wanted = maxFen(ZERO_FEN, subtractFen(principal, wholeFen(target)))
  const bearable = minFen(wanted, maxFen(ZERO_FEN, subtractFen(room, sure)))
  return sumFen([sure, maxFen(leastPrincipal(open, slot, principal), bearable)])
}

/** The nearest fen of a solver's answer; never a balance by itself. */
const wholeFen = (amount: number): Fen => fen(Math.floor(amount + HALF))

/** How many times interest is rounded on the way: the solver's total and the total to the fen differ by no more than as many fen. */
export const roundings = (walked: readonly Walked[]): Fen =>
  fen(walked.reduce((sum, { payments }) => sum + payments.length, 0) + walked.length)
