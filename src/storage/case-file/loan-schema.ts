import * as z from 'zod/mini'
import {
  CONTACTS_PERMISSIONS,
  DONE_SO_FAR,
  POLICY_ANSWERS,
  DAY_COUNTS,
  FEE_KINDS,
  FEE_TIMINGS,
  FREEZE_STOPS,
  LITIGATION_STATES,
  LOAN_KINDS,
  PAYMENT_ORDERS,
  PENALTY_BASES,
  REPAYMENT_METHODS,
  type DayCount,
  type RepaymentMethod,
} from '../../domain/case/index.ts'
import { dateParts, rateOf, ZERO_FEN } from '../../domain/kernel/index.ts'
import { evidenceSchema } from './evidence-schema.ts'
import { LONGEST_TERM } from './limits.ts'
import { mapped } from './mapped.ts'
import { agreementSchema, offerSchema, statementSchema, talkSchema } from './negotiation-schema.ts'
import { record } from './record-schema.ts'
import {
  amount,
  date,
  decimal,
  id,
  listOf,
  optional,
  portion,
  rate,
  text,
  whole,
} from './value-schema.ts'

export const feeSchema = record({
  label: optional(text, ''),
  amount,
  when: z.enum(FEE_TIMINGS),
  on: optional(date, null),
  kind: optional(z.enum(FEE_KINDS), 'other' as const),
})

export const penaltySchema = record({
  rate: optional(rate, null),
  multiplier: optional(decimal, null),
  base: optional(z.enum(PENALTY_BASES), 'overdue-principal' as const),
  compound: optional(z.boolean(), false),
  lateFee: optional(
    record({ fixed: optional(amount, ZERO_FEN), fraction: optional(portion, null) }),
    null,
  ),
})

export const contractInstalmentSchema = record({
  n: whole(1, LONGEST_TERM),
  dueOn: date,
  principal: amount,
  interest: optional(amount, ZERO_FEN),
  fees: optional(amount, ZERO_FEN),
})

export const rateChangeSchema = record({ on: date, rate })

export const freezeSchema = record({
  from: date,
  until: optional(date, null),
  stops: optional(z.enum(FREEZE_STOPS), 'everything' as const),
})

export const exposureSchema = record({
  contactsPermission: optional(z.enum(CONTACTS_PERMISSIONS), 'unknown' as const),
  emergencyContacts: optional(whole(0, 1000), 0),
  callLogPermission: optional(z.enum(CONTACTS_PERMISSIONS), 'unknown' as const),
  appInstalled: optional(z.boolean(), null),
  policyOnContacts: optional(z.enum(POLICY_ANSWERS), 'unknown' as const),
  doneSoFar: optional(z.enum(DONE_SO_FAR), 'unknown' as const),
  consentWithdrawnOn: optional(date, null),
  deletionAskedOn: optional(date, null),
})

const writtenLoanSchema = record({
  id,
  creditor: id,
  product: optional(text, ''),
  contractNo: optional(text, ''),
  kind: z.enum(LOAN_KINDS),
  disbursedOn: date,
  principal: amount,
  received: optional(amount, null),
  method: z.enum(REPAYMENT_METHODS),
  term: optional(whole(1, LONGEST_TERM), null),
  dueDay: optional(whole(1, 31), null),
  firstDueOn: date,
  rate: optional(rate, null),
  rateChanges: listOf(rateChangeSchema),
  dayCount: optional(z.enum(DAY_COUNTS), null),
  fees: listOf(feeSchema),
  penalty: optional(penaltySchema, null),
  graceDays: optional(whole(0, 366), 0),
  paymentOrder: optional(z.enum(PAYMENT_ORDERS), 'oldest-instalment' as const),
  freezes: listOf(freezeSchema),
  schedule: optional(z.array(contractInstalmentSchema), null),
  minimumPayment: optional(record({ fraction: portion, floor: optional(amount, ZERO_FEN) }), null),
  reportedToBureau: optional(z.boolean(), null),
  litigation: optional(z.enum(LITIGATION_STATES), null),
  exposure: optional(exposureSchema, null),
  offers: listOf(offerSchema),
  statements: listOf(statementSchema),
  talks: listOf(talkSchema),
  agreements: listOf(agreementSchema),
})

/** A loan whose file left out what follows from the rest: those terms are filled in. */
export const loanSchema = mapped(writtenLoanSchema, (written) => ({
  ...written,
  received: written.received ?? written.principal,
  dueDay: written.dueDay ?? dateParts(written.firstDueOn).day,
  // Only a loan with the contract's own schedule may leave its rate out: the rows say the interest.
  rate: written.rate ?? rateOf(0, 1, 'year'),
  dayCount: written.dayCount ?? customaryDayCount(written.method),
}))

/** Months of equal length where a loan is repaid by the month, calendar days where interest runs by the day. */
const customaryDayCount = (method: RepaymentMethod): DayCount =>
  method === 'bullet' || method === 'minimum-payment' ? 'actual/365' : '30/360'

export const paymentSchema = record({
  id,
  loan: id,
  on: date,
  amount,
  note: optional(text, ''),
  reversedOn: optional(date, null),
  evidence: listOf(evidenceSchema),
})
