import type { Loan, Payment } from '../case/index.ts'
import {
  limitWorking,
  loanCost,
  type LimitFinding,
  type LimitWorking,
  type LprPoint,
} from '../cost/index.ts'
import { daysBetween, fen, monthsBetween, subtractFen, type CalendarDate } from '../kernel/index.ts'
import { buildSchedule, type Instalment } from '../loan/index.ts'
import { traceOwedNow } from './account-trace.ts'
import { fromAtLeast, minus } from './formula.ts'
import { effectiveAnnualTrace, simpleAnnualTrace } from './rate-trace.ts'
import type { Trace, TraceList } from './types.ts'
import { days, input, money, months, onDay, ratio } from './values.ts'

/** The simple annual cost: the monthly rate at which all flows come to nothing, × 12. */
export function traceSimpleAnnual(loan: Loan): Trace | null {
  const { simpleAnnual } = loanCost(loan)
  return simpleAnnual === null ? null : simpleAnnualTrace(flowsOf(loan, 'months'), simpleAnnual)
}

/** The effective annual cost: the yearly rate at which the flows on their dates come to nothing (actual/365). */
export function traceEffectiveAnnual(loan: Loan): Trace | null {
  const { effectiveAnnual } = loanCost(loan)
  return effectiveAnnual === null
    ? null
    : effectiveAnnualTrace(flowsOf(loan, 'days'), effectiveAnnual)
}

/** What was received and what is paid, with the months or the days since then. */
function flowsOf(loan: Loan, column: 'months' | 'days'): TraceList {
  const schedule = buildSchedule(loan)
  const rows = schedule.ok ? schedule.value.instalments : []
  const timeOf = (row: Instalment) =>
    column === 'days'
      ? days(daysBetween(loan.disbursedOn, row.dueOn))
      : months(rows.length > 1 ? row.n : Math.max(1, monthsBetween(loan.disbursedOn, row.dueOn)))
  return {
    name: 'flows',
    columns: ['on', column, 'amount'],
    rows: [
      {
        on: onDay(loan.disbursedOn),
        [column]: column === 'days' ? days(0) : months(0),
        amount: money(loan.received),
      },
      ...rows.map((row) => ({
        on: onDay(row.dueOn),
        [column]: timeOf(row),
        amount: money(fen(-row.payment)),
      })),
    ],
  }
}

/**
 * What lies above a price limit: what is owed by the contract less what would be owed at the limit
 * with nothing else charged. Less than a yuan is rounding and counts as nothing. Null where the
 * finding has no limit to replay at.
 */
export function traceAboveLimit(
  loan: Loan,
  finding: LimitFinding,
  given: {
    readonly lpr: readonly LprPoint[]
    readonly payments: readonly Payment[]
    readonly on: CalendarDate
  },
): Trace | null {
  const working = finding.limit === null ? null : limitWorking(loan, finding.rule, given)
  if (working === null) return null
  const { payments, on } = given
  return {
    figure: 'above-limit',
    value: money(finding.excess),
    inputs: [
      input('rate', ratio(working.limit, 'year')),
      input('claim-by-contract', money(working.owedByContract)),
      input('claim-at-limit', money(working.owedAtLimit)),
      input('smallest-counted', money(working.smallest)),
    ],
    lists: [],
    steps: [differenceStep(working)],
    formula: fromAtLeast('difference', 'smallest-counted'),
    rounding: 'none',
    source: 'limit',
    parts: [
      traceOwedNow({ loan, payments, on }),
      traceOwedNow({ loan: working.atLimit, payments, on }),
    ],
  }
}

const differenceStep = ({ owedByContract, owedAtLimit }: LimitWorking) =>
  ({
    name: 'difference',
    formula: minus('claim-by-contract', 'claim-at-limit'),
    value: money(subtractFen(owedByContract, owedAtLimit)),
  }) as const
