import type { Budget, Frequency, Recurrence } from '../case/index.ts'
import {
  maxFen,
  scaleExactly,
  scaleFen,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
  type Fraction,
} from '../kernel/index.ts'
import type { MonthlyBudget } from './types.ts'

const TIMES_A_YEAR: Readonly<Record<Frequency, number>> = {
  once: 0,
  week: 52,
  fortnight: 26,
  month: 12,
  quarter: 4,
  year: 1,
}

/** One tenth of what is left is kept back unless the case says otherwise. */
const CUSTOMARY_CUSHION = { numerator: 1, denominator: 10 } as const

/** An item's amount in an average month, half up to the fen: week × 52 ÷ 12, fortnight × 26 ÷ 12, quarter ÷ 3, year ÷ 12; 0 for `once`. */
export const monthlyAmount = (amount: Fen, every: Frequency): Fen =>
  scaleExactly(amount, [timesAYear(every)], [12])

/** How often a year an item comes on average; 0 for `once`. */
export const timesAYear = (every: Frequency): number => TIMES_A_YEAR[every]

/**
 * The household's average month on a day: every item in force then, rounded item by item so that
 * what is shown adds up. Affordable = disposable − cushion, never below 0.
 */
export function monthlyBudget(budget: Budget, on: CalendarDate): MonthlyBudget {
  const total = (items: readonly (Recurrence & { readonly amount: Fen })[]): Fen =>
    sumFen(
      items
        .filter((item) => isInForce(item, on))
        .map(({ amount, every }) => monthlyAmount(amount, every)),
    )
  const monthlyIncome = total(budget.incomes)
  const monthlyEssential = total(budget.expenses.filter(({ essential }) => essential))
  const monthlyOther = total(budget.expenses.filter(({ essential }) => !essential))
  const disposable = subtractFen(monthlyIncome, sumFen([monthlyEssential, monthlyOther]))
  const cushion = cushionOf(disposable, budget.cushionFraction)
  return {
    monthlyIncome,
    monthlyEssential,
    monthlyOther,
    disposable,
    cushion,
    affordable: subtractFen(maxFen(ZERO_FEN, disposable), cushion),
  }
}

/** The part of what is left that is kept back, half up to the fen; null = the customary tenth. Never below 0. */
export function cushionOf(disposable: Fen, fraction: Fraction | null): Fen {
  const { numerator, denominator } = cushionPart({ cushionFraction: fraction })
  return scaleFen(maxFen(ZERO_FEN, disposable), numerator, denominator)
}

/** The part of what is left that a household keeps back. */
export const cushionPart = ({ cushionFraction }: Pick<Budget, 'cushionFraction'>): Fraction =>
  cushionFraction ?? CUSTOMARY_CUSHION

/** Whether an item still moves on a day. */
export const isInForce = ({ from, until }: Recurrence, on: CalendarDate): boolean =>
  (from === null || from <= on) && (until === null || until >= on)
