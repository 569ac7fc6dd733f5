import type { Column, LinearModel, ModelAnswer, Row } from './linear-model.ts'
import type { OptimumModel, RouteColumns } from './optimum-model.ts'
import { askedAt, paymentTerms, YUAN } from './optimum-terms.ts'

/** What paying earlier may cost: a hundredth of a fen. */
const NOTHING = 1e-4
const HALF = 0.5
/** Yuan: a fen left is nothing left. */
const LEFT = 0.01

/**
 * The same choice at the same cost, with as little as possible left owing in every month. Each loan is
 * paid off in the same month, so that every minimum until then is a plain row.
 */
export function earliest(
  { model, columns }: OptimumModel,
  { values, cost }: ModelAnswer,
): LinearModel {
  const open = new Set(columns.flat().flatMap(({ left }) => left))
  return {
    columns: model.columns.map((column, index): Column => {
      const value = values[index] ?? 0
      if (column.whole) {
        const whole = Math.floor(value + HALF)
        return { cost: 0, lower: whole, upper: whole, whole: false }
      }
      if (!open.has(index)) return { ...column, cost: 0 }
      return { ...column, cost: 1, upper: value > LEFT ? column.upper : Math.max(0, value) }
    }),
    rows: [
      ...model.rows,
      ...columns.flat().flatMap((way) => minimumsOf(way, values)),
      {
        lower: Number.NEGATIVE_INFINITY,
        upper: cost + NOTHING,
        terms: model.columns.flatMap((column, index) =>
          column.cost === 0 ? [] : [[index, column.cost] as const],
        ),
      },
    ],
  }
}

/** While a chosen way owes anything it is paid its minimum, or what the answer pays where that is less by the solver's tolerance. */
function minimumsOf(
  { route, chosen, left }: RouteColumns,
  values: readonly number[],
): readonly Row[] {
  const { open } = route
  if (open === null || (values[chosen] ?? 0) < HALF) return []
  return left.flatMap((column, slot) => {
    const asked = askedAt(open, slot) / YUAN
    if (asked === 0 || (values[column] ?? 0) <= LEFT) return []
    const terms = paymentTerms(open, { slot, chosen, left })
    const paid = terms.reduce((sum, [index, factor]) => sum + factor * (values[index] ?? 0), 0)
    return [{ lower: Math.min(asked, paid), upper: Number.POSITIVE_INFINITY, terms }]
  })
}
