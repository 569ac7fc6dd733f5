import {
  dayNumber,
  fen,
  maxFen,
  minFen,
  rememberByIdentity,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import type { DayCash } from './day-cash.ts'
import { interestOn, leastPrincipal, type Route } from './route.ts'
import type { DatedAmount } from './types.ts'

/** What a walk through the months has paid one loan, and what is owed after each payment. */
export interface Walked {
  readonly payments: readonly DatedAmount[]
  readonly balances: readonly DatedAmount[]
}

/** Money, and the most that may have been paid by each day. */
export interface Means {
  readonly days: DayCash
  readonly rooms: readonly number[]
}

/** A day on which one loan is paid. */
export interface PayEvent {
  readonly route: number
  /** The slot of its open balance; null = a fixed payment. */
  readonly slot: number | null
  readonly on: CalendarDate
  readonly day: number
  readonly fixed: Fen
}

/** Where an open balance stands. */
export interface Standing {
  principal: Fen
  charges: Fen
}

export const standingsOf = (routes: readonly Route[]): Standing[] =>
  routes.map(({ open }) => ({
    principal: open?.principal ?? ZERO_FEN,
    charges: open === null ? ZERO_FEN : sumFen(open.parts),
  }))

/** Every day on which anything is paid, in order. */
export function payEvents(routes: readonly Route[], { on }: DayCash): readonly PayEvent[] {
  const start = dayNumber(on)
  return routes
    .flatMap((each, route) =>
      daysOf(each).map((day): PayEvent => ({
        route,
        slot: day.slot,
        on: day.on,
        day: day.number - start,
        fixed: day.fixed,
      })),
    )
    .sort((a, b) => a.day - b.day || a.route - b.route)
}

/** A route's own days, worked out once: it is walked with many others. */
const daysOf = rememberByIdentity(({ fixed, open }: Route) => [
  ...fixed.map(({ on, amount }) => ({ slot: null, on, number: dayNumber(on), fixed: amount })),
  ...(open?.days ?? []).map((on, slot) => ({ slot, on, number: dayNumber(on), fixed: ZERO_FEN })),
])

/** The least that an event takes, and what it leaves. */
export function leastAt(
  routes: readonly Route[],
  { route, slot, fixed }: PayEvent,
  at: Standing,
): Fen {
  const open = routes[route]?.open ?? null
  if (slot === null || open === null) return fixed
  const part = minFen(at.charges, open.parts[slot] ?? ZERO_FEN)
  return sumFen([
    interestOn(open, slot, at.principal),
    leastPrincipal(open, slot, at.principal),
    part,
  ])
}

/** Takes an amount of at least the least: interest, then the part of old charges, then principal, then the rest of the charges. */
export function take(
  routes: readonly Route[],
  event: PayEvent,
  { at, amount }: { readonly at: Standing; readonly amount: Fen },
): void {
  const open = routes[event.route]?.open ?? null
  if (event.slot === null || open === null) return
  const part = minFen(at.charges, open.parts[event.slot] ?? ZERO_FEN)
  const interest = interestOn(open, event.slot, at.principal)
  const beyond = subtractFen(amount, sumFen([interest, part]))
  const principal = minFen(at.principal, maxFen(ZERO_FEN, beyond))
  at.principal = subtractFen(at.principal, principal)
  at.charges = maxFen(
    ZERO_FEN,
    subtractFen(at.charges, fen(part + Math.max(0, beyond - principal))),
  )
}

/**
 * Pays every loan its least on its days and puts all that is left to the first loan of an order that
 * still owes anything; what a cleared loan no longer needs goes on to the next. Null where even the
 * least can't be paid.
 */
export function walk(
  routes: readonly Route[],
  order: readonly number[],
  { days, rooms }: Means,
): readonly Walked[] | null {
  // On one day the first of the order comes first: what it can't take any more goes to the next at once.
  const rank = new Map(order.map((route, index) => [route, index]))
  const events = payEvents(routes, days).toSorted(
    (a, b) => a.day - b.day || (rank.get(a.route) ?? 0) - (rank.get(b.route) ?? 0),
  )
  const at = standingsOf(routes)
  if (spare(routes, events, { from: 0, paid: 0, at, rooms }) < 0) return null
  const books = new Books(routes)
  let paid = 0
  for (const [index, event] of events.entries()) {
    const standing = at[event.route]
    if (standing === undefined || isDone(event, standing)) continue
    const least = leastAt(routes, event, standing)
    const isFirst =
      event.slot !== null && event.route === order.find((route) => owedAt(at[route]) > 0)
    const most = isFirst ? spare(routes, events, { from: index, paid, at, rooms }) : 0
    const extra = Math.min(Math.max(0, most), leftAfter(routes, event, standing))
    const amount = fen(least + extra)
    take(routes, event, { at: standing, amount })
    paid += amount
    if (paid > (rooms[event.day] ?? 0)) return null
    books.enter(event, at, amount)
  }
  return at.some((standing) => owedAt(standing) > 0) ? null : books.walked
}

/** An open balance that owes nothing any more. */
export const isDone = ({ slot }: PayEvent, standing: Standing): boolean =>
  slot !== null && owedAt(standing) === 0

/** What each loan was paid, in the order of the payments. */
export class Books {
  private readonly routes: readonly Route[]
  readonly walked: readonly { readonly payments: DatedAmount[]; readonly balances: DatedAmount[] }[]

  constructor(routes: readonly Route[]) {
    this.routes = routes
    this.walked = routes.map(() => ({ payments: [], balances: [] }))
  }

  /** Writes a payment and what the loan owes after it; nothing paid, nothing written. */
  enter(event: PayEvent, at: readonly Standing[], amount: Fen): void {
    if (amount === 0) return
    const book = this.walked[event.route]
    book?.payments.push({ on: event.on, amount })
    book?.balances.push(balanceAt(this.routes, event, at))
  }
}

const owedAt = (standing: Standing | undefined): number =>
  standing === undefined ? 0 : standing.principal + standing.charges

/** What a loan still owes after an event: charges and principal, or what its fixed payments leave. */
function balanceAt(
  routes: readonly Route[],
  { route, slot, on }: PayEvent,
  at: readonly Standing[],
): DatedAmount {
  if (slot !== null) return { on, amount: fen(owedAt(at[route])) }
  const known = routes[route]?.fixedBalances.findLast((balance) => balance.on <= on)
  return { on, amount: known?.amount ?? ZERO_FEN }
}

/** What would still be owed after the least is paid. */
function leftAfter(routes: readonly Route[], event: PayEvent, at: Standing): number {
  const then = { ...at }
  take(routes, event, { at: then, amount: leastAt(routes, event, at) })
  return then.principal + then.charges
}

/** How much more than the least could be paid at an event so that every least after it can be paid still. */
export function spare(
  routes: readonly Route[],
  events: readonly PayEvent[],
  {
    from,
    paid,
    at,
    rooms,
  }: {
    readonly from: number
    readonly paid: number
    readonly at: readonly Standing[]
    readonly rooms: readonly number[]
  },
): number {
  const then = at.map((standing) => ({ ...standing }))
  let [sum, most] = [paid, Number.POSITIVE_INFINITY]
  for (let index = from; index < events.length; index += 1) {
    const event = events[index]
    const standing = event === undefined ? undefined : then[event.route]
    if (event === undefined || standing === undefined) continue
    if (isDone(event, standing)) continue
    const least = leastAt(routes, event, standing)
    take(routes, event, { at: standing, amount: least })
    sum += least
    most = Math.min(most, (rooms[event.day] ?? 0) - sum)
    if (most < 0) return most
  }
  return most
}
