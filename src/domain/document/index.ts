export { letterContext, type LetterRequest, type LetterRules } from './letter-context.ts'
export type * from './types.ts'
