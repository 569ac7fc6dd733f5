import type { CalendarDate, Fen, Fraction } from '../kernel/index.ts'
import type { Carried } from './carried.ts'

export const FREQUENCIES = ['month', 'week', 'fortnight', 'quarter', 'year', 'once'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const EXPENSE_CATEGORIES = [
  'housing',
  'utilities',
  'food',
  'transport',
  'health',
  'education',
  'dependants',
  'insurance',
  'communication',
  'priority-debt',
  'other',
] as const
export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number]

/** When money moves: `day` of the month for month, quarter and year; week and fortnight recur from `from`. */
export interface Recurrence {
  readonly every: Frequency
  /** Day of the month, 1–31; the last day where the month is shorter. */
  readonly day: number | null
  readonly from: CalendarDate | null
  /** The last day on which it may still fall. */
  readonly until: CalendarDate | null
}

export interface Income extends Carried, Recurrence {
  readonly id: string
  readonly label: string
  readonly amount: Fen
  readonly variation: IncomeVariation | null
  /** Chance in a month that this income is lost, 0–1. */
  readonly lossChance: Fraction | null
  /** How many months a loss lasts; null = the customary assumption. */
  readonly lossMonths: number | null
}

export interface IncomeVariation extends Carried {
  readonly low: Fen
  readonly high: Fen
}

export interface Expense extends Carried, Recurrence {
  readonly id: string
  readonly label: string
  readonly category: ExpenseCategory
  readonly amount: Fen
  readonly essential: boolean
}

/** An expense nobody plans for: how likely in a month, and how much. */
export interface Surprise extends Carried {
  readonly chance: Fraction
  readonly amount: Fen
}

export interface Budget extends Carried {
  /** Money at hand on the case's day. */
  readonly cash: Fen
  /** Cash is never planned below this. */
  readonly reserve: Fen
  /** Part of the disposable income kept back each month, 0–1; null = the customary 10 %. */
  readonly cushionFraction: Fraction | null
  readonly surprise: Surprise | null
  readonly incomes: readonly Income[]
  readonly expenses: readonly Expense[]
}
