export { acceptProposal } from './accept-proposal.ts'
export { payInstalment, planProgress } from './plan-progress.ts'
export type * from './types.ts'
