import type { DatedFlow, SolvedRate } from '../cost/index.ts'
import { daysBetween, fen, type Fen } from '../kernel/index.ts'
import { minus, plus, power } from './formula.ts'
import { effectiveAnnualTrace, simpleAnnualTrace } from './rate-trace.ts'
import type { Trace, TraceList } from './types.ts'
import { days, money, months, onDay } from './values.ts'

/** What arrives once, and what is paid a month later and each month after. */
export interface MonthlyFlows {
  readonly received: Fen
  readonly payments: readonly Fen[]
}

/** The simple annual cost of an offer: the monthly rate at which its flows come to nothing, × 12. Null where there is none. */
export const traceOfferSimple = (
  flows: MonthlyFlows,
  { nominalAnnual }: SolvedRate,
): Trace | null =>
  nominalAnnual === null ? null : simpleAnnualTrace(monthlyList(flows), nominalAnnual)

/** The effective annual cost of an offer: its monthly rate with interest on interest, twelve times. Null where there is none. */
export function traceOfferEffective(
  flows: MonthlyFlows,
  { nominalAnnual, effectiveAnnual }: SolvedRate,
): Trace | null {
  if (nominalAnnual === null || effectiveAnnual === null) return null
  return {
    ...simpleAnnualTrace(monthlyList(flows), nominalAnnual),
    figure: 'effective-annual',
    value: { unit: 'rate', value: effectiveAnnual, per: 'year' },
    formula: minus(power(plus(1, 'monthly-rate'), 12), 1),
    source: 'compound',
  }
}

const monthlyList = ({ received, payments }: MonthlyFlows): TraceList => ({
  name: 'flows',
  columns: ['months', 'amount'],
  rows: [
    { months: months(0), amount: money(received) },
    ...payments.map((payment, index) => ({
      months: months(index + 1),
      amount: money(fen(-payment)),
    })),
  ],
})

/** The yearly rate at which flows on their days come to nothing (actual/365 from the first). Null where there is none. */
export function traceFlowsRate(
  flows: readonly DatedFlow[],
  { effectiveAnnual }: SolvedRate,
): Trace | null {
  const from = flows.map(({ on }) => on).sort()[0]
  if (from === undefined || effectiveAnnual === null) return null
  const list: TraceList = {
    name: 'flows',
    columns: ['on', 'days', 'amount'],
    rows: flows.map(({ on, amount }) => ({
      on: onDay(on),
      days: days(daysBetween(from, on)),
      amount: money(amount),
    })),
  }
  return effectiveAnnualTrace(list, effectiveAnnual)
}
