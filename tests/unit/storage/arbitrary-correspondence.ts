import fc from 'fast-check'
import {
  COMPLAINT_OUTCOMES,
  LOCALES,
  RELATIONS,
  SENDING_CHANNELS,
  type Complaint,
  type Person,
  type SavedLetter,
  type Task,
} from '../../../src/domain/case/index.ts'
import { carrying, date, evidence, few, maybe, text } from './arbitrary-values.ts'

export const letter = (id: string): fc.Arbitrary<SavedLetter> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      letter: fc.constant('hardship-proposal'),
      loan: maybe(fc.constant('l0')),
      creditor: maybe(fc.constant('c0')),
      locale: fc.constantFrom(...LOCALES),
      title: text,
      markdown: text,
      savedOn: date,
      versions: few(carrying(fc.record({ savedOn: date, markdown: text }))),
      sent: maybe(
        carrying(
          fc.record({
            on: date,
            channel: fc.constantFrom(...SENDING_CHANNELS),
            reference: text,
            replyDueOn: maybe(date),
            repliedOn: maybe(date),
            evidence,
          }),
        ),
      ),
    }),
  )
export const complaint = (id: string): fc.Arbitrary<Complaint> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      channel: fc.constant('hotline'),
      creditor: maybe(fc.constant('c0')),
      contacts: few(fc.constant('k0')),
      rules: few(fc.constant('cn.conduct.threat')),
      filedOn: maybe(date),
      reference: text,
      replyDueOn: maybe(date),
      outcome: maybe(fc.constantFrom(...COMPLAINT_OUTCOMES)),
      closedOn: maybe(date),
      note: text,
      evidence,
    }),
  )
export const task = (id: string): fc.Arbitrary<Task> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      title: text,
      dueOn: date,
      doneOn: maybe(date),
      loan: maybe(fc.constant('l0')),
    }),
  )
export const person = (id: string): fc.Arbitrary<Person> =>
  carrying(
    fc.record({
      id: fc.constant(id),
      name: text,
      relation: fc.constantFrom(...RELATIONS),
      warnedOn: maybe(date),
      note: text,
    }),
  )
