import { fen, maxFen, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../kernel/index.ts'
import type { OptimumModel, RouteColumns } from './optimum-model.ts'
import { askedAt, rateOn, YUAN } from './optimum-terms.ts'
import { pullForward } from './pull-forward.ts'
import { interestOn, leastPrincipal, type OpenBalance, type Route } from './route.ts'
import {
  Books,
  isDone,
  leastAt,
  payEvents,
  spare,
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

/** A binary that a solver calls whole may be off by this much. */
const HALF = 0.5

/** The way of each loan that the solver chose, with its principal after each slot. */
export function readChoice({ columns }: OptimumModel, values: readonly number[]): Chosen {
  const taken = columns.map((ways) => ways.find(({ chosen }) => (values[chosen] ?? 0) > HALF))
  const known = taken.filter((each): each is RouteColumns => each !== undefined)
  return {
    routes: known.map(({ route }) => route),
    targets: known.map(({ left }) =>
      left.map((column) => Math.max(0, (values[column] ?? 0) * YUAN)),
    ),
  }
}

/** Fen: what is short by less is the solver's own tolerance. */
const TOLERANCE = 10

/** The slots of the chosen ways that pay less than their minimum though something is owed after them. */
export function belowMinimum({ routes, targets }: Chosen): ReadonlyMap<Route, readonly number[]> {
  const found = routes.map((route, index): readonly [Route, readonly number[]] => {
    const { open } = route
    const target = targets[index] ?? []
    if (open === null) return [route, []]
    const slots = target.flatMap((left, slot) => {
      const owed =
        (slot === 0 ? open.principal : (target[slot - 1] ?? 0)) * (1 + rateOn(open, slot))
      return left > 1 && owed - left < askedAt(open, slot) - TOLERANCE ? [slot] : []
    })
    return [route, slots]
  })
  return new Map(found.filter(([, slots]) => slots.length > 0))
}

/** Fen by which principal may be left longer than the solver says, so that rounding up never takes what a later day needs. */
const LATER = [0, 1, 2, 4, 8, 16, 32] as const

/**
 * Pays to the fen what the solver chose: the same arithmetic as every other proposal, each month's
 * interest rounded half up. Where rounding leaves a day a few fen short, they are paid with a later
 * payment; where that is not enough, no payment takes what another's least needs. Null where even the
 * least does not fit. `early`: old charges are paid as soon as there is money.
 */
export function follow(chosen: Chosen, means: Means, early: boolean): readonly Walked[] | null {
  for (const ahead of [false, true]) {
    for (const later of LATER) {
      const targets = chosen.targets.map((target) =>
        target.map((left) => (left > HALF ? left + later : 0)),
      )
      const walked = paidTowards({ ...chosen, targets }, means, ahead)
      if (walked !== null) return early ? pullForward(walked, chosen.routes, means) : walked
    }
  }
  return null
}

function paidTowards(
  { routes, targets }: Chosen,
  { days, rooms }: Means,
  ahead: boolean,
): readonly Walked[] | null {
  const at = standingsOf(routes)
  const books = new Books(routes)
  const events = payEvents(routes, days)
  let paid = 0
  for (const [from, event] of events.entries()) {
    const standing = at[event.route]
    if (standing === undefined || isDone(event, standing)) continue
    const left = (rooms[event.day] ?? 0) - paid
    const most = ahead
      ? leastAt(routes, event, standing) + spare(routes, events, { from, paid, at, rooms })
      : left
    const room = fen(Math.max(0, Math.min(left, most)))
    const amount = amountAt({ routes, targets }, event, { standing, room })
    if (amount > room) return null
    take(routes, event, { at: standing, amount })
    paid += amount
    books.enter(event, at, amount)
  }
  if (at.some(({ principal, charges }) => principal + charges > 0)) return null
  return books.walked
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
