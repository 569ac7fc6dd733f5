import { z } from 'zod'
import { CREDITOR_KINDS } from '../domain/case/index.ts'
import { parseDate, type CalendarDate } from '../domain/kernel/index.ts'
import type { PackProblemCode } from './pack-problem.ts'

// zod probes for `eval` to compile its validators; under the app's content security policy that
// probe is a reported violation.
z.config({ jitless: true })

/** The custom issue of a value; the code is read back by `problemsOf`. */
export const refusal = (code: PackProblemCode, input: unknown) =>
  ({ code: 'custom', input, params: { code } }) as const

export const words = z.string().trim().min(1)

/** Text in both languages; one that is left out has its own code, since translators look for it. */
export const localised = z.strictObject({ 'zh-CN': words, en: words })

export const date = z.string().transform((text, context): CalendarDate => {
  const reading = parseDate(text)
  if (reading.ok) return reading.value
  context.issues.push(refusal('not-a-date', text))
  return z.NEVER
})

export const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/)

/** A remark for whoever keeps the pack: what was not seen. Read by nobody else. */
export const note = z.string().optional()

export const link = z.url({ protocol: /^https?$/ })

export const confidence = z.enum(['verified', 'verified-secondary', 'recalled'])

export const inForce = { inForceFrom: date, inForceUntil: date.nullable() }

/** Refuses a rule that ends before it starts. */
export function datesInOrder(
  rule: { readonly inForceFrom: CalendarDate; readonly inForceUntil: CalendarDate | null },
  context: { issues: unknown[] },
): void {
  const { inForceFrom, inForceUntil } = rule
  if (inForceUntil !== null && inForceUntil < inForceFrom)
    context.issues.push({
      ...refusal('dates-out-of-order', inForceUntil),
      path: ['inForceUntil'],
    })
}

export const creditorKind = z.enum(CREDITOR_KINDS)
