import fc from 'fast-check'
import {
  AGREEMENT_ITEMS,
  FREEZE_STOPS,
  OFFER_KINDS,
  TALK_KINDS,
} from '../../../src/domain/case/index.ts'
import { amount, carrying, date, few, maybe, months, rate, text } from './arbitrary-values.ts'

export const offer = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom(...OFFER_KINDS),
      amount: maybe(amount),
      months: maybe(months),
      rate: maybe(rate),
      deadline: maybe(date),
      confirmedInWriting: fc.boolean(),
    }),
  )
export const freeze = carrying(
  fc.record({ from: date, until: maybe(date), stops: fc.constantFrom(...FREEZE_STOPS) }),
)
export const statement = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      on: date,
      principal: maybe(amount),
      interest: maybe(amount),
      penalty: maybe(amount),
      fees: maybe(amount),
      total: maybe(amount),
      note: text,
    }),
  )
export const talk = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      on: date,
      kind: fc.constantFrom(...TALK_KINDS),
      amount: maybe(amount),
      months: maybe(months),
      concession: maybe(fc.nat(5)),
      rate: maybe(rate),
      replyBy: maybe(date),
      inWriting: fc.boolean(),
      note: text,
    }),
  )
export const agreement = (id: string) =>
  carrying(
    fc.record({
      id: fc.constant(id),
      signedOn: date,
      inWriting: fc.boolean(),
      recorded: fc.boolean(),
      balance: maybe(amount),
      instalments: few(carrying(fc.record({ dueOn: date, amount }))),
      fees: few(carrying(fc.record({ label: text, amount, on: maybe(date) }))),
      interestStops: maybe(fc.boolean()),
      rate: maybe(rate),
      stated: fc.subarray([...AGREEMENT_ITEMS]),
    }),
  )
