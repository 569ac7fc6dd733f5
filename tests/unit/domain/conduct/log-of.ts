import type { Case, Contact, CreditorKind } from '../../../../src/domain/case/index.ts'
import { checkConduct, type ConductFinding } from '../../../../src/domain/conduct/index.ts'
import { aCase, aContact, aCreditor, aLoan, day } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const { conduct: rules, meta } = shippedPack()

/** A contact of the invented bank at a China time. */
export const at = (date: string, time: string, parts: Partial<Contact> = {}): Contact =>
  aContact({ id: `${date} ${time}`, at: `${date}T${time}:00+08:00`, creditor: 'c1', ...parts })

export const caller = { name: '', agency: '', number: '010-0000', identified: true }

export const lenderOf = (kind: CreditorKind): Partial<Case> => ({
  creditors: [aCreditor({ kind })],
})

/** So many contacts of one day, a few minutes apart. */
export const several = (count: number, parts: Partial<Contact> = {}, date = '2026-11-20') =>
  Array.from({ length: count }, (_, index) => {
    const minutes = 9 * 60 + index * 5
    const pad = (part: number) => String(part).padStart(2, '0')
    const time = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
    return { ...at(date, time, parts), id: `${date} k${String(index + 1)}` }
  })

/** What the shipped rules find in contacts of a bank's card. */
export function findingsOf(
  contacts: readonly Contact[],
  parts: Partial<Case> = {},
): readonly ConductFinding[] {
  const facts = aCase({
    creditors: [aCreditor()],
    loans: [aLoan({ kind: 'revolving' })],
    ...parts,
    contacts,
  })
  return checkConduct({ facts, rules, utcOffset: meta.utcOffset, on: day('2026-12-31') })
}

/** The contacts by which a rule was broken. */
export const brokenBy = (
  rule: string,
  contacts: readonly Contact[],
  parts: Partial<Case> = {},
): readonly string[] => found(rule, contacts, parts).map(({ contact }) => contact)

/** The findings of one rule. */
export const found = (
  rule: string,
  contacts: readonly Contact[],
  parts: Partial<Case> = {},
): readonly ConductFinding[] =>
  findingsOf(contacts, parts).filter((finding) => finding.rule.id === `cn.conduct.${rule}`)
