import { dayIndex } from './day-cash.ts'
import { askedAt, rateOn } from './optimum-terms.ts'
import type { Route } from './route.ts'
import type { Means } from './walk.ts'

/** What is left counts as owed from a yuan on, so that rounding to the fen decides nothing. */
const OWED = 100

/** The days on which anything may be paid, in order, and the most that may have been paid by each. */
interface Calendar {
  readonly days: readonly number[]
  readonly rooms: readonly number[]
  /** Where a day stands among the days. */
  readonly at: (on: Route['fixed'][number]['on']) => number | undefined
}

/**
 * For every way of every loan: after which slots it owes something even if all the money that the other
 * loans can do without goes to it from the first day. In those months its minimum is due in every
 * answer, and no whole number has to say so.
 */
export function stillOwing(
  routes: readonly (readonly Route[])[],
  means: Means,
): ReadonlyMap<Route, readonly boolean[]> {
  const calendar = calendarOf(routes.flat(), means)
  const least = routes.map((ways) => leastOf(ways, calendar))
  const all = calendar.days.map((_, at) => least.reduce((sum, paid) => sum + (paid[at] ?? 0), 0))
  return new Map(
    routes.flatMap((ways, loan) => {
      const room = calendar.rooms.map(
        (amount, at) => amount - (all[at] ?? 0) + (least[loan]?.[at] ?? 0),
      )
      return ways.map((way) => [way, owingAfter(way, room, calendar)] as const)
    }),
  )
}

function calendarOf(routes: readonly Route[], { days, rooms }: Means): Calendar {
  const paid = routes.flatMap(({ fixed, open }) => [
    ...fixed.map(({ on }) => on),
    ...(open?.days ?? []),
  ])
  const seen = [...new Set(paid.map((on) => dayIndex(days, on)))]
    .filter((day) => day < rooms.length)
    .sort((a, b) => a - b)
  const places = new Map(seen.map((day, at) => [day, at]))
  return {
    days: seen,
    rooms: seen.map((day) => rooms[day] ?? 0),
    at: (on) => places.get(dayIndex(days, on)),
  }
}

/** The least that a loan has been paid by each day, whichever of its ways is taken. */
function leastOf(ways: readonly Route[], calendar: Calendar): readonly number[] {
  const [first = [], ...others] = ways.map((way) => leastBy(way, calendar))
  return first.map((paid, at) => Math.min(paid, ...others.map((other) => other[at] ?? 0)))
}

/** Whoever has paid an open balance off has paid all of its principal; whoever has not, what was asked for so far. */
function leastBy(way: Route, calendar: Calendar): readonly number[] {
  const { open } = way
  const beside = besideBy(way, calendar)
  if (open === null) return beside
  const principal = new Array<number>(beside.length).fill(0)
  let asked = 0
  open.days.forEach((on, slot) => {
    asked += askedAt(open, slot)
    const at = calendar.at(on)
    if (at === undefined) return
    const byCeiling = open.principal - (open.ceilings[slot] ?? 0)
    principal[at] = Math.min(open.principal, Math.max(asked, byCeiling))
  })
  let most = 0
  return principal.map((paid, at) => (most = Math.max(most, paid)) + (beside[at] ?? 0))
}

/** What a way has paid by each day whatever is done: fixed payments and old charges. */
function besideBy({ fixed, open }: Route, calendar: Calendar): readonly number[] {
  const paid = new Array<number>(calendar.days.length).fill(0)
  const charges = (open?.days ?? []).map((on, slot) => ({ on, amount: open?.parts[slot] ?? 0 }))
  for (const { on, amount } of [...fixed, ...charges]) {
    const at = calendar.at(on)
    if (at !== undefined) paid[at] = (paid[at] ?? 0) + amount
  }
  let sum = 0
  return paid.map((amount) => (sum += amount))
}

/** Pays a way as early as the room allows, and says after which slots that leaves anything. */
function owingAfter(way: Route, room: readonly number[], calendar: Calendar): readonly boolean[] {
  const { open } = way
  if (open === null) return []
  const beside = besideBy(way, calendar)
  let [owed, paid]: [number, number] = [open.principal, 0]
  return open.days.map((on, slot) => {
    const at = calendar.at(on)
    if (at === undefined) return false
    owed *= 1 + rateOn(open, slot)
    const amount = Math.min(owed, Math.max(0, (room[at] ?? 0) - (beside[at] ?? 0) - paid))
    paid += amount
    owed -= amount
    return owed > OWED
  })
}
