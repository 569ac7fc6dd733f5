export {
  amountToClearBy,
  clearingBy,
  type Clearing,
  type ClearingAnswer,
  type ClearingProblem,
} from './clearing.ts'
export { instalmentRulesFor } from './fitting-rules.ts'
export { proposeAll } from './propose-all.ts'
export { sharedOut } from './pro-rata.ts'
export type * from './rules.ts'
export type * from './types.ts'
