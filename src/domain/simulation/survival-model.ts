import { occurrences, type Stretch } from '../budget/index.ts'
import type { Income } from '../case/index.ts'
import {
  addDays,
  addMonths,
  firstOfMonth,
  fractionToNumber,
  lastOfMonth,
  laterDate,
  monthsBetween,
  type Fraction,
} from '../kernel/index.ts'
import type { LateCharge, SurvivalInput } from './types.ts'

/** Two to the 32: chances are compared with 32 random bits. */
export const RANDOM_RANGE = 2 ** 32

/** How long a lost income stays away where the case does not say. An assumption, no statistic. */
const USUAL_LOSS_MONTHS = 3

/** An income that may vary or be lost. Amounts in fen. */
export interface UncertainIncome {
  /** How often it falls in each month. */
  readonly times: Float64Array
  readonly low: number
  /** Width of its range; 0 = it does not vary. */
  readonly width: number
  /** Width of the part below the expected amount, which is the likeliest. */
  readonly rising: number
  /** Below this of 2³² it is lost in a month. */
  readonly lossBelow: number
  readonly lossMonths: number
  /** The months, from 0, in which it can be lost: from its first one on; one-off income in its own alone. */
  readonly firstMonth: number
  readonly lastMonth: number
}

/** A survival input as arrays over months, so that a run is additions only. Amounts in fen. */
export interface SurvivalModel {
  readonly months: number
  readonly cash: number
  /** Certain income − expenses of each month. */
  readonly certain: Float64Array
  readonly uncertain: readonly UncertainIncome[]
  readonly surprise: { readonly below: number; readonly amount: number } | null
  /** What falls due in each month, all loans together and loan by loan. */
  readonly due: Float64Array
  readonly dueByLoan: readonly Float64Array[]
  readonly late: readonly LateCharge[]
  readonly clears: boolean
  /** The first month with a payment, from 0; 0 where there is none. */
  readonly firstDue: number
}

/**
 * Lays a household and its promises out month by month: the month of `on` counts from the day after
 * it, the others are whole; the last is that of the last payment. Budget items fall on their real days.
 */
export function survivalModel(input: SurvivalInput): SurvivalModel {
  const { budget, on, streams, clears } = input
  const stretches = monthsOf(input)
  const months = stretches.length
  const countOf = (item: Income): Float64Array =>
    Float64Array.from(stretches, (stretch) => occurrences(item, stretch).length)
  const certain = new Float64Array(months)
  const uncertain: UncertainIncome[] = []
  for (const income of budget.incomes) {
    const times = countOf(income)
    if (income.variation === null && !isPossible(income.lossChance)) {
      addTo(certain, times, income.amount)
    } else uncertain.push(uncertainIncome(income, times))
  }
  for (const expense of budget.expenses) {
    const times = Float64Array.from(stretches, (stretch) => occurrences(expense, stretch).length)
    addTo(certain, times, -expense.amount)
  }
  const dueByLoan = streams.map(({ payments }) => paymentsByMonth(payments, on, months))
  const due = new Float64Array(months)
  for (const loan of dueByLoan) addTo(due, loan, 1)
  const firstDue = due.findIndex((amount) => amount > 0)
  return {
    months,
    cash: budget.cash,
    certain,
    uncertain,
    surprise: surpriseOf(input),
    due,
    dueByLoan,
    late: streams.map(({ late }) => late),
    clears,
    firstDue: Math.max(0, firstDue),
  }
}

/** Whether nothing is left to chance: then one run tells what all would. */
export const isCertain = ({
  uncertain,
  surprise,
}: Pick<SurvivalModel, 'uncertain' | 'surprise'>): boolean =>
  uncertain.length === 0 && surprise === null

function monthsOf({ on, streams }: SurvivalInput): readonly Stretch[] {
  const last = streams
    .flatMap(({ payments }) => payments)
    .reduce((latest, payment) => laterDate(latest, payment.on), on)
  return Array.from({ length: monthsBetween(on, last) + 1 }, (_, index) => {
    const start = firstOfMonth(addMonths(on, index, 1))
    return { from: index === 0 ? addDays(on, 1) : start, to: lastOfMonth(start) }
  })
}

function addTo(sums: Float64Array, times: Float64Array, amount: number): void {
  for (let month = 0; month < sums.length; month += 1) {
    sums[month] = (sums[month] ?? 0) + (times[month] ?? 0) * amount
  }
}

function paymentsByMonth(
  payments: SurvivalInput['streams'][number]['payments'],
  on: SurvivalInput['on'],
  months: number,
): Float64Array {
  const due = new Float64Array(months)
  for (const payment of payments) {
    const month = monthsBetween(on, payment.on)
    due[month] = (due[month] ?? 0) + payment.amount
  }
  return due
}

const isPossible = (chance: Fraction | null): boolean => chance !== null && chance.numerator > 0

const thresholdOf = (chance: Fraction | null): number =>
  chance === null ? 0 : Math.min(1, fractionToNumber(chance)) * RANDOM_RANGE

/** A range that does not hold the expected amount is widened to it. */
function uncertainIncome(income: Income, times: Float64Array): UncertainIncome {
  const { amount, variation, lossChance, lossMonths, every } = income
  const low = Math.min(amount, variation?.low ?? amount)
  const high = Math.max(amount, variation?.high ?? amount)
  const firstMonth = times.findIndex((count) => count > 0)
  return {
    times,
    low,
    width: high - low,
    rising: amount - low,
    lossBelow: thresholdOf(lossChance),
    lossMonths: Math.max(1, lossMonths ?? USUAL_LOSS_MONTHS),
    firstMonth: firstMonth === -1 ? times.length : firstMonth,
    lastMonth: every === 'once' ? firstMonth : times.length,
  }
}

function surpriseOf({ budget: { surprise } }: SurvivalInput): SurvivalModel['surprise'] {
  if (surprise === null || !isPossible(surprise.chance) || surprise.amount <= 0) return null
  return { below: thresholdOf(surprise.chance), amount: surprise.amount }
}
