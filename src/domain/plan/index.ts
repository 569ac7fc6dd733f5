export * from './agenda/index.ts'
export { acceptProposal, endPlan } from './accept-proposal.ts'
export { CASE_STATES, caseBrief, type CaseBrief, type CaseState } from './case-brief.ts'
export { weekdayOf, whenToPay, type PayTiming } from './when-to-pay.ts'
export {
  costOfLateness,
  sincePlan,
  watchCash,
  type CashWatch,
  type SincePlan,
} from './early-warning.ts'
export {
  CLOSING_STEPS,
  closingSteps,
  journey,
  MILESTONES,
  recordCheckTask,
  type ClosingStep,
  type Journey,
} from './milestones.ts'
export { monthReview, type MonthReview } from './month-review.ts'
export { nextPayments, type NextPayment } from './next-payment.ts'
export { paymentParts, type PaymentParts } from './payment-parts.ts'
export { payInstalment, planProgress } from './plan-progress.ts'
export {
  planVariance,
  VARIANCE_CAUSES,
  varianceLines,
  type PlanVariance,
  type Variance,
  type VarianceCause,
  type VariancePoint,
} from './variance.ts'
export type * from './types.ts'
