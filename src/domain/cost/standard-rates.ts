import {
  addMonths,
  dateParts,
  daysBetween,
  fen,
  monthsBetween,
  type CalendarDate,
} from '../kernel/index.ts'
import { solveRate, type DatedFlow, type SolvedRate } from './solve-rate.ts'

/** The yearly rate of one list of dated flows by three standards. */
export interface StandardRates {
  /** Effective, actual days ÷ 365, as spreadsheets' XIRR. */
  readonly xirr: SolvedRate
  /** The EU's annual percentage rate of charge: effective, whole months as twelfths, days beyond ÷ 365. */
  readonly euApr: SolvedRate
  /** The US annual percentage rate: monthly unit-periods × 12, days beyond whole months ÷ 30. */
  readonly usApr: SolvedRate
}

/**
 * Solves flows on their dates: received positive, paid negative. Sources: definition of XIRR;
 * directive 2008/48/EC annex I, remarks (c) and (e) on intervals; 12 CFR 1026 appendix J (b)(5)
 * for a unit-period of a month (whole months counted back from the later date, odd days ÷ 30).
 */
export function standardRates(flows: readonly DatedFlow[]): StandardRates {
  const ordered = [...flows].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const timed = ordered.map(({ on, amount }) => {
    const [first] = ordered
    return { amount, ...intervalOf(first?.on ?? on, on) }
  })
  const periods = timed.map(({ amount, months, days }) => ({
    amount: Math.abs(amount),
    isAdvance: amount > 0,
    full: months,
    fraction: Math.min(days, 29) / 30,
  }))
  return {
    xirr: solveRate({ method: 'xirr', flows: ordered }),
    euApr: solveRate({
      method: 'eu-apr',
      flows: timed.map(({ amount, months, days }) => ({ amount, t: months / 12 + days / 365 })),
    }),
    usApr: solveRate({
      method: 'us-apr',
      unitPeriodsPerYear: 12,
      advances: periods.filter(({ isAdvance }) => isAdvance),
      payments: periods.filter(({ isAdvance }) => !isAdvance),
    }),
  }
}

/** Whole months counted back from the later date, and the days that then remain. */
function intervalOf(
  from: CalendarDate,
  to: CalendarDate,
): { readonly months: number; readonly days: number } {
  const { day } = dateParts(to)
  const most = monthsBetween(from, to)
  const back = addMonths(to, -most, day)
  const months = back < from ? most - 1 : most
  return { months, days: daysBetween(from, addMonths(to, -months, day)) }
}

/** What is received in all and paid in all. */
export const sumsOfFlows = (flows: readonly DatedFlow[]) => ({
  received: fen(flows.reduce((sum, { amount }) => sum + Math.max(0, amount), 0)),
  paid: fen(flows.reduce((sum, { amount }) => sum - Math.min(0, amount), 0)),
})
