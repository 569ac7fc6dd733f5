import type { Case, ConductTag, Contact } from '../case/index.ts'
import { countedContacts, type ConductFinding } from '../conduct/index.ts'

/** What is for the police: a letter to them rests on nothing milder. */
const FOR_THE_POLICE: readonly ConductTag[] = [
  'threat',
  'abuse',
  'harassing-repetition',
  'publicised',
]

/**
 * The contacts of a creditor, and of those who collect for it, that can be complained of, oldest
 * first: where a rule on collection was found broken, conduct was marked, or somebody else was
 * contacted.
 */
export function incidentsOf(
  { contacts, creditors }: Pick<Case, 'contacts' | 'creditors'>,
  creditorId: string,
  findings: readonly ConductFinding[],
): readonly Contact[] {
  const senders = new Set([
    creditorId,
    ...creditors.filter(({ onBehalfOf }) => onBehalfOf === creditorId).map(({ id }) => id),
  ])
  const found = new Set(findings.flatMap(countedContacts))
  return contacts
    .filter(({ creditor, direction }) => direction === 'in' && senders.has(creditor ?? ''))
    .filter(
      (contact) => contact.conduct.length > 0 || reachedOther(contact) || found.has(contact.id),
    )
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Whether somebody other than the debtor was contacted. */
export const reachedOther = ({ party }: Contact): boolean => party !== 'debtor'

/** Whether a contact is for the police: by what was noted of it, or by a rule it broke that the police see to. */
export const isForPolice = (
  { id, conduct }: Contact,
  findings: readonly Pick<ConductFinding, 'contact' | 'rule'>[],
): boolean =>
  conduct.some((tag) => FOR_THE_POLICE.includes(tag)) ||
  findings.some(({ contact, rule }) => contact === id && rule.goodFor.includes('police'))
