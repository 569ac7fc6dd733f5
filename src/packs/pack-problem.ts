/** What can be wrong with a pack's files. */
export const PACK_PROBLEM_CODES = [
  // A file as a whole.
  'missing-file',
  'not-json',
  'not-yaml',
  // One value.
  'missing',
  'empty',
  'wrong-type',
  'not-one-of',
  'not-an-id',
  'not-a-link',
  'not-a-date',
  'not-a-decimal',
  'not-a-time',
  'out-of-range',
  'unknown-field',
  'citation-missing',
  'locale-missing',
  // Values held against each other.
  'unknown-source',
  'duplicate-id',
  'foreign-id',
  'unknown-reference',
  'dates-out-of-order',
  'letter-one-language',
  'letter-not-listed',
  'template-broken',
  'topic-not-listed',
  // Scripts.
  'script-not-listed',
  'script-out-of-step',
  'script-next-unknown',
  'script-unreachable',
  'script-endless',
  'script-goal-unknown',
  'unknown-rule',
] as const
export type PackProblemCode = (typeof PACK_PROBLEM_CODES)[number]

/** One fault of a pack: in which file, where in it, and what. */
export interface PackProblem {
  /** The path within the pack's folder. */
  readonly file: string
  /** `$[2].citation.source`; `$` is the file as a whole. */
  readonly path: string
  readonly code: PackProblemCode
}

export type PathStep = string | number

/** Writes steps as a JSON path. */
export const pathOf = (steps: readonly PathStep[]): string =>
  `$${steps.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`)).join('')}`

/** A fault of a file as a whole. */
export const wholeFile = (file: string, code: PackProblemCode): PackProblem => ({
  file,
  path: '$',
  code,
})
