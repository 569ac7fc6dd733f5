import { internalRate, over, times } from './formula.ts'
import type { Trace, TraceList } from './types.ts'

/** A simple annual cost: the monthly rate at which monthly flows come to nothing, × 12. */
export const simpleAnnualTrace = (flows: TraceList, simpleAnnual: number): Trace => ({
  figure: 'simple-annual',
  value: { unit: 'rate', value: simpleAnnual, per: 'year' },
  inputs: [],
  lists: [flows],
  steps: [
    {
      name: 'monthly-rate',
      formula: internalRate(flows.name, 'months'),
      value: { unit: 'rate', value: simpleAnnual / 12, per: 'month' },
    },
  ],
  formula: times('monthly-rate', 12),
  rounding: 'shown',
  source: 'pboc-2021-3',
  parts: [],
})

/** An effective annual cost: the yearly rate at which flows on their days come to nothing (actual/365). */
export const effectiveAnnualTrace = (flows: TraceList, effectiveAnnual: number): Trace => ({
  figure: 'effective-annual',
  value: { unit: 'rate', value: effectiveAnnual, per: 'year' },
  inputs: [],
  lists: [flows],
  steps: [],
  formula: internalRate(flows.name, over('days', 365)),
  rounding: 'shown',
  source: 'xirr',
  parts: [],
})
