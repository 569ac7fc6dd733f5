export {
  traceAccrued,
  traceArrears,
  traceBucket,
  traceOverdueDays,
  traceOwedNow,
} from './account-trace.ts'
export { traceAffordable, traceDebtToIncome, traceTotal } from './budget-trace.ts'
export {
  traceLateFees,
  traceLateInterest,
  tracePenalty,
  type TracedAccount,
} from './charge-trace.ts'
export type { Formula, Operation } from './formula.ts'
export { traceNextMinimum } from './minimum-trace.ts'
export {
  traceFlowsRate,
  traceOfferEffective,
  traceOfferSimple,
  type MonthlyFlows,
} from './offer-trace.ts'
export { traceMonthsToClear, type Pace } from './outlook-trace.ts'
export { traceInstalment, tracePeriodInterest } from './instalment-trace.ts'
export type { TraceName } from './names.ts'
export { traceAboveLimit, traceEffectiveAnnual, traceSimpleAnnual } from './price-trace.ts'
export type * from './types.ts'
