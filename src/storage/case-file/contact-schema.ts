import * as z from 'zod/mini'
import {
  CONDUCT_TAGS,
  CONTACT_CHANNELS,
  CONTACT_DIRECTIONS,
  CONTACT_PARTIES,
} from '../../domain/case/index.ts'
import { evidenceSchema } from './evidence-schema.ts'
import { record } from './record-schema.ts'
import { id, listOf, moment, optional, text, whole } from './value-schema.ts'

export const contactSchema = record({
  id,
  at: moment,
  creditor: optional(id, null),
  loan: optional(id, null),
  direction: optional(z.enum(CONTACT_DIRECTIONS), 'in' as const),
  channel: z.enum(CONTACT_CHANNELS),
  party: optional(z.enum(CONTACT_PARTIES), 'debtor' as const),
  person: optional(id, null),
  caller: optional(
    record({
      name: optional(text, ''),
      agency: optional(text, ''),
      number: optional(text, ''),
      identified: optional(z.boolean(), false),
      identityUnknown: optional(z.boolean(), undefined),
    }),
    null,
  ),
  connected: optional(z.boolean(), true),
  visitors: optional(whole(1, 100), null),
  disclosedDebt: optional(z.boolean(), false),
  conduct: listOf(z.enum(CONDUCT_TAGS)),
  recorded: optional(z.boolean(), false),
  notes: optional(text, ''),
  evidence: listOf(evidenceSchema),
})
