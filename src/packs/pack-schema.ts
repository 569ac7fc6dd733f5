import { z } from 'zod'
import { LOAN_KINDS, LOCALES } from '../domain/case/index.ts'
import type { LprPoint, PriceLimit } from '../domain/cost/index.ts'
import type { Right } from '../domain/document/index.ts'
import { parseFraction } from '../domain/kernel/index.ts'
import { FACTOR_NAMES, type PracticeBand } from '../domain/proposal/index.ts'
import { letterEntry, letterWarning } from './letter-schema.ts'
import type { PackMeta } from './pack.ts'
import { conductRule, lawSource, utcOffset } from './conduct-schema.ts'
import { channel, creditRecord, scamSign, stage, topic } from './help-schema.ts'
import {
  confidence,
  creditorKind,
  date,
  datesInOrder,
  id,
  inForce,
  link,
  localised,
  note,
  refusal,
  words,
} from './schema-values.ts'

/** A decimal kept as it is written, so that no float touches it. */
const decimal = z.string().superRefine((text, context) => {
  if (!parseFraction(text).ok) context.issues.push(refusal('not-a-decimal', text))
})

const citation = z.strictObject({
  instrument: localised,
  article: words.nullable(),
  documentNumber: words.nullable(),
  issuer: localised,
  source: link,
  confidence,
})

const creditorKinds = z.array(creditorKind).min(1)

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

const ARRANGEMENT_KINDS = [
  'keep-paying',
  'catch-up',
  'instalment',
  'deferral',
  'penalty-waiver',
  'interest-cut',
  'settlement',
  'token',
] as const

/** Kinds that are asked for within a number of months. */
const BOUNDED: ReadonlySet<string> = new Set(['catch-up', 'instalment', 'deferral', 'token'])

/** What interest is cut to: figures of this pack, by where they are found. */
const cutTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('limit') }),
  z.strictObject({ kind: z.literal('lpr'), times: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('nothing') }),
])

const arrangement = z
  .strictObject({
    id,
    kind: z.enum(ARRANGEMENT_KINDS),
    title: localised,
    says: localised,
    basis: z.enum(['contract', 'legal', 'customary', 'own-ask']),
    citation,
    note,
    creditorKinds,
    loanKinds: z.array(z.enum(LOAN_KINDS)).min(1),
    concession: z.literal([0, 1, 2, 3, 4, 5]),
    maxMonths: z.int().min(1).max(600).nullable(),
    bound: z.enum(['source', 'practice', 'own-ask']).nullable().default(null),
    cutTo: cutTo.nullable().default(null),
    ...inForce,
  })
  .superRefine(datesInOrder)
  .superRefine((rule, context) => {
    const expect = (field: 'maxMonths' | 'bound' | 'cutTo', isWanted: boolean): void => {
      if ((rule[field] !== null) === isWanted) return
      const code = isWanted ? 'missing' : 'unknown-field'
      context.issues.push({ ...refusal(code, rule[field]), path: [field] })
    }
    expect('maxMonths', BOUNDED.has(rule.kind))
    expect('bound', BOUNDED.has(rule.kind))
    expect('cutTo', rule.kind === 'interest-cut')
  })
  .transform(({ note: _, ...rule }) => rule)

/** Published practice: only what was seen in its source; a range, never a chance that somebody accepts. */
const practice = z
  .strictObject({
    id,
    factor: z.enum(FACTOR_NAMES),
    title: localised,
    says: localised,
    measure: z.enum(['term-months', 'monthly-part']).nullable(),
    low: z.number().min(0).nullable(),
    high: z.number().min(0).nullable(),
    source: link,
    published: z
      .string()
      .regex(/^\d{4}(?:-\d{2}){0,2}$/)
      .nullable(),
    seenOn: date,
    note,
  })
  .transform(({ note: _, ...band }): PracticeBand => band)

const lprPoint = z.strictObject({
  on: date,
  percent: decimal,
  confidence,
})

/** The dated series: each row later than the one before. */
const lpr = z
  .strictObject({
    id,
    unit: z.literal('percent a year'),
    source: link,
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
  utcOffset,
  reviewedOn: date,
  disclaimer: localised,
})

const right = z
  .strictObject({
    id,
    title: localised,
    says: localised,
    citation,
    note,
    creditorKinds,
    loanKinds: z.array(z.enum(LOAN_KINDS)).min(1),
    byDateOf: z.enum(['disbursement', 'claim']),
    ...inForce,
  })
  .superRefine(datesInOrder)
  .transform(({ note: _, ...rule }): Right => rule)

/** The JSON files of a pack and how each is read. */
export const PACK_SCHEMAS = {
  'pack.json': meta,
  'limits.json': z.array(limit),
  'rates/lpr-1y.json': lpr,
  'arrangements.json': z.array(arrangement),
  'rights.json': z.array(right),
  'practice.json': z.array(practice),
  'letters/index.json': z.array(letterEntry),
  'letters/warnings.json': z.array(letterWarning),
  'sources.json': z.array(lawSource),
  'conduct.json': z.array(conductRule),
  'channels.json': z.array(channel),
  'stages.json': z.array(stage),
  'guide/index.json': z.array(topic),
  'scam-signs.json': z.array(scamSign),
  'credit-record.json': creditRecord,
} as const
