import { addDays, monthsBetween, type CalendarDate } from '../kernel/index.ts'
import type { Column, LinearModel, ModelAnswer, Row } from './linear-model.ts'
import type { Objective } from './objective.ts'
import { dayIndex, type DayCash } from './day-cash.ts'
import type { OptimumModel, RouteColumns } from './optimum-model.ts'
import { YUAN, type Term } from './optimum-terms.ts'

/** What the aim may lose to rounding when the total is minimised after it. */
const SLACK = 1e-6

/** A model that minimises what is aimed at, and the column in which that is found. */
interface AimedModel {
  readonly model: LinearModel
  readonly aim: number
}

/**
 * The program that comes before the total is minimised: the largest month, or the widest gap between
 * the parts of claims still owed. Null where the objective needs none.
 */
export function aimedModel(
  posed: OptimumModel,
  objective: Objective,
  days: DayCash,
): AimedModel | null {
  if (objective === 'lowest-monthly') return largestMonth(posed, days)
  return objective === 'fairest' ? widestGap(posed, days) : null
}

/** The same program again: the total is minimised while what was aimed at is kept. */
export function keepingAim({ model, aim }: AimedModel, { cost }: ModelAnswer, posed: LinearModel) {
  return {
    columns: model.columns.map((column, index) => ({
      ...column,
      cost: posed.columns[index]?.cost ?? 0,
      upper: index === aim ? cost * (1 + SLACK) + SLACK : column.upper,
    })),
    rows: model.rows,
  }
}

const free = (parts: Partial<Column>): Column => ({
  cost: 0,
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
  whole: false,
  ...parts,
})

const atMost = (terms: readonly Term[]): Row => ({
  lower: Number.NEGATIVE_INFINITY,
  upper: 0,
  terms,
})

const withoutCost = ({ columns }: LinearModel): Column[] =>
  columns.map((column) => ({ ...column, cost: 0 }))

function largestMonth({ model, payments }: OptimumModel, days: DayCash): AimedModel {
  const aim = model.columns.length
  const byMonth = new Map<number, Map<number, number>>()
  for (const [day, terms] of payments) {
    const month = monthOfDay(days, day)
    const sums = byMonth.get(month) ?? new Map<number, number>()
    for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor)
    byMonth.set(month, sums)
  }
  const rows = [...byMonth.values()].map((sums) => atMost([...sums, [aim, -1]]))
  return {
    model: {
      columns: [...withoutCost(model), free({ cost: 1 })],
      rows: [...model.rows, ...rows],
    },
    aim,
  }
}

/** In every month no claim's part lies outside a band; the widest band is the aim. */
function widestGap({ model, columns }: OptimumModel, days: DayCash): AimedModel {
  const loans = columns.map((ways) => ways.map((way) => leftByMonth(way, days)))
  const last = Math.max(0, ...loans.flat().flatMap((left) => [...left.keys()]))
  const extra: Column[] = [free({ cost: 1, upper: 1 })]
  const aim = model.columns.length
  const rows: Row[] = []
  for (let month = 0; month <= last; month += 1) {
    const top = model.columns.length + extra.push(free({ upper: 1 })) - 1
    const bottom = model.columns.length + extra.push(free({ upper: 1 })) - 1
    rows.push(
      atMost([
        [top, 1],
        [bottom, -1],
        [aim, -1],
      ]),
    )
    for (const ways of loans) {
      const share = ways.flatMap((left) => latestLeft(left, month))
      rows.push(
        atMost([...share, [top, -1]]),
        atMost([...share.map(([column, factor]): Term => [column, -factor]), [bottom, 1]]),
      )
    }
  }
  return {
    model: {
      columns: [...withoutCost(model), ...extra],
      rows: [...model.rows, ...rows],
    },
    aim,
  }
}

/** The part of its claim (principal and old charges) that a way leaves at the end of each month. */
function leftByMonth(
  { route, chosen, left }: RouteColumns,
  days: DayCash,
): ReadonlyMap<number, readonly Term[]> {
  const found = new Map<number, readonly Term[]>([[-1, [[chosen, 1]]]])
  const enter = (on: CalendarDate, terms: readonly Term[]): void => {
    found.set(monthOfDay(days, dayIndex(days, on)), terms)
  }
  const { fixed, fixedBalances, open, debt } = route
  if (open === null) {
    const owed = Math.max(1, debt.state.owedNow)
    for (const { on } of fixed.slice(-1)) enter(on, [[chosen, 0]])
    for (const { on, amount } of fixedBalances) enter(on, [[chosen, amount / owed]])
    return found
  }
  let charges = open.parts.reduce((sum, part) => sum + part, 0)
  const claim = Math.max(1, open.principal + charges)
  left.forEach((column, slot) => {
    charges -= open.parts[slot] ?? 0
    const on = open.days[slot]
    if (on !== undefined)
      enter(on, [
        [column, YUAN / claim],
        [chosen, charges / claim],
      ])
  })
  return found
}

/** What is left at the end of a month: nothing has changed since the last month with a payment. */
function latestLeft(left: ReadonlyMap<number, readonly Term[]>, month: number): readonly Term[] {
  for (let at = month; at >= -1; at -= 1) {
    const terms = left.get(at)
    if (terms !== undefined) return terms
  }
  return []
}

const monthOfDay = ({ on }: DayCash, day: number): number => monthsBetween(on, addDays(on, day))
