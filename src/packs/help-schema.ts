import { z } from 'zod'
import {
  CHANNEL_SUBJECTS,
  REPLY_CASES,
  REPLY_STARTS,
  SCAM_WEIGHTS,
  STAGE_SIGNS,
} from '../domain/conduct/index.ts'
import { sourcePlace } from './conduct-schema.ts'
import { GUIDE_GROUPS } from './pack.ts'
import { creditorKind, date, id, localised, note, refusal, words } from './schema-values.ts'

const days = z.int().min(0).max(3650)

/** Where a thing was read: at least one place, or nobody could check it. */
const sources = z.array(z.strictObject(sourcePlace)).min(1)

const reply = z.strictObject({
  days: days.min(1),
  from: z.enum(REPLY_STARTS),
  case: z.enum(REPLY_CASES),
  creditorKinds: z.array(creditorKind).min(1),
})

/** A place to complain or to get help. */
export const channel = z
  .strictObject({
    id,
    step: z.int().min(1).max(9),
    letter: id.nullable().default(null),
    addressee: localised.nullable().default(null),
    name: localised,
    useFor: localised,
    how: localised,
    phones: z.array(z.string().regex(/^[0-9][0-9-]*$/)),
    subjects: z.array(z.enum(CHANNEL_SUBJECTS)).min(1),
    creditorKinds: z.array(creditorKind).min(1),
    replies: z.array(reply),
    sources,
    note,
  })
  .transform(({ note: _, ...entry }) => entry)

/** A stage of collection by days overdue. */
export const stage = z
  .strictObject({
    id,
    fromDay: days,
    untilDay: days.nullable(),
    shownBy: z.array(z.enum(STAGE_SIGNS)),
    title: localised,
    happens: localised,
    mayNot: localised,
    duties: localised,
    rules: z.array(id).min(1),
    checklist: z.array(z.strictObject({ id, text: localised })).min(1),
    sources,
  })
  .superRefine(({ fromDay, untilDay }, context) => {
    if (untilDay !== null && untilDay < fromDay)
      context.issues.push({ ...refusal('out-of-range', untilDay), path: ['untilDay'] })
  })

/** A topic of the guide; its words are in a file for each language. */
export const topic = z.strictObject({
  id,
  group: z.enum(GUIDE_GROUPS),
  title: localised,
  keywords: localised,
  reviewedOn: date,
  sources,
})

/** Words by which a scam gives itself away. */
export const scamSign = z.strictObject({
  id,
  weight: z.enum(SCAM_WEIGHTS),
  title: localised,
  says: localised,
  anyOf: z.array(words).min(1),
  togetherWith: z.array(words),
  sources,
})

/** How negative entries of the credit record are kept and disputed. */
export const creditRecord = z.strictObject({
  keepYears: z.int().min(1).max(100),
  disputeDays: days.min(1),
  complaintDays: days.min(1),
  freeReportsPerYear: z.int().min(0).max(366),
  sources,
})
