import type { Budget, Income } from '../case/index.ts'
import {
  fen,
  maxFen,
  minFen,
  monthOf,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type CalendarMonth,
  type Fen,
  type Fraction,
} from '../kernel/index.ts'
import { expensesIn, type ByClass } from './budget-parts.ts'
import { cushionOf, isInForce, monthlyAmount, monthlyBudget } from './monthly-budget.ts'
import { monthStretches } from './month-stretches.ts'
import { occurrences } from './occurrences.ts'

/**
 * What can be paid to lenders, three times over, never below 0 and never falling:
 * - safe: also in a bad month (every varying income at its low), twice the cushion kept back;
 * - target: in an expected month, the cushion kept back; this is the budget's `affordable`;
 * - stretch: in an expected month, nothing kept back. It bears no surprise: a limit, no plan.
 */
export interface AffordableBands {
  readonly safe: Fen
  readonly target: Fen
  readonly stretch: Fen
}

/** One month's money by what has to be kept first, and what is then left for lenders. */
export interface AffordableMonth extends ByClass, AffordableBands {
  readonly month: CalendarMonth
  readonly income: Fen
  /** Income when every varying one brings its low. */
  readonly lowIncome: Fen
  readonly cushion: Fen
}

/** The bands of an average month on a day; one-off items are left out as in the monthly budget. */
export function affordableBands(budget: Budget, on: CalendarDate): AffordableBands {
  const { monthlyIncome, disposable } = monthlyBudget(budget, on)
  const low = sumFen(
    budget.incomes
      .filter((income) => isInForce(income, on))
      .map((income) => monthlyAmount(lowOf(income), income.every)),
  )
  const expenses = subtractFen(monthlyIncome, disposable)
  return bandsOf({ income: monthlyIncome, low, expenses }, budget.cushionFraction)
}

/**
 * The bands month by month on the days on which money really moves, so that a yearly premium or a
 * bonus shows in its month. The month of `from` counts from that day on.
 */
export function affordableMonths(
  budget: Budget,
  from: CalendarDate,
  months: number,
): readonly AffordableMonth[] {
  return monthStretches(from, months).map((stretch) => {
    const total = (amountOf: (income: Income) => Fen): Fen =>
      sumFen(
        budget.incomes.map((income) => fen(amountOf(income) * occurrences(income, stretch).length)),
      )
    const income = total(({ amount }) => amount)
    const low = total(lowOf)
    const parts = expensesIn(budget, stretch)
    const expenses = sumFen([parts.priority, parts.essential, parts.other])
    return {
      month: monthOf(stretch.from),
      income,
      lowIncome: low,
      ...parts,
      cushion: cushionOf(subtractFen(income, expenses), budget.cushionFraction),
      ...bandsOf({ income, low, expenses }, budget.cushionFraction),
    }
  })
}

/** A low above the expected amount is no low. */
const lowOf = ({ amount, variation }: Income): Fen => minFen(amount, variation?.low ?? amount)

interface MonthSums {
  readonly income: Fen
  readonly low: Fen
  readonly expenses: Fen
}

function bandsOf({ income, low, expenses }: MonthSums, fraction: Fraction | null): AffordableBands {
  const disposable = subtractFen(income, expenses)
  const cushion = cushionOf(disposable, fraction)
  const left = (amount: number): Fen => maxFen(ZERO_FEN, fen(amount))
  return {
    safe: left(low - expenses - 2 * cushion),
    target: left(disposable - cushion),
    stretch: left(disposable),
  }
}
