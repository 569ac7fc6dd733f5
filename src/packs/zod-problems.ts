import type { z } from 'zod'
import { LOCALES } from '../domain/case/index.ts'
import {
  PACK_PROBLEM_CODES,
  pathOf,
  type PackProblem,
  type PackProblemCode,
  type PathStep,
} from './pack-problem.ts'

/** Turns what a schema refused of a file into problems with codes. */
export const problemsOf = (error: z.ZodError, value: unknown, file: string): PackProblem[] =>
  error.issues.flatMap((issue) => {
    const steps = issue.path.filter((step) => typeof step !== 'symbol')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key): PackProblem => ({
        file,
        path: pathOf([...steps, key]),
        code: 'unknown-field',
      }))
    return [{ file, path: pathOf(steps), code: codeOf(issue, steps, valueAt(value, steps)) }]
  })

function codeOf(
  issue: z.core.$ZodIssue,
  steps: readonly PathStep[],
  found: unknown,
): PackProblemCode {
  if (issue.code === 'custom') return ownCode(issue.params)
  if (found === undefined || found === null) return absentCode(steps.at(-1))
  switch (issue.code) {
    case 'invalid_value':
    case 'invalid_union':
      return 'not-one-of'
    case 'too_small':
    case 'too_big':
      return sizeCode(found, steps.at(-1))
    case 'invalid_format':
      return issue.format === 'url' ? 'not-a-link' : 'not-an-id'
    default:
      return 'wrong-type'
  }
}

function sizeCode(found: unknown, field: PathStep | undefined): PackProblemCode {
  if (typeof found === 'number') return 'out-of-range'
  return isSourceList(field) ? 'citation-missing' : 'empty'
}

/** The lists of sources: an empty one is a rule that nobody can check. */
const isSourceList = (field: PathStep | undefined): boolean =>
  field === 'bases' || field === 'sources'

/** A rule without its source and a text without a translation are faults of their own kind. */
function absentCode(field: PathStep | undefined): PackProblemCode {
  if (field === 'citation' || isSourceList(field)) return 'citation-missing'
  return LOCALES.some((locale) => locale === field) ? 'locale-missing' : 'missing'
}

const ownCode = (params: Readonly<Record<string, unknown>> = {}): PackProblemCode =>
  PACK_PROBLEM_CODES.find((known) => known === params['code']) ?? 'wrong-type'

function valueAt(value: unknown, steps: readonly PathStep[]): unknown {
  let current = value
  for (const step of steps) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Readonly<Record<string, unknown>>)[step]
  }
  return current
}
