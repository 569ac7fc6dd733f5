import {
  monthOf,
  subtractFen,
  sumFen,
  type CalendarMonth,
  type Fen,
} from '../../domain/kernel/index.ts'
import type { PlanInstalmentState } from '../../domain/plan/index.ts'

export interface PlanMonth {
  readonly month: CalendarMonth
  readonly instalments: readonly PlanInstalmentState[]
  readonly total: Fen
  readonly isPaid: boolean
}

/** The instalments by calendar month, in order. */
export function planMonths(instalments: readonly PlanInstalmentState[]): readonly PlanMonth[] {
  const months = new Map<CalendarMonth, PlanInstalmentState[]>()
  for (const instalment of instalments) {
    const month = monthOf(instalment.dueOn)
    months.set(month, [...(months.get(month) ?? []), instalment])
  }
  return [...months].map(([month, due]) => ({
    month,
    instalments: due,
    total: sumFen(due.map(({ amount }) => amount)),
    isPaid: due.every(({ status }) => status === 'paid'),
  }))
}

/** What an instalment still lacks. */
export const missingOf = ({ amount, paid }: PlanInstalmentState): Fen => subtractFen(amount, paid)
