import { dayIndex } from './day-cash.ts'
import { ModelDraft, type LinearModel } from './linear-model.ts'
import type { OpenBalance, Route } from './route.ts'
import type { Means } from './walk.ts'

/** The model is in yuan: numbers of a size that a solver is at ease with. */
const YUAN = 100

/** A choice of ways for each loan, and the ways whose minimums have to be spelt out month by month. */
export interface Choices {
  readonly routes: readonly (readonly Route[])[]
  readonly means: Means
  readonly strict: ReadonlySet<Route>
}

/** Where a route is found in the model. */
export interface RouteColumns {
  readonly route: Route
  /** 1 where the route is chosen. */
  readonly chosen: number
  /** The principal left after each slot, as far as the means reach. */
  readonly left: readonly number[]
  /** Of a strict route: 1 while it still owes anything after a slot. */
  readonly owing: readonly number[]
}

export interface OptimumModel {
  readonly model: LinearModel
  readonly columns: readonly (readonly RouteColumns[])[]
}

type Term = readonly [number, number]

/**
 * The exact program of one way for each loan and one stream of payments: binaries choose the way, the
 * principal left after each month is continuous, so that interest is linear in it; what has been paid
 * by a day never exceeds the room of that day. The cost is all that is paid.
 */
export function optimumModel(choices: Choices): OptimumModel {
  const draft = new ModelDraft()
  const payments = new Map<number, Term[]>()
  const columns = choices.routes.map((routes) => {
    const ways = routes.filter((route) => reaches(route, choices.means))
    const found = ways.map((route) =>
      addRoute(draft, { route, choices, payments, only: ways.length === 1 }),
    )
    draft.row(
      { lower: 1, upper: 1 },
      found.map(({ chosen }): Term => [chosen, 1]),
    )
    return found
  })
  addRooms(draft, payments, choices.means)
  return { model: { columns: draft.columns, rows: draft.rows }, columns }
}

/** Whether all that a route pays in any case falls within the view of the means. */
const reaches = ({ fixed }: Route, { days, rooms }: Means): boolean =>
  fixed.every(({ on }) => dayIndex(days, on) < rooms.length)

interface Adding {
  readonly route: Route
  readonly choices: Choices
  readonly payments: Map<number, Term[]>
  /** It is the loan's only way. */
  readonly only: boolean
}

function addRoute(draft: ModelDraft, { route, choices, payments, only }: Adding): RouteColumns {
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
  if (open === null) return { route, chosen, left: [], owing: [] }
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
  const owing = choices.strict.has(route) ? addStrictMinimums(draft, open, { chosen, left }) : []
  return { route, chosen, left, owing }
}

/** What an open balance costs whatever is paid when: its principal, old charges and the first month's interest. */
const surePart = (open: OpenBalance): number =>
  open.principal * (1 + rateOn(open, 0)) + open.parts.reduce((sum, part) => sum + part, 0)

const rateOn = (open: OpenBalance, slot: number): number => {
  const share = open.interest[slot]
  return share === undefined ? 0 : share.numerator / share.denominator
}

interface Slot {
  readonly slot: number
  readonly chosen: number
  readonly left: readonly number[]
}

/** The principal before a slot, times a factor. */
const before = (open: OpenBalance, { slot, chosen, left }: Slot, factor: number): Term =>
  slot === 0 ? [chosen, (factor * open.principal) / YUAN] : [left[slot - 1] ?? chosen, factor]

/** Interest and principal that are paid in a slot. */
const paymentTerms = (open: OpenBalance, at: Slot): readonly Term[] => [
  before(open, at, 1 + rateOn(open, at.slot)),
  [at.left[at.slot] ?? at.chosen, -1],
]

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

/** While anything is owed after a slot, its payment is at least the minimum: one binary for each month. */
function addStrictMinimums(
  draft: ModelDraft,
  open: OpenBalance,
  { chosen, left }: Omit<Slot, 'slot'>,
): readonly number[] {
  const owing = left.map(() => draft.column({ upper: 1, whole: true }))
  owing.forEach((open01, slot) => {
    const column = left[slot] ?? chosen
    draft.row({ upper: 0 }, [
      [open01, 1],
      [slot === 0 ? chosen : (owing[slot - 1] ?? chosen), -1],
    ])
    draft.row({ upper: 0 }, [
      [column, 1],
      [open01, -(draft.columns[column]?.upper ?? 0)],
    ])
    const least = Math.max(open.least[slot] ?? 0, open.minimum?.floor ?? 0) / YUAN
    draft.row({ lower: 0 }, [...paymentTerms(open, { slot, chosen, left }), [open01, -least]])
  })
  return owing
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
    draft.row({ lower: gained, upper: gained }, [[now, 1], ...carried, ...merged(terms)])
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

/** One term for each column. */
function merged(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<number, number>()
  for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor)
  return [...sums]
}
