export { drawLuck } from './luck.ts'
export { survivalInput } from './plan-survival.ts'
export { runSurvival } from './run-survival.ts'
export { mergeTallies, simulateSurvival, simulateTogether, survivalOf } from './survival.ts'
export { survivalModel } from './survival-model.ts'
export type * from './types.ts'
export {
  USUAL_RUNS,
  USUAL_SEED,
  weighProposals,
  type Scales,
  type WeighedProposals,
} from './weigh-proposals.ts'
