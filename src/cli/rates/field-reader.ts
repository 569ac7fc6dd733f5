import { parseDate, parseYuan, type CalendarDate, type Fen } from '../../domain/kernel/index.ts'
import {
  problemAt,
  type CaseProblem,
  type CaseProblemCode,
  type NoticeValues,
  type Path,
} from '../../storage/case-file/index.ts'

/** A value of a file, where it stands, and the list that takes what is wrong with it. */
export interface Field {
  readonly value: unknown
  readonly path: Path
  readonly problems: CaseProblem[]
}

/** Notes a problem; what is read in its place is never used, since the file is refused. */
export function note(field: Field, code: CaseProblemCode, values: NoticeValues = {}): null {
  field.problems.push(problemAt(field.path, code, values))
  return null
}

/** A member of an object; of anything else nothing. */
export const memberOf = ({ value, path, problems }: Field, name: string): Field => ({
  value: isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined,
  path: [...path, name],
  problems,
})

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names what a value is instead of what it should be. */
export function wrongType(field: Field, expected: string): null {
  const { value } = field
  if (value === undefined) return note(field, 'missing')
  const received = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  return note(field, 'wrong-type', { expected, received })
}

/** The members of a list, each with its place. */
export function listOf(field: Field, most: number): readonly Field[] {
  const { value, path, problems } = field
  if (!Array.isArray(value)) {
    wrongType(field, 'array')
    return []
  }
  if (value.length > most) {
    note(field, 'too-many-values', { max: most })
    return []
  }
  return value.map((member: unknown, n) => ({ value: member, path: [...path, n], problems }))
}

/** An amount in yuan as text. */
export function amountOf(field: Field): Fen {
  const { value } = field
  if (typeof value !== 'string') return nothing(wrongType(field, 'string'))
  const reading = parseYuan(value)
  return reading.ok ? reading.value : nothing(note(field, reading.problem))
}

export function positiveAmountOf(field: Field): Fen {
  const amount = amountOf(field)
  if (amount < 0) note(field, 'negative')
  return amount
}

const nothing = (_: null): Fen => 0 as Fen

export function dateOf(field: Field): CalendarDate {
  const { value } = field
  if (typeof value !== 'string') {
    wrongType(field, 'string')
    return '' as CalendarDate
  }
  const reading = parseDate(value)
  if (reading.ok) return reading.value
  note(field, reading.problem, { min: '1900-01-01', max: '2200-12-31' })
  return '' as CalendarDate
}

interface Bounds {
  readonly min: number
  readonly max: number
}

export function numberOf(field: Field, { min, max }: Bounds): number {
  const { value } = field
  if (typeof value !== 'number') wrongType(field, 'number')
  else if (!(value >= min && value <= max)) note(field, 'out-of-range', { min, max })
  else return value
  return min
}

export function wholeNumberOf(field: Field, bounds: Bounds): number {
  const value = numberOf(field, bounds)
  if (!Number.isInteger(value)) note(field, 'not-whole')
  return value
}
