import type { Case, Contact } from '../../../../src/domain/case/index.ts'
import { checkConduct, type ConductFinding } from '../../../../src/domain/conduct/index.ts'
import { aCase, aContact, aCreditor, aLoan, day } from '../../../support/builders.ts'
import { shippedPack } from '../../../support/pack-files.ts'

const { conduct: rules, meta } = shippedPack()

/** A contact of the invented bank at a China time. */
export const at = (date: string, time: string, parts: Partial<Contact> = {}): Contact =>
  aContact({ id: `${date} ${time}`, at: `${date}T${time}:00+08:00`, creditor: 'c1', ...parts })

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
