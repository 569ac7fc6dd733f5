import * as z from 'zod/mini'
import { HARDSHIP_REASONS } from '../../domain/case/index.ts'
import { record } from './record-schema.ts'
import { date, listOf, optional, text, whole } from './value-schema.ts'

export const householdSchema = record({
  adults: optional(whole(0, 50), 1),
  children: optional(whole(0, 50), 0),
})

export const debtorSchema = record({
  name: optional(text, ''),
  city: optional(text, ''),
  phone: optional(text, ''),
  idTail: optional(text, ''),
  address: optional(text, ''),
  household: optional(householdSchema, null),
  hardship: listOf(z.enum(HARDSHIP_REASONS)),
  hardshipSince: optional(date, null),
  hardshipNote: optional(text, ''),
})
