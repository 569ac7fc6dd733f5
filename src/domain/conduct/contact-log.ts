import type { Case, Contact, Creditor, CreditorKind, Loan } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import { localMoment, type LocalMoment } from './moment.ts'

/** The facts that conduct is judged by. */
export type ConductFacts = Pick<
  Case,
  'contacts' | 'creditors' | 'loans' | 'payments' | 'plan' | 'people'
>

/** For whom a contact was made: a lender and whoever collects for it count as one. */
export interface Lender {
  /** The lender's id; '' where the log does not say. */
  readonly id: string
  readonly kind: CreditorKind | null
  readonly name: string
}

/** A contact with its moment and its lender. */
export interface LogEntry extends LocalMoment {
  readonly contact: Contact
  readonly lender: Lender
  readonly loan: Loan | null
  /** The contact's own creditor, which may be an agency. */
  readonly creditor: Creditor | null
}

/** A case's contacts in the order of time, with what the checks look up. */
export interface ContactLog {
  readonly entries: readonly LogEntry[]
  readonly facts: ConductFacts
}

const UNKNOWN: Lender = { id: '', kind: null, name: '' }

/** The log up to and including a day of the jurisdiction's calendar. */
export function readLog(facts: ConductFacts, utcOffset: number, on: CalendarDate): ContactLog {
  const creditors = new Map(facts.creditors.map((creditor) => [creditor.id, creditor]))
  const loans = new Map(facts.loans.map((loan) => [loan.id, loan]))
  const entries = facts.contacts
    .map((contact): LogEntry => {
      const loan = loans.get(contact.loan ?? '') ?? null
      const creditor = creditors.get(contact.creditor ?? loan?.creditor ?? '') ?? null
      const owner = creditors.get(loan?.creditor ?? '') ?? creditor
      const lender = lenderOf(owner, creditors)
      return { ...localMoment(contact.at, utcOffset), contact, lender, loan, creditor }
    })
    .filter(({ date }) => date <= on)
    .toSorted((one, other) => one.instant - other.instant)
  return { entries, facts }
}

/** Follows "on behalf of" to the lender itself; a circle ends where it closes. */
function lenderOf(creditor: Creditor | null, creditors: ReadonlyMap<string, Creditor>): Lender {
  if (creditor === null) return UNKNOWN
  let owner = creditor
  const seen = new Set([owner.id])
  for (;;) {
    const next = creditors.get(owner.onBehalfOf ?? '')
    if (next === undefined || seen.has(next.id)) break
    seen.add(next.id)
    owner = next
  }
  return { id: owner.id, kind: owner.kind, name: owner.name }
}
