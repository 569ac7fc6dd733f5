export type { LetterRules } from './cited-rules.ts'
export { withText } from './keep-letter.ts'
export {
  letterContext,
  letterSubjects,
  type LetterRequest,
  type LetterSubject,
} from './letter-context.ts'
export { letterObstacles, type LetterObstacle } from './letter-obstacles.ts'
export * from './letter-spec.ts'
export { markReplied, markSent } from './mark-sent.ts'
export type * from './types.ts'
