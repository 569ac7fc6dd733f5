import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CONDUCT_TAGS,
  CONTACT_CHANNELS,
  CONTACT_PARTIES,
} from '../../../../src/domain/case/index.ts'
import {
  checkConduct,
  checkLog,
  countedContacts,
  readLog,
} from '../../../../src/domain/conduct/index.ts'
import { aCase, aContact, aCreditor, aLoan, day } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'
import { at, brokenBy, found, several } from './log-of.ts'

const { conduct: rules, meta } = shippedPack()
const { utcOffset } = meta

const contact = fc.record({
  day: fc.integer({ min: 1, max: 12 }),
  hour: fc.integer({ min: 0, max: 23 }),
  creditor: fc.constantFrom('c1', 'c2', 'c3', null),
  loan: fc.constantFrom('l1', null),
  channel: fc.constantFrom(...CONTACT_CHANNELS),
  party: fc.constantFrom(...CONTACT_PARTIES),
  connected: fc.boolean(),
  disclosedDebt: fc.boolean(),
  conduct: fc.array(fc.constantFrom(...CONDUCT_TAGS), { maxLength: 2 }),
})

const caseOf = fc.array(contact, { maxLength: 60 }).map((drawn) =>
  aCase({
    creditors: [
      aCreditor(),
      aCreditor({ id: 'c2', kind: 'microloan' }),
      aCreditor({ id: 'c3', kind: 'collector', onBehalfOf: 'c2' }),
    ],
    loans: [aLoan({ kind: 'revolving' })],
    contacts: drawn.map(({ day: date, hour, ...parts }, index) => {
      const two = (part: number): string => String(part).padStart(2, '0')
      const moment = `2026-11-${two(date)}T${two(hour)}:00:00+08:00`
      return aContact({ ...parts, id: `k${String(index)}`, at: moment })
    }),
  }),
)

describe('a log as a whole', () => {
  it('is held against the rules up to the day, as if nothing had come later', () => {
    fc.assert(
      fc.property(
        caseOf,
        fc.constantFrom('2026-10-31', '2026-11-06', '2026-11-12'),
        (facts, last) => {
          const on = day(last)
          const until = facts.contacts.filter((each) => each.at.slice(0, 10) <= last)
          const expected = checkConduct({
            facts: { ...facts, contacts: until },
            rules,
            utcOffset,
            on,
          })
          expect(checkLog(readLog(facts, utcOffset), { rules, on })).toEqual(expected)
        },
      ),
    )
  })

  it('gives findings in the order of time, those of one moment in the order of the rules', () => {
    fc.assert(
      fc.property(caseOf, (facts) => {
        const moments = new Map(facts.contacts.map((each) => [each.id, each.at]))
        const places = checkConduct({ facts, rules, utcOffset, on: day('2026-12-31') }).map(
          ({ contact: id, rule }) =>
            `${moments.get(id) ?? ''} ${String(rules.indexOf(rule)).padStart(3, '0')}`,
        )
        expect(places).toEqual(places.toSorted())
      }),
    )
  })

  it('counts a contact among those that a finding counts it with, last of all', () => {
    fc.assert(
      fc.property(caseOf, (facts) => {
        for (const finding of checkConduct({ facts, rules, utcOffset, on: day('2026-12-31') }))
          expect(countedContacts(finding).at(-1)).toBe(finding.contact)
      }),
    )
  })
})

it('names the contacts of a day that are too many together', () => {
  const [first] = found('daily-connected-calls', several(5, { connected: true }))
  expect(first === undefined ? [] : countedContacts(first)).toEqual(
    [1, 2, 3, 4].map((n) => `2026-11-20 k${String(n)}`),
  )
})

it('takes a tag that is set twice for one', () => {
  const threat = at('2026-11-20', '10:00', { conduct: ['threat', 'threat'] })
  expect(brokenBy('threat', [threat])).toEqual([threat.id])
})
