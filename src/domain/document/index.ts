export { rightApplies, type LetterRules } from './cited-rules.ts'
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
export { judgePromise, type PromiseVerdict } from './promise.ts'
export { readAnswer, type AnswerReading, type ListeningWords } from './read-answer.ts'
export { checkRehearsal, type GoalEffect, type GoalResult } from './rehearsal.ts'
export { scriptContext, type ScriptRequest, type ScriptRules } from './script-context.ts'
export * from './script-types.ts'
export { scriptsFor, suitsLender, type ScriptMatch } from './scripts-for.ts'
export type * from './types.ts'
