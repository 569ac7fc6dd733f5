import * as z from 'zod/mini'
import { LOCALES } from '../../domain/case/index.ts'
import { budgetSchema } from './budget-schema.ts'
import { contactSchema } from './contact-schema.ts'
import { complaintSchema, letterSchema, personSchema, taskSchema } from './correspondence-schema.ts'
import { creditorSchema } from './creditor-schema.ts'
import { debtorSchema } from './debtor-schema.ts'
import { loanSchema, paymentSchema } from './loan-schema.ts'
import { mapped } from './mapped.ts'
import { planSchema } from './plan-schema.ts'
import { record } from './record-schema.ts'
import { date, listOf, optional } from './value-schema.ts'

export const CASE_FORMAT = 'respite-case'
export const CASE_VERSION = 1

const pack = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,31}$/))
const currency = z.string().check(z.regex(/^[A-Z]{3}$/))

const caseFileSchema = record({
  format: z.literal(CASE_FORMAT),
  version: z.literal(CASE_VERSION),
  jurisdiction: optional(pack, 'cn'),
  currency: optional(currency, 'CNY'),
  locale: optional(z.enum(LOCALES), 'zh-CN' as const),
  asOf: optional(date, null),
  debtor: optional(debtorSchema, debtorSchema.parse({})),
  budget: optional(budgetSchema, budgetSchema.parse({})),
  creditors: listOf(creditorSchema),
  loans: listOf(loanSchema),
  payments: listOf(paymentSchema),
  contacts: listOf(contactSchema),
  people: listOf(personSchema),
  letters: listOf(letterSchema),
  complaints: listOf(complaintSchema),
  tasks: listOf(taskSchema),
  plan: optional(planSchema, null),
  pastPlans: listOf(planSchema),
})

type CaseFile = z.output<typeof caseFileSchema>

/** A whole case file of the current version; what says so stays with the file. */
export const caseSchema = mapped(caseFileSchema, (file): Omit<CaseFile, 'format' | 'version'> => {
  const facts: Partial<CaseFile> & Omit<CaseFile, 'format' | 'version'> = { ...file }
  delete facts.format
  delete facts.version
  return facts
})
