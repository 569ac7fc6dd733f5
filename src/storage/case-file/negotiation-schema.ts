import * as z from 'zod/mini'
import { AGREEMENT_ITEMS, OFFER_KINDS, TALK_KINDS } from '../../domain/case/index.ts'
import { LONGEST_TERM } from './limits.ts'
import { record } from './record-schema.ts'
import { amount, date, id, listOf, optional, rate, text, whole } from './value-schema.ts'

export const offerSchema = record({
  id,
  kind: z.enum(OFFER_KINDS),
  amount: optional(amount, null),
  months: optional(whole(1, LONGEST_TERM), null),
  rate: optional(rate, null),
  deadline: optional(date, null),
  confirmedInWriting: optional(z.boolean(), false),
})

export const statementSchema = record({
  id,
  on: date,
  principal: optional(amount, null),
  interest: optional(amount, null),
  penalty: optional(amount, null),
  fees: optional(amount, null),
  total: optional(amount, null),
  note: optional(text, ''),
})

export const talkSchema = record({
  id,
  on: date,
  kind: z.enum(TALK_KINDS),
  amount: optional(amount, null),
  months: optional(whole(1, LONGEST_TERM), null),
  concession: optional(whole(0, 5), null),
  rate: optional(rate, null),
  replyBy: optional(date, null),
  inWriting: optional(z.boolean(), false),
  note: optional(text, ''),
})

export const agreementSchema = record({
  id,
  signedOn: date,
  inWriting: optional(z.boolean(), false),
  recorded: optional(z.boolean(), false),
  balance: optional(amount, null),
  instalments: listOf(record({ dueOn: date, amount })),
  fees: listOf(record({ label: optional(text, ''), amount, on: optional(date, null) })),
  interestStops: optional(z.boolean(), null),
  rate: optional(rate, null),
  stated: listOf(z.enum(AGREEMENT_ITEMS)),
})
