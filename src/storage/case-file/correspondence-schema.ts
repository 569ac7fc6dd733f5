import * as z from 'zod/mini'
import { COMPLAINT_OUTCOMES, RELATIONS, SENDING_CHANNELS } from '../../domain/case/index.ts'
import { evidenceSchema } from './evidence-schema.ts'
import { record } from './record-schema.ts'
import { date, id, listOf, optional, text } from './value-schema.ts'

const sendingSchema = record({
  on: date,
  channel: z.enum(SENDING_CHANNELS),
  reference: optional(text, ''),
  replyDueOn: optional(date, null),
  repliedOn: optional(date, null),
  evidence: listOf(evidenceSchema),
})

export const letterSchema = record({
  id,
  letter: id,
  loan: optional(id, null),
  creditor: optional(id, null),
  locale: text,
  title: optional(text, ''),
  markdown: text,
  savedOn: date,
  versions: listOf(record({ savedOn: date, markdown: text })),
  sent: optional(sendingSchema, null),
})

export const complaintSchema = record({
  id,
  channel: id,
  creditor: optional(id, null),
  contacts: listOf(id),
  rules: listOf(id),
  filedOn: optional(date, null),
  reference: optional(text, ''),
  replyDueOn: optional(date, null),
  outcome: optional(z.enum(COMPLAINT_OUTCOMES), null),
  closedOn: optional(date, null),
  note: optional(text, ''),
  evidence: listOf(evidenceSchema),
})

export const taskSchema = record({
  id,
  title: optional(text, ''),
  dueOn: date,
  doneOn: optional(date, null),
  loan: optional(id, null),
})

export const personSchema = record({
  id,
  name: optional(text, ''),
  relation: optional(z.enum(RELATIONS), 'other' as const),
  warnedOn: optional(date, null),
  note: optional(text, ''),
})
