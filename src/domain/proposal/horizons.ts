import { addMonths, lastOfMonth, rememberByIdentity, type CalendarDate } from '../kernel/index.ts'
import { dayIndex, roomByDay } from './day-cash.ts'
import type { Household } from './household.ts'
import type { Route } from './route.ts'
import type { Means } from './walk.ts'

/** Where the household's money runs dry years ahead, plans that end before are looked for. */
const SHORTER = [60, 36, 24, 12] as const

/** The last day on which any of the routes may still be paid. */
const lastDayOf = (routes: readonly Route[], on: CalendarDate): CalendarDate =>
  routes
    .flatMap(({ fixed, open }) => [...fixed.map((payment) => payment.on), ...(open?.days ?? [])])
    .reduce((latest, day) => (day > latest ? day : latest), on)

/**
 * The room for payments, seen as far ahead as the routes go; then, only where what comes later narrows
 * it, seen less far; or no further than so many months. A plan that ends within the shorter view can be kept as well.
 */
export function meansFor(
  routes: readonly Route[],
  household: Household,
  within: number | null = null,
): readonly Means[] {
  const { days, on } = household
  const reach = days.cash.length - 1
  const last = lastOfMonth(within === null ? lastDayOf(routes, on) : addMonths(on, within, 1))
  const wanted = Math.min(reach, dayIndex(days, last))
  const end = Math.min(wanted, lastKeptDay(household))
  if (end < 0) return []
  const roomsTo = roomsOf(household)
  const whole = roomsTo(end)
  const shorter = SHORTER.flatMap((months) => {
    const until = dayIndex(days, lastOfMonth(addMonths(on, months)))
    if (until >= end) return []
    const rooms = roomsTo(until)
    return rooms[until] === whole[until] ? [] : [{ days, rooms }]
  })
  return [{ days, rooms: whole }, ...shorter]
}

/** A household's rooms are long lists of every day, and each change of the budget makes a new household. */
const HOUSEHOLDS_KEPT = 4

/** The room for payments up to some last day, worked out once for each: every strategy asks for the same few. */
const roomsOf = rememberByIdentity(({ days, budget }: Household) => {
  const known = new Map<number, readonly number[]>()
  return (last: number): readonly number[] => {
    const rooms = known.get(last) ?? roomByDay(days, budget.reserve, last)
    known.set(last, rooms)
    return rooms
  }
}, HOUSEHOLDS_KEPT)

/** The last day of the months that close at or above the reserve when nobody is paid: no plan reaches further. Before `on` where not even its own month does. */
const lastKeptDay = rememberByIdentity(({ days, budget, on }: Household): number => {
  let last = -1
  for (let month = 0; ; month += 1) {
    const end = dayIndex(days, lastOfMonth(addMonths(on, month, 1)))
    const cash = days.cash[end]
    if (cash === undefined || cash < budget.reserve) return last
    last = end
  }
}, HOUSEHOLDS_KEPT)
