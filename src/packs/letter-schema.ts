import { z } from 'zod'
import { CREDITOR_KINDS, LOAN_KINDS } from '../domain/case/index.ts'
import { LETTER_DETAILS, LETTER_NEEDS, LETTER_SUBJECTS } from '../domain/document/index.ts'
import { LETTER_GROUPS } from './pack.ts'
import { id, localised } from './schema-values.ts'

/** An entry of letters/index.json: a letter without its words. */
export const letterEntry = z.strictObject({
  id,
  group: z.enum(LETTER_GROUPS),
  about: z.enum(LETTER_SUBJECTS),
  title: localised,
  recipient: localised,
  when: localised,
  enclose: z.array(localised),
  send: localised,
  needs: z.array(z.enum(LETTER_NEEDS)),
  creditorKinds: z.array(z.enum(CREDITOR_KINDS)).min(1).nullable(),
  loanKinds: z.array(z.enum(LOAN_KINDS)).min(1).nullable(),
  asks: z.array(z.enum(LETTER_DETAILS)),
  cites: z.array(id),
  warnings: z.array(id),
  replyDays: z.int().min(1).max(90).nullable(),
})

/** An entry of letters/warnings.json. */
export const letterWarning = z.strictObject({
  id,
  title: localised,
  says: localised,
  rights: z.array(id),
})
