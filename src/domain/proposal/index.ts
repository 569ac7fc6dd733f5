export { proposeAll } from './propose-all.ts'
export { sharedOut } from './pro-rata.ts'
export type * from './rules.ts'
export type * from './types.ts'
