import type { Budget } from '../case/index.ts'
import type { CalendarDate, Fen } from '../kernel/index.ts'

/** What a missed amount costs: a fixed sum and a part of it for each month it is late. */
export interface LateCharge {
  readonly fixed: Fen
  /** A plain number (0.05 = 5 %): it prices a simulated month and never a real balance. */
  readonly part: number
}

/** The payments promised on one loan. */
export interface PaymentStream {
  readonly payments: readonly { readonly on: CalendarDate; readonly amount: Fen }[]
  readonly late: LateCharge
}

/** A household from a day on, and what it has promised. */
export interface SurvivalInput {
  readonly budget: Budget
  readonly on: CalendarDate
  readonly streams: readonly PaymentStream[]
  /** Whether the payments, all made, clear what is owed. A plan that doesn't is never finished. */
  readonly clears: boolean
}

/** A stretch of runs, the last not included. Runs of one seed can be shared out in any way. */
export interface Runs {
  readonly seed: number
  readonly from: number
  readonly to: number
}

/** What chance leaves to pay from, run by run and month by month. Plain data. */
export interface Luck {
  readonly runs: number
  readonly months: number
  /** Income less expenses (fen), the months of a run side by side; of one run alone where all are the same. */
  readonly left: Float64Array
}

/** What some runs came to; tallies of one model add up. Plain data, fit to be sent between threads. */
export interface SurvivalTally {
  readonly runs: number
  readonly finished: number
  readonly neverMissed: number
  /** How many runs first missed a payment in the nth month; the month of `on` is the first. */
  readonly firstMisses: readonly number[]
  /** For every run, the largest equal payment (fen) it could have made in every month of the plan. */
  readonly bearable: Float64Array
}

/** How a plan fares when income and expenses don't go as expected. */
export interface Survival {
  readonly runs: number
  /**
   * Part of the runs in which every payment was made by the end, a missed one caught up the month
   * after with its late charge.
   */
  readonly probability: number
  /** Part of the runs in which no payment was ever late. */
  readonly neverMissed: number
  /** Among the runs that missed a payment, the median of the first such month, from 1; null without any. */
  readonly firstMissMonthMedian: number | null
  /** The largest equal monthly payment that nine runs in ten could make without a single miss. */
  readonly steadyMonthly: Fen
}
