import { addMonths, lastOfMonth, type CalendarDate } from '../kernel/index.ts'
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
 * it, seen less far. A plan that ends within the shorter view can be kept as well.
 */
export function meansFor(routes: readonly Route[], household: Household): readonly Means[] {
  const { days, budget, on } = household
  const reach = days.cash.length - 1
  const wanted = Math.min(reach, dayIndex(days, lastOfMonth(lastDayOf(routes, on))))
  const end = Math.min(wanted, lastKeptDay(household))
  if (end < 0) return []
  const whole = roomByDay(days, budget.reserve, end)
  const shorter = SHORTER.flatMap((months) => {
    const last = dayIndex(days, lastOfMonth(addMonths(on, months)))
    if (last >= end) return []
    const rooms = roomByDay(days, budget.reserve, last)
    return rooms[last] === whole[last] ? [] : [{ days, rooms }]
  })
  return [{ days, rooms: whole }, ...shorter]
}

/** The last day of the months that close at or above the reserve when nobody is paid: no plan reaches further. Before `on` where not even its own month does. */
function lastKeptDay({ days, budget, on }: Household): number {
  let last = -1
  for (let month = 0; ; month += 1) {
    const end = dayIndex(days, lastOfMonth(addMonths(on, month, 1)))
    const cash = days.cash[end]
    if (cash === undefined || cash < budget.reserve) return last
    last = end
  }
}
