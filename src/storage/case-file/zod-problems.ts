import type * as z from 'zod/mini'
import {
  CASE_PROBLEM_CODES,
  problemAt,
  type CaseProblem,
  type CaseProblemCode,
  type NoticeValues,
  type Path,
} from './problem.ts'

/** Turns what the schema refused into problems with codes; `value` is what it was asked to read. */
export const problemsOf = (error: z.core.$ZodError, value: unknown, at: Path): CaseProblem[] =>
  error.issues.map((issue) => {
    const steps = issue.path.filter((step) => typeof step !== 'symbol')
    const { code, values } = reasonOf(issue, valueAt(value, steps))
    return problemAt([...at, ...steps], code, values)
  })

interface Reason {
  readonly code: CaseProblemCode
  readonly values?: NoticeValues
}

function reasonOf(issue: z.core.$ZodIssue, found: unknown): Reason {
  if (issue.code === 'custom') return paramsReason(issue.params)
  if (found === undefined) return { code: 'missing' }
  switch (issue.code) {
    case 'invalid_value':
      return typeof found === 'string'
        ? { code: 'not-one-of', values: { allowed: issue.values.map(String).join(', ') } }
        : { code: 'wrong-type', values: { expected: 'string', received: typeName(found) } }
    case 'too_small':
      return { code: 'empty' }
    case 'too_big':
      return { code: 'too-long', values: { max: Number(issue.maximum) } }
    case 'invalid_format':
      return { code: 'not-a-code' }
    case 'invalid_type':
      return {
        code: 'wrong-type',
        values: { expected: issue.expected, received: typeName(found) },
      }
    default:
      return { code: 'wrong-type', values: { expected: 'other', received: typeName(found) } }
  }
}

/** Our own value schemas name the code themselves. */
function paramsReason(params: Readonly<Record<string, unknown>> = {}): Reason {
  const code = CASE_PROBLEM_CODES.find((known) => known === params['code']) ?? 'wrong-type'
  return isValues(params['values']) ? { code, values: params['values'] } : { code }
}

const isValues = (values: unknown): values is NoticeValues =>
  typeof values === 'object' && values !== null

const typeName = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

function valueAt(value: unknown, steps: Path): unknown {
  let current = value
  for (const step of steps) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Readonly<Record<string, unknown>>)[step]
  }
  return current
}
