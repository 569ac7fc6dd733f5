import type { MonthlyBudget } from '../budget/index.ts'
import { addMonths, type CalendarDate, type Fen } from '../kernel/index.ts'

/** What the debts mean for the household at today's pace. */
export interface Outlook {
  /** Contract's payments of a month ÷ monthly income; null without an income. */
  readonly debtToIncome: number | null
  /** All that is owed ÷ a year's income; null without an income. */
  readonly owedToYearlyIncome: number | null
  /** Months until all is cleared by paying what is affordable each month with nothing added meanwhile; null = never. */
  readonly monthsToClear: number | null
  readonly clearsOn: CalendarDate | null
}

/** Longer than this is never: no creditor waits, and no forecast holds. */
const LONGEST_OUTLOOK = 600

/**
 * Debt-to-income as lenders reckon it, and how long clearing takes at today's pace: each month the
 * affordable amount goes to what is owed, after the month's ordinary interest on it at the average
 * rate of the loans, weighted by what is owed. A forecast to the month, not a schedule; no rounding.
 */
export function outlookOf(
  { monthlyIncome, affordable }: Pick<MonthlyBudget, 'monthlyIncome' | 'affordable'>,
  debts: {
    readonly owedNow: Fen
    readonly contractualMonthly: Fen
    /** Yearly, as a decimal fraction. */
    readonly averageRate: number
    readonly on: CalendarDate
  },
): Outlook {
  const { owedNow, contractualMonthly, averageRate, on } = debts
  const monthsToClear = monthsAt(owedNow, affordable, averageRate / 12)
  return {
    debtToIncome: monthlyIncome > 0 ? contractualMonthly / monthlyIncome : null,
    owedToYearlyIncome: monthlyIncome > 0 ? owedNow / (monthlyIncome * 12) : null,
    monthsToClear,
    clearsOn: monthsToClear === null ? null : addMonths(on, monthsToClear),
  }
}

function monthsAt(owed: Fen, payment: Fen, monthlyRate: number): number | null {
  let left: number = owed
  for (let month = 0; month <= LONGEST_OUTLOOK; month += 1) {
    if (left <= 0) return month
    const next = left * (1 + monthlyRate) - payment
    if (next >= left) return null
    left = next
  }
  return null
}
