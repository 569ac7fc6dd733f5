import type { Case } from '../../domain/case/index.ts'
import { CASE_FORMAT, CASE_VERSION, caseSchema } from './case-schema.ts'
import { checkBudget } from './checks/check-budget.ts'
import { checkIds } from './checks/check-ids.ts'
import { checkLoans, warnAboutLoans } from './checks/check-loans.ts'
import { checkReferences } from './checks/check-references.ts'
import { rawRecord, type RawRecord } from './checks/raw-case.ts'
import { unknownFields } from './checks/unknown-fields.ts'
import { problemAt, type CaseProblem, type CaseWarning } from './problem.ts'
import { readJson, readText } from './read-json.ts'
import { problemsOf } from './zod-problems.ts'

/** A case file as read: the case, or everything that is wrong with the file. Warnings never refuse it. */
export type CaseReading =
  | { readonly ok: true; readonly facts: Case; readonly warnings: readonly CaseWarning[] }
  | {
      readonly ok: false
      readonly problems: readonly CaseProblem[]
      readonly warnings: readonly CaseWarning[]
    }

const refusal = (
  problems: readonly CaseProblem[],
  warnings: readonly CaseWarning[] = [],
): CaseReading => ({ ok: false, problems, warnings })

/** Reads a case file's bytes. Never throws. */
export function decodeCaseBytes(bytes: Uint8Array): CaseReading {
  const reading = readText(bytes)
  return reading.ok ? decodeCaseText(reading.text) : refusal([reading.problem])
}

/** Reads a case file's text. Never throws. */
export function decodeCaseText(text: string): CaseReading {
  const reading = readJson(text)
  if (!reading.ok) return refusal([reading.problem])
  const decoded = decodeCaseValue(reading.value)
  return { ...decoded, warnings: [...reading.warnings, ...decoded.warnings] }
}

/** Reads a case file's JSON value: every problem at once, each with its path. */
export function decodeCaseValue(value: unknown): CaseReading {
  const file = rawRecord(value, [])
  if (file === null) return refusal([problemAt([], 'not-a-case-file')])
  const stop = formatProblem(file)
  if (stop !== null) return refusal([stop])

  const shape = readShape(value)
  if (shape === null) return refusal([problemAt([], 'too-many-problems')])
  const warnings = warnAboutLoans(file)
  const problems = [
    ...(shape.success ? [] : problemsOf(shape.error, value, [])),
    ...[checkIds, checkReferences, checkBudget, checkLoans].flatMap((check) => check(file)),
  ]
  if (!shape.success || problems.length > 0) return refusal(problems, warnings)
  return { ok: true, facts: shape.data, warnings: [...unknownFields(shape.data), ...warnings] }
}

/** zod gathers its issues by calls with as many arguments: some hundred thousand overflow the stack. */
function readShape(value: unknown) {
  try {
    return caseSchema.safeParse(value)
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

/** Nothing else is looked at in a file of another format or of a version that is not known yet. */
function formatProblem({ fields }: RawRecord): CaseProblem | null {
  if (fields['format'] !== CASE_FORMAT) return problemAt(['format'], 'not-a-case-file')
  const version = fields['version']
  if (version === undefined) return problemAt(['version'], 'missing')
  if (typeof version !== 'number')
    return problemAt(['version'], 'wrong-type', { expected: 'number', received: typeof version })
  if (!Number.isInteger(version)) return problemAt(['version'], 'not-whole')
  if (version > CASE_VERSION)
    return problemAt(['version'], 'newer-version', { version, known: CASE_VERSION })
  return version < 1 ? problemAt(['version'], 'out-of-range', { min: 1, max: CASE_VERSION }) : null
}
