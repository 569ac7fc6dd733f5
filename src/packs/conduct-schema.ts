import { z } from 'zod'
import { CONDUCT_TAGS, CONTACT_CHANNELS, LOAN_KINDS } from '../domain/case/index.ts'
import {
  CHANNEL_SUBJECTS,
  EVIDENCE_NEEDS,
  REMEDIES,
  RULE_SEVERITIES,
  SOURCE_NATURES,
  WHY_CODES,
  type ConductCheckKind,
} from '../domain/conduct/index.ts'
import type { LawSource } from './pack.ts'
import {
  confidence,
  creditorKind,
  datesInOrder,
  id,
  inForce,
  link,
  localised,
  note,
  refusal,
  words,
} from './schema-values.ts'

/** "+08:00" as minutes ahead of UTC. */
export const utcOffset = z.string().transform((text, context): number => {
  const match = /^([+-])(0\d|1[0-4]):([0-5]\d)$/.exec(text)
  if (match === null) {
    context.issues.push(refusal('not-a-time', text))
    return z.NEVER
  }
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
})

/** "22:00" as minutes after midnight. */
const timeOfDay = z.string().transform((text, context): number => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (match !== null) return Number(match[1]) * 60 + Number(match[2])
  context.issues.push(refusal('not-a-time', text))
  return z.NEVER
})

export const lawSource = z
  .strictObject({
    id,
    instrument: localised,
    documentNumber: words.nullable(),
    issuer: localised,
    nature: z.enum(SOURCE_NATURES),
    source: link,
    note,
    ...inForce,
  })
  .superRefine(datesInOrder)
  .transform(({ note: _, ...source }): LawSource => source)

/** A place in one of the pack's sources. */
export const sourcePlace = { source: id, article: words.nullable(), confidence, note }

const basis = z.strictObject({
  ...sourcePlace,
  creditorKinds: z.array(creditorKind),
  doubtfulKinds: z.array(creditorKind),
  loanKinds: z.array(z.enum(LOAN_KINDS)).min(1).nullable(),
})

const count = z.int().min(1).max(1000)

const outOfReach = { attemptsOnOneDay: count, daysInRow: count, lookBackDays: count }

const check = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quiet-hours'),
    from: timeOfDay,
    until: timeOfDay,
    channels: z.array(z.enum(CONTACT_CHANNELS)).min(1),
    doubtfulChannels: z.array(z.enum(CONTACT_CHANNELS)),
  }),
  z.strictObject({ kind: z.literal('connected-calls'), perDay: count }),
  z.strictObject({ kind: z.literal('unanswered-attempts'), perDay: count }),
  z.strictObject({ kind: z.literal('third-party-contact'), ...outOfReach }),
  z.strictObject({ kind: z.literal('third-party-repeated'), withinDays: count }),
  z.strictObject({ kind: z.literal('debt-disclosed') }),
  z.strictObject({ kind: z.literal('unidentified-caller') }),
  z.strictObject({ kind: z.literal('tag'), tag: z.enum(CONDUCT_TAGS) }),
  z.strictObject({ kind: z.literal('publicised') }),
  z.strictObject({ kind: z.literal('visit-persons'), atLeast: count }),
  z.strictObject({ kind: z.literal('workplace'), ...outOfReach }),
  z.strictObject({ kind: z.literal('after-agreement') }),
  z.strictObject({ kind: z.literal('outsourced-without-notice') }),
])

/** A rule on collection, its sources still by their ids. */
export const conductRule = z
  .strictObject({
    id,
    title: localised,
    says: localised,
    severity: z.enum(RULE_SEVERITIES),
    goodFor: z.array(z.enum(REMEDIES)).min(1),
    subjects: z.array(z.enum(CHANNEL_SUBJECTS)).min(1),
    evidence: z.array(z.enum(EVIDENCE_NEEDS)).min(1),
    check,
    why: z.record(z.string(), localised),
    bases: z.array(basis).min(1),
    note,
  })
  .superRefine((rule, context) => {
    for (const issue of whyIssues(rule)) context.issues.push(issue)
  })

interface WhyWords {
  readonly check: { readonly kind: ConductCheckKind }
  readonly why: Readonly<Record<string, unknown>>
}

/** Every reason that the check may give has words, and no word is for a reason it never gives. */
function whyIssues({ check: { kind }, why }: WhyWords) {
  const codes: readonly string[] = WHY_CODES[kind]
  const absent = codes.filter((code) => !Object.hasOwn(why, code))
  const idle = Object.keys(why).filter((code) => !codes.includes(code))
  return [
    ...absent.map((code) => ({ ...refusal('missing', why), path: ['why', code] })),
    ...idle.map((code) => ({ ...refusal('unknown-field', why), path: ['why', code] })),
  ]
}
