import {
  budgetMonths,
  monthlyBudget,
  type BudgetMonth,
  type MonthlyBudget,
} from '../budget/index.ts'
import type { Budget } from '../case/index.ts'
import { addDays, maxFen, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import { dayCash, type DayCash } from './day-cash.ts'
import { payDayOfMonth } from './pay-dates.ts'

/** What a household brings to its proposals. */
export interface Household {
  readonly budget: Budget
  readonly monthly: MonthlyBudget
  /** What moves in each month from the day after `on`, for as long as any proposal may run. */
  readonly months: readonly BudgetMonth[]
  /** Cash day by day over the same time. */
  readonly days: DayCash
  readonly on: CalendarDate
  readonly dayOfMonth: number
  /** Disposable ÷ affordable, at least 1. */
  readonly stretch: number
}

/** The longest term, the longest deferral and the months around them. */
const MONTHS_AHEAD = 250
const DAYS_IN_MONTH = 31

/** What a household can pay from a day on: its months of money, its pay day and how far a month may be stretched. */
export function householdOf(budget: Budget, on: CalendarDate): Household {
  const monthly = monthlyBudget(budget, on)
  const spare: Fen = maxFen(ZERO_FEN, monthly.disposable)
  return {
    budget,
    monthly,
    months: budgetMonths(budget, addDays(on, 1), MONTHS_AHEAD),
    days: dayCash(budget, on, MONTHS_AHEAD * DAYS_IN_MONTH),
    on,
    dayOfMonth: payDayOfMonth(budget),
    stretch: monthly.affordable > 0 ? spare / monthly.affordable : 1,
  }
}
