export {
  amountToClearBy,
  clearingBy,
  type Clearing,
  type ClearingAnswer,
  type ClearingProblem,
} from './clearing.ts'
export { OBJECTIVES, type Objective } from './objective.ts'
export { instalmentRulesFor } from './fitting-rules.ts'
export { groundFor } from './ground-for.ts'
export {
  proposalSearch,
  proposeAll,
  proposeWithOptimum,
  type ProposalSearch,
} from './propose-all.ts'
export {
  chanceOf,
  isUnsure,
  recommendationReason,
  recommendedOf,
  type RecommendationReason,
} from './recommend.ts'
export { sharedOut, sharedWithFloor } from './pro-rata.ts'
export { cutRateOf, STRATEGIES } from './types.ts'
export type * from './rules.ts'
export type * from './types.ts'
export { agreedDues } from './agreed-dues.ts'
export {
  AGREEMENT_FINDINGS,
  checkAgreement,
  type AgreementCheck,
  type AgreementFinding,
} from './agreement-check.ts'
export {
  NEGOTIATION_STAGES,
  negotiations,
  type CreditorNegotiation,
  type LoanNegotiation,
  type NegotiationMove,
  type NegotiationStage,
} from './negotiation-state.ts'
export {
  promiseGuard,
  type PromiseAnswer,
  type PromiseMade,
  type Shortfall,
} from './promise-guard.ts'
export {
  completeReasonableness,
  rateLimits,
  type ReasonablenessContext,
} from './complete-reasonableness.ts'
export { readBands, type BandReading, type PracticeBand } from './practice.ts'
export { FACTOR_NAMES } from './types.ts'
export { withNegotiationRanges } from './negotiation-range.ts'
export { recordTalk } from './record-talk.ts'
export type { LinearModel, ModelAnswer, SolveModel } from './linear-model.ts'
