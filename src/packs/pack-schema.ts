import { z } from 'zod'
import { CREDITOR_KINDS, LOAN_KINDS, LOCALES } from '../domain/case/index.ts'
import type { LprPoint, PriceLimit } from '../domain/cost/index.ts'
import { parseDate, parseFraction, type CalendarDate } from '../domain/kernel/index.ts'
import type { ArrangementRule } from '../domain/proposal/index.ts'
import type { PackMeta } from './pack.ts'
import type { PackProblemCode } from './pack-problem.ts'

// zod probes for `eval` to compile its validators; under the app's content security policy that
// probe is a reported violation.
z.config({ jitless: true })

/** The custom issue of a value; the code is read back by `problemsOf`. */
const refusal = (code: PackProblemCode, input: unknown) =>
  ({ code: 'custom', input, params: { code } }) as const

const words = z.string().trim().min(1)

/** Text in both languages; one that is left out has its own code, since translators look for it. */
const localised = z.strictObject({ 'zh-CN': words, en: words })

const date = z.string().transform((text, context): CalendarDate => {
  const reading = parseDate(text)
  if (reading.ok) return reading.value
  context.issues.push(refusal('not-a-date', text))
  return z.NEVER
})

/** A decimal kept as it is written, so that no float touches it. */
const decimal = z.string().superRefine((text, context) => {
  if (!parseFraction(text).ok) context.issues.push(refusal('not-a-decimal', text))
})

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/)

/** A remark for whoever keeps the pack: what was not seen. Read by nobody else. */
const note = z.string().optional()

const citation = z.strictObject({
  instrument: localised,
  article: words.nullable(),
  documentNumber: words.nullable(),
  issuer: localised,
  source: z.url({ protocol: /^https?$/ }),
  confidence: z.enum(['verified', 'verified-secondary', 'recalled']),
})

const inForce = { inForceFrom: date, inForceUntil: date.nullable() }

/** Refuses a rule that ends before it starts. */
function datesInOrder(
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

const creditorKinds = z.array(z.enum(CREDITOR_KINDS)).min(1)

const limit = z
  .strictObject({
    id,
    title: localised,
    says: localised,
    consequence: localised,
    binding: z.boolean(),
    citation,
    note,
    ...inForce,
    appliesTo: z.strictObject({
      creditorKinds,
      licensed: z.boolean().nullable(),
      byDateOf: z.enum(['disbursement', 'claim']),
    }),
    measure: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fixed-rate'), annual: decimal }),
      z.strictObject({ kind: z.literal('lpr-multiple'), times: z.int().min(1).max(100) }),
      z.strictObject({ kind: z.literal('disclosure') }),
    ]),
  })
  .superRefine(datesInOrder)
  .transform(({ note: _, ...rule }): PriceLimit => rule)

const arrangement = z
  .strictObject({
    id,
    kind: z.enum(['keep-paying', 'instalment']),
    title: localised,
    says: localised,
    basis: z.enum(['contract', 'legal', 'customary']),
    citation,
    note,
    creditorKinds,
    loanKinds: z.array(z.enum(LOAN_KINDS)).min(1),
    concession: z.literal([0, 1, 2, 3, 4, 5]),
    maxMonths: z.int().min(1).max(600).nullable(),
    ...inForce,
  })
  .superRefine(datesInOrder)
  .transform(({ note: _, ...rule }): ArrangementRule => rule)

const lprPoint = z.strictObject({
  on: date,
  percent: decimal,
  confidence: z.enum(['verified', 'verified-secondary', 'recalled']),
})

/** The dated series: each row later than the one before. */
const lpr = z
  .strictObject({
    id,
    unit: z.literal('percent a year'),
    source: z.url({ protocol: /^https?$/ }),
    note,
    points: z.array(lprPoint).min(1),
  })
  .superRefine(({ points }, context) => {
    points.forEach(({ on }, index) => {
      const before = points[index - 1]
      if (before !== undefined && on <= before.on)
        context.issues.push({
          ...refusal('dates-out-of-order', on),
          path: ['points', index, 'on'],
        })
    })
  })
  .transform(({ points }): readonly LprPoint[] => points)

const meta: z.ZodType<PackMeta> = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  name: localised,
  currency: z.string().regex(/^[A-Z]{3}$/),
  locales: z.array(z.enum(LOCALES)).superRefine((locales, context) => {
    if (LOCALES.some((locale) => !locales.includes(locale)))
      context.issues.push(refusal('locale-missing', locales))
  }),
  reviewedOn: date,
  disclaimer: localised,
})

const letter = z.strictObject({ id, title: localised, before: localised })

/** The JSON files of a pack and how each is read. */
export const PACK_SCHEMAS = {
  'pack.json': meta,
  'limits.json': z.array(limit),
  'rates/lpr-1y.json': lpr,
  'arrangements.json': z.array(arrangement),
  'letters/index.json': z.array(letter),
} as const
