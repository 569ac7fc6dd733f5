/** What can be wrong with a case file. Words for each code are found by whoever shows it. */
export const CASE_PROBLEM_CODES = [
  // The file as a whole.
  'unreadable-file',
  'empty-file',
  'file-too-large',
  'not-utf8',
  'not-json',
  'too-deep',
  'too-many-values',
  'too-many-problems',
  'duplicate-key',
  'forbidden-key',
  'not-a-case-file',
  'newer-version',
  // One value.
  'missing',
  'empty',
  'wrong-type',
  'not-one-of',
  'not-a-code',
  'not-an-amount',
  'not-a-number',
  'too-many-decimals',
  'too-large',
  'too-long',
  'negative',
  'not-a-date',
  'no-such-day',
  'not-a-moment',
  'not-a-digest',
  'not-whole',
  'out-of-range',
  // One value held against others.
  'duplicate-id',
  'unknown-reference',
  'refers-to-itself',
  'end-before-start',
  'before-disbursement',
  'more-than-principal',
  'low-above-high',
  'not-numbered',
  'not-rising',
] as const
export type CaseProblemCode = (typeof CASE_PROBLEM_CODES)[number]

/** What deserves a look and does not make a case file invalid. */
export const CASE_WARNING_CODES = [
  'unknown-field',
  'inexact-number',
  'schedule-sum',
  'payment-before-disbursement',
] as const
export type CaseWarningCode = (typeof CASE_WARNING_CODES)[number]

/** The values that the words of a notice may name: limits and fields, never what a person wrote. */
export type NoticeValues = Readonly<Record<string, string | number>>

export interface CaseProblem {
  readonly code: CaseProblemCode
  /** Where: `$.loans[2].dueDay`. */
  readonly path: string
  readonly values: NoticeValues
}

export interface CaseWarning {
  readonly code: CaseWarningCode
  readonly path: string
  readonly values: NoticeValues
}

export type PathStep = string | number
export type Path = readonly PathStep[]

/** A longer name is cut in a path: it is somebody else's text. */
const LONGEST_NAME = 60

/** Writes steps as a JSON path: `$.loans[2].dueDay`, `$.debtor["a b"]`. */
export const jsonPath = (steps: Path): string => `$${steps.map(stepText).join('')}`

function stepText(step: PathStep): string {
  if (typeof step === 'number') return `[${String(step)}]`
  if (/^[A-Za-z_$][\w$]*$/.test(step) && step.length <= LONGEST_NAME) return `.${step}`
  const shown = step.length > LONGEST_NAME ? `${step.slice(0, LONGEST_NAME)}…` : step
  return `[${JSON.stringify(shown)}]`
}

export const problemAt = (
  steps: Path,
  code: CaseProblemCode,
  values: NoticeValues = {},
): CaseProblem => ({ code, path: jsonPath(steps), values })

export const warningAt = (
  steps: Path,
  code: CaseWarningCode,
  values: NoticeValues = {},
): CaseWarning => ({ code, path: jsonPath(steps), values })
