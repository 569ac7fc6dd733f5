import { expect, it } from 'vitest'
import { dropContacts, dropPerson, type Complaint } from '../../../../src/domain/case/index.ts'
import { aCase, aContact } from '../../../support/builders.ts'

const complaint: Complaint = {
  id: 'm1',
  channel: 'cn.channel.lender',
  creditor: null,
  contacts: ['k1', 'k2'],
  rules: [],
  filedOn: null,
  reference: '',
  replyDueOn: null,
  outcome: null,
  closedOn: null,
  note: '',
  evidence: [],
}

it('an entry of the log goes, and complaints stay without naming it', () => {
  const facts = aCase({
    contacts: [aContact({ id: 'k1' }), aContact({ id: 'k2' })],
    complaints: [complaint],
  })
  const after = dropContacts(facts, new Set(['k1']))
  expect(after.contacts.map(({ id }) => id)).toEqual(['k2'])
  expect(after.complaints.map(({ contacts }) => contacts)).toEqual([['k2']])
})

it('a person close to the debtor goes, and the log stays without naming them', () => {
  const person = {
    id: 'n1',
    name: '表姐（虚构）',
    relation: 'family',
    warnedOn: null,
    note: '',
  } as const
  const facts = aCase({ people: [person], contacts: [aContact({ person: 'n1' })] })
  const after = dropPerson(facts, 'n1')
  expect(after.people).toEqual([])
  expect(after.contacts.map(({ person: named }) => named)).toEqual([null])
})
