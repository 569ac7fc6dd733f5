import type * as z from 'zod/mini'
import type { Case } from '../../domain/case/index.ts'
import { expenseSchema, incomeSchema } from '../case-file/budget-schema.ts'
import { caseSchema } from '../case-file/case-schema.ts'
import { contactSchema } from '../case-file/contact-schema.ts'
import {
  complaintSchema,
  letterSchema,
  personSchema,
  taskSchema,
} from '../case-file/correspondence-schema.ts'
import { creditorSchema } from '../case-file/creditor-schema.ts'
import { encodeExpense, encodeIncome } from '../case-file/encode/encode-budget.ts'
import { encodeCaseHead, encodePlan } from '../case-file/encode/encode-case.ts'
import { encodeContact, encodeCreditor } from '../case-file/encode/encode-contact.ts'
import {
  encodeComplaint,
  encodeLetter,
  encodePerson,
  encodeTask,
} from '../case-file/encode/encode-correspondence.ts'
import { encodeLoan, encodePayment } from '../case-file/encode/encode-loan.ts'
import { loanSchema, paymentSchema } from '../case-file/loan-schema.ts'
import { planSchema } from '../case-file/plan-schema.ts'
import { StorageFailure } from '../repositories/storage-failure.ts'
import type { MemberRow, MemberTable, RowBody } from './rows.ts'

// The one place where a record becomes a row's body and a body a record again. Bodies have the form
// of the case file, so that what can be exported can be stored and the other way round.

/** A member of a case on its way into a row. */
export interface Member {
  readonly id: string
  /** The record itself: the same record has the same body. */
  readonly record: object
  readonly body: () => RowBody
}

/** A case has at most one plan in force: its row needs an id all the same. Past ones are numbered. */
const PLAN_ID = 'plan'

const membersOf = <Record extends { readonly id: string }>(
  list: readonly Record[],
  encode: (record: Record) => RowBody,
): readonly Member[] =>
  list.map((record) => ({ id: record.id, record, body: () => encode(record) }))

/** The members of a case that a table holds, in their order. */
export const membersIn: Readonly<Record<MemberTable, (facts: Case) => readonly Member[]>> = {
  incomes: ({ budget }) => membersOf(budget.incomes, encodeIncome),
  expenses: ({ budget }) => membersOf(budget.expenses, encodeExpense),
  creditors: ({ creditors }) => membersOf(creditors, encodeCreditor),
  loans: ({ loans }) => membersOf(loans, encodeLoan),
  payments: ({ payments }) => membersOf(payments, encodePayment),
  contacts: ({ contacts }) => membersOf(contacts, encodeContact),
  people: ({ people }) => membersOf(people, encodePerson),
  letters: ({ letters }) => membersOf(letters, encodeLetter),
  complaints: ({ complaints }) => membersOf(complaints, encodeComplaint),
  tasks: ({ tasks }) => membersOf(tasks, encodeTask),
  plans: ({ plan }) =>
    plan === null ? [] : [{ id: PLAN_ID, record: plan, body: () => encodePlan(plan) }],
  pastPlans: ({ pastPlans }) =>
    pastPlans.map((plan, index) => ({
      id: String(index),
      record: plan,
      body: () => encodePlan(plan),
    })),
}

/** What the row of the case itself holds: everything but its members. */
export const headBody = (facts: Case): RowBody => encodeCaseHead(facts)

const SCHEMAS = {
  cases: caseSchema,
  incomes: incomeSchema,
  expenses: expenseSchema,
  creditors: creditorSchema,
  loans: loanSchema,
  payments: paymentSchema,
  contacts: contactSchema,
  people: personSchema,
  letters: letterSchema,
  complaints: complaintSchema,
  tasks: taskSchema,
  plans: planSchema,
  pastPlans: planSchema,
} satisfies Readonly<Record<MemberTable | 'cases', z.ZodMiniType>>

/** Whether a body could be read back: asked before it is written. */
export const isReadable = (table: MemberTable | 'cases', body: RowBody): boolean =>
  SCHEMAS[table].safeParse(body).success

/** The rows of a case as they lie in the database. */
export interface StoredCase {
  readonly body: RowBody
  readonly members: Readonly<Record<MemberTable, readonly MemberRow[]>>
}

/** Puts a case together from its rows. @throws StorageFailure `damaged` when a row can't be read */
export function assembleCase({ body, members }: StoredCase): Case {
  const list = <Schema extends z.ZodMiniType>(table: MemberTable, schema: Schema) =>
    inOrder(members[table]).map((row) => readBody(schema, row.body))
  const head = readBody(caseSchema, body)
  return {
    ...head,
    budget: {
      ...head.budget,
      incomes: list('incomes', incomeSchema),
      expenses: list('expenses', expenseSchema),
    },
    creditors: list('creditors', creditorSchema),
    loans: list('loans', loanSchema),
    payments: list('payments', paymentSchema),
    contacts: list('contacts', contactSchema),
    people: list('people', personSchema),
    letters: list('letters', letterSchema),
    complaints: list('complaints', complaintSchema),
    tasks: list('tasks', taskSchema),
    plan: list('plans', planSchema).at(0) ?? null,
    pastPlans: list('pastPlans', planSchema),
  }
}

function readBody<Schema extends z.ZodMiniType>(schema: Schema, body: RowBody): z.output<Schema> {
  const reading = schema.safeParse(body)
  if (!reading.success) throw new StorageFailure('damaged')
  return reading.data
}

const inOrder = (rows: readonly MemberRow[]): readonly MemberRow[] =>
  [...rows].sort((a, b) => a.order - b.order)
