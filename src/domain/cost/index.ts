export {
  advertisedRate,
  flatAnnualRate,
  type AdvertisedRate,
  type DearerReason,
} from './advertised-rate.ts'
export {
  checkLimits,
  limitWorking,
  lowestLimit,
  offerLimits,
  type LimitRules,
  type LimitWorking,
  type OfferLimit,
} from './check-limits.ts'
export type { TimedFlow } from './flow-terms.ts'
export { inferLoan, type InferProblem, type InferredTerms, type KnownOfLoan } from './infer-loan.ts'
export { limitExceeded, type LimitExceeded } from './limit-exceeded.ts'
export { loanCost } from './loan-cost.ts'
export { loanOfTerms } from './loan-of-terms.ts'
export { lprMultiple, lprOn } from './lpr.ts'
export { offerCost, type OfferCost, type OfferQuote, type OfferTerms } from './offer-cost.ts'
export {
  internalRate,
  MOST_TURNS,
  rateAnswer,
  type NoRateReason,
  type RateAnswer,
} from './rate-answer.ts'
export {
  solveRate,
  type DatedFlow,
  type RateMethod,
  type RateRequest,
  type SolvedRate,
} from './solve-rate.ts'
export { solveRoot } from './solve-root.ts'
export { standardRates, sumsOfFlows, type StandardRates } from './standard-rates.ts'
export type * from './types.ts'
export type { UnitPeriodFlow } from './us-apr.ts'
