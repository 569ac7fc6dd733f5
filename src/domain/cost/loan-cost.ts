import type { Loan } from '../case/index.ts'
import { daysBetween, monthsBetween, nominalAnnual, type CalendarDate } from '../kernel/index.ts'
import { buildSchedule, type Instalment } from '../loan/index.ts'
import { internalRate } from './rate-answer.ts'
import type { LoanCost } from './types.ts'

const DAYS_A_YEAR = 365
const MONTHS_A_YEAR = 12

/**
 * The yearly price of a loan when the contract is kept: what was received against all that is paid,
 * every charge included.
 * - nominal: the contract's own rate × periods, charges left out.
 * - simple: monthly internal rate × 12 (one instalment a month; a single payment counts its months).
 * - effective: the rate at which the flows on their actual dates are worth nothing (actual/365).
 * The last two are null where no schedule or no such rate exists. Source of the measure: PBoC
 * notice 〔2021〕3 (all costs against the principal actually outstanding).
 */
export function loanCost(loan: Loan): LoanCost {
  const nominal = nominalAnnual(loan.rate, loan.dayCount === 'actual/365' ? 365 : 360)
  const schedule = buildSchedule(loan)
  if (!schedule.ok) return { nominalAnnual: nominal, simpleAnnual: null, effectiveAnnual: null }
  const rows = schedule.value.instalments
  const monthly = internalRate([
    { t: 0, amount: loan.received },
    ...rows.map((row) => ({ t: monthOf(row, rows, loan.disbursedOn), amount: -row.payment })),
  ])
  const effective = internalRate([
    { t: 0, amount: loan.received },
    ...rows.map(({ dueOn, payment }) => ({
      t: daysBetween(loan.disbursedOn, dueOn) / DAYS_A_YEAR,
      amount: -payment,
    })),
  ])
  return {
    nominalAnnual: nominal,
    simpleAnnual: monthly === null ? null : monthly * MONTHS_A_YEAR,
    effectiveAnnual: effective,
  }
}

/** The period in which an instalment is paid: its number, or the months gone where there is only one. */
function monthOf(row: Instalment, rows: readonly Instalment[], from: CalendarDate): number {
  if (rows.length > 1) return row.n
  return Math.max(1, monthsBetween(from, row.dueOn))
}
