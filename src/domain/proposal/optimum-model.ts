import type { CalendarDate } from '../kernel/index.ts'
import { dayIndex } from './day-cash.ts'
import { ModelDraft, type LinearModel } from './linear-model.ts'
import { addMinimums } from './minimum-rows.ts'
import { before, paymentTerms, rateOn, YUAN, type Slot, type Term } from './optimum-terms.ts'
import type { OpenBalance, Route } from './route.ts'
import { stillOwing } from './still-owing.ts'
import type { Means } from './walk.ts'

/** Slots of ways whose minimums have to be spelt out. */
export type Spelt = ReadonlyMap<Route, ReadonlySet<number>>

/** A choice of ways for each loan, and the minimums that have to be spelt out. */
export interface Choices {
  readonly routes: readonly (readonly Route[])[]
  readonly means: Means
  readonly spelt: Spelt
}

/** Where a route is found in the model. */
export interface RouteColumns {
  readonly route: Route
  /** 1 where the route is chosen. */
  readonly chosen: number
  /** The principal left after each slot, as far as the means reach. */
  readonly left: readonly number[]
}

export interface OptimumModel {
  readonly model: LinearModel
  readonly columns: readonly (readonly RouteColumns[])[]
  /** What is paid on each day, as terms of the model. */
  readonly payments: ReadonlyMap<number, readonly Term[]>
}

/**
 * The exact program of one way for each loan and one stream of payments: binaries choose the way, the
 * principal left after each month is continuous, so that interest is linear in it; what has been paid
 * by a day never exceeds the room of that day. The cost is all that is paid.
 */
export function optimumModel(choices: Choices): OptimumModel {
  const draft = new ModelDraft()
  const payments = new Map<number, Term[]>()
  const reached = choices.routes.map((ways) => ways.filter((way) => reaches(way, choices.means)))
  const owing = stillOwing(reached, choices.means)
  const columns = reached.map((ways) => {
    const found = ways.map((route) =>
      addRoute(draft, { route, choices, payments, owing, only: ways.length === 1 }),
    )
    draft.row(
      { lower: 1, upper: 1 },
      found.map(({ chosen }): Term => [chosen, 1]),
    )
    return found
  })
  addRooms(draft, payments, choices.means)
  return { model: { columns: draft.columns, rows: draft.rows }, columns, payments }
}

/** Whether all that a route pays in any case falls within the view of the means, and any of what it leaves open. */
function reaches({ fixed, open }: Route, { days, rooms }: Means): boolean {
  const isSeen = (on: CalendarDate): boolean => dayIndex(days, on) < rooms.length
  if (!fixed.every(({ on }) => isSeen(on))) return false
  if (open === null) return true
  const seen = open.days.filter(isSeen).length
  return seen > 0 && open.parts.every((part, slot) => part === 0 || slot < seen)
}

interface Adding {
  readonly route: Route
  readonly choices: Choices
  readonly payments: Map<number, Term[]>
  readonly owing: ReturnType<typeof stillOwing>
  /** It is the loan's only way. */
  readonly only: boolean
}

function addRoute(
  draft: ModelDraft,
  { route, choices, payments, owing, only }: Adding,
): RouteColumns {
  const { days, rooms } = choices.means
  const { fixed, open } = route
  const slots = (open?.days ?? [])
    .map((on) => dayIndex(days, on))
    .filter((day) => day < rooms.length)
  const sure =
    fixed.reduce((sum, { amount }) => sum + amount, 0) + (open === null ? 0 : surePart(open))
  const chosen = draft.column({ cost: sure / YUAN, lower: only ? 1 : 0, upper: 1, whole: !only })
  const pay = (day: number, terms: readonly Term[]): void => {
    payments.set(day, [...(payments.get(day) ?? []), ...terms])
  }
  for (const { on, amount } of fixed) pay(dayIndex(days, on), [[chosen, amount / YUAN]])
  if (open === null) return { route, chosen, left: [] }
  const left = slots.map((_, slot) =>
    draft.column({
      cost: rateOn(open, slot + 1),
      upper: slot === slots.length - 1 ? 0 : (open.ceilings[slot] ?? 0) / YUAN,
    }),
  )
  slots.forEach((day, slot) => {
    pay(day, [
      ...paymentTerms(open, { slot, chosen, left }),
      [chosen, (open.parts[slot] ?? 0) / YUAN],
    ])
    addTerms(draft, { open, slot, chosen, left, only })
  })
  addMinimums(draft, {
    open,
    chosen,
    left,
    owing: owing.get(route) ?? [],
    spelt: choices.spelt.get(route),
  })
  return { route, chosen, left }
}

/** What an open balance costs whatever is paid when: its principal, old charges and the first month's interest. */
const surePart = (open: OpenBalance): number =>
  open.principal * (1 + rateOn(open, 0)) + open.parts.reduce((sum, part) => sum + part, 0)

/** The principal never rises, a card's minimum takes its part of what is owed, and a way not chosen has none. */
function addTerms(
  draft: ModelDraft,
  at: Slot & { readonly open: OpenBalance; readonly only: boolean },
): void {
  const { open, slot, chosen, left, only } = at
  const column = left[slot]
  if (column === undefined) return
  const fraction = open.minimum?.fraction
  const kept =
    fraction === undefined
      ? 1
      : Math.min(1, (1 + rateOn(open, slot)) * (1 - fraction.numerator / fraction.denominator))
  const [first, factor] = before(open, at, kept)
  draft.row({ upper: 0 }, [
    [column, 1],
    [first, -factor],
  ])
  const ceiling = draft.columns[column]?.upper ?? 0
  if (!only && slot > 0 && ceiling > 0)
    draft.row({ upper: 0 }, [
      [column, 1],
      [chosen, -ceiling],
    ])
}

/** What is not used of the room of one day stays for the next; only days on which the room grows matter. */
function addRooms(
  draft: ModelDraft,
  payments: ReadonlyMap<number, Term[]>,
  { rooms }: Means,
): void {
  let unused: number | null = null
  let roomBefore = 0
  let terms: Term[] = []
  const close = (room: number): void => {
    const now = draft.column({})
    const carried: readonly Term[] = unused === null ? [] : [[unused, -1]]
    const gained = (room - roomBefore) / YUAN
    draft.row({ lower: gained, upper: gained }, [[now, 1], ...carried, ...terms])
    ;[unused, roomBefore, terms] = [now, room, []]
  }
  let room: number | null = null
  for (const day of [...payments.keys()].sort((a, b) => a - b)) {
    const today = rooms[day] ?? 0
    if (room !== null && today !== room) close(room)
    room = today
    terms.push(...(payments.get(day) ?? []))
  }
  if (room !== null) close(room)
}
