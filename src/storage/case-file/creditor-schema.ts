import * as z from 'zod/mini'
import { CREDITOR_KINDS } from '../../domain/case/index.ts'
import { record } from './record-schema.ts'
import { id, optional, text } from './value-schema.ts'

export const creditorSchema = record({
  id,
  name: optional(text, ''),
  kind: optional(z.enum(CREDITOR_KINDS), 'other' as const),
  licensed: optional(z.boolean(), null),
  phone: optional(text, ''),
  email: optional(text, ''),
  address: optional(text, ''),
  onBehalfOf: optional(id, null),
})
