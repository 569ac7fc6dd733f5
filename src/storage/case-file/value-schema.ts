import * as z from 'zod/mini'
import {
  parseDate,
  parseFraction,
  parseYuan,
  RATE_PERIODS,
  type CalendarDate,
  type Fen,
  type Fraction,
  type Result,
} from '../../domain/kernel/index.ts'
import { LONGEST_TEXT } from './limits.ts'
import type { CaseProblemCode, NoticeValues } from './problem.ts'
import { mapped } from './mapped.ts'
import { record } from './record-schema.ts'

// zod probes for `eval` to compile its validators; under the app's content security policy that
// probe is a reported violation.
z.config({ jitless: true })

interface ValueProblem {
  readonly code: CaseProblemCode
  readonly values?: NoticeValues
}

/** A decimal or date written as text, read by the kernel; its refusal becomes the problem's code. */
function written<Value>(
  read: (text: string) => Result<Value, ValueProblem>,
  meta: { readonly pattern: string; readonly description: string },
) {
  const value = z.transform((text: string, context): Value => {
    const reading = read(text)
    if (reading.ok) return reading.value
    context.issues.push({ code: 'custom', input: text, params: reading.problem })
    return z.NEVER
  })
  return z.pipe(z.string(), value).register(z.globalRegistry, meta)
}

const refused = (code: CaseProblemCode, values: NoticeValues = {}) =>
  ({ ok: false, problem: { code, values } }) as const

/** An amount in yuan, never negative, read as fen. */
export const amount = written<Fen>(
  (text) => {
    const reading = parseYuan(text)
    if (!reading.ok) return refused(reading.problem)
    return reading.value < 0 ? refused('negative') : reading
  },
  { pattern: '^\\d+(\\.\\d{1,2})?$', description: 'Yuan, at most two decimals' },
)

function readFraction(text: string): Result<Fraction, ValueProblem> {
  if (/^-\d/.test(text)) return refused('negative')
  const reading = parseFraction(text)
  return reading.ok ? reading : refused(reading.problem)
}

const DECIMAL = '^\\d+(\\.\\d+)?$'

/** A decimal that is not negative, such as a multiplier. */
export const decimal = written<Fraction>(readFraction, {
  pattern: DECIMAL,
  description: 'Decimal, at most twelve decimals',
})

/** A part or a chance: a decimal from 0 to 1. */
export const portion = written<Fraction>(
  (text) => {
    const reading = readFraction(text)
    if (!reading.ok || reading.value.numerator <= reading.value.denominator) return reading
    return refused('out-of-range', { min: 0, max: 1 })
  },
  { pattern: DECIMAL, description: 'Decimal from 0 to 1' },
)

/** A calendar date. */
export const date = written<CalendarDate>(
  (text) => {
    const reading = parseDate(text)
    if (reading.ok) return reading
    return reading.problem === 'out-of-range'
      ? refused('out-of-range', { min: 1900, max: 2200 })
      : refused(reading.problem)
  },
  { pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Calendar date, YYYY-MM-DD' },
)

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

/** A moment with its offset; kept as it is written, since the wall clock of the call matters. */
export const moment = written<string>(
  (text) => {
    const match = MOMENT.exec(text)
    if (match === null) return refused('not-a-moment')
    const day = parseDate(match[1] ?? '')
    return day.ok ? { ok: true, value: text } : refused(day.problem)
  },
  { pattern: MOMENT.source, description: 'ISO 8601 moment with offset' },
)

/** SHA-256 as 64 hexadecimal digits, read in lower case. */
export const digest = written<string>(
  (text) =>
    /^[\da-f]{64}$/i.test(text) ? { ok: true, value: text.toLowerCase() } : refused('not-a-digest'),
  { pattern: '^[0-9a-fA-F]{64}$', description: 'SHA-256, hexadecimal' },
)

/** Text that may be empty. */
export const text = z.string().check(z.maxLength(LONGEST_TEXT))

/** An id or a reference to one. */
export const id = z.string().check(z.minLength(1), z.maxLength(1000))

/** A whole number within bounds, both included. */
export function whole(minimum: number, maximum: number) {
  const within = z.transform((value: number, context): number => {
    if (!Number.isInteger(value)) {
      context.issues.push({ code: 'custom', input: value, params: { code: 'not-whole' } })
    } else if (value < minimum || value > maximum) {
      const params = { code: 'out-of-range', values: { min: minimum, max: maximum } }
      context.issues.push({ code: 'custom', input: value, params })
    }
    return value
  })
  return z
    .pipe(z.number(), within)
    .register(z.globalRegistry, { type: 'integer', minimum, maximum })
}

/** A simple rate per period. */
export const rate = mapped(
  record({ value: decimal, per: z.enum(RATE_PERIODS) }),
  ({ value, ...fields }) => ({ ...value, ...fields }),
)

/** A field that may be left out or null, and what that means. */
export const optional = <Schema extends z.ZodMiniType, Default>(schema: Schema, absent: Default) =>
  mapped(z.nullish(schema), (value) => value ?? absent)

/** A list that may be left out. */
export const listOf = <Schema extends z.ZodMiniType>(schema: Schema) =>
  mapped(z.nullish(z.array(schema)), (list): readonly z.output<Schema>[] => list ?? [])
