import type { Case, Loan, Locale } from '../case/index.ts'
import type { ConductFinding } from '../conduct/index.ts'
import { checkLimits } from '../cost/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { Proposal } from '../proposal/index.ts'
import { citedRules, loansOf, type LetterRules, type Parties } from './cited-rules.ts'
import { incidentsOf, isForPolice } from './incidents.ts'
import { agreementOf } from './letter-agreement.ts'
import { addresseeOf, complaintToLender } from './letter-complaint.ts'
import {
  accountOf,
  budgetOf,
  costOf,
  debtsOf,
  meansOf,
  offerOf,
  settlementOf,
  sharesOf,
} from './letter-parts.ts'
import type { LetterSpec } from './letter-spec.ts'
import { summaryOf } from './letter-summary.ts'
import { missingDetails } from './missing-details.ts'
import type { LetterContext } from './types.ts'

/** Which loan or creditor of the case a letter is about; both null: the household. */
export interface LetterSubject {
  readonly creditor: string | null
  readonly loan: string | null
}

export interface LetterRequest {
  readonly facts: Case
  /** The proposal to speak of; null where none can be kept. */
  readonly proposal: Proposal | null
  readonly letter: LetterSpec
  readonly subject: LetterSubject
  readonly on: CalendarDate
  readonly locale: Locale
  readonly rules: LetterRules
  /** The contact log held against the rules on collection. */
  readonly conduct: readonly ConductFinding[]
}

/** Everybody and everything in the case that a letter of this kind can be about. */
export function letterSubjects(facts: Case, { about }: LetterSpec): readonly LetterSubject[] {
  switch (about) {
    case 'loan':
      return facts.loans.map(({ id, creditor }) => ({ creditor, loan: id }))
    case 'creditor':
      return facts.creditors
        .filter(({ id }) => facts.loans.some(({ creditor }) => creditor === id))
        .map(({ id }) => ({ creditor: id, loan: null }))
    case 'household':
      return [{ creditor: null, loan: null }]
  }
}

/** What a letter may say. @throws RangeError when the case has no such loan or creditor */
export function letterContext(request: LetterRequest): LetterContext {
  const { facts, proposal, on, locale } = request
  const parties = partiesOf(request)
  const { creditor, loans } = parties
  return {
    on,
    locale,
    debtor: facts.debtor,
    creditor,
    loans,
    ...aboutLoan(request, parties),
    means: meansOf(facts, on),
    budget: budgetOf(facts, on),
    shares: sharesOf(facts, proposal, { addressee: creditor?.id ?? null, on }),
    debts: debtsOf(facts, proposal, on),
    summary: summaryOf(proposal),
    ...aboutConduct(request, parties),
    ...aboutContacts(facts, loans),
    rules: citedRules(request.letter.cites, request.rules, parties),
    missing: missingDetails(request.letter.asks, { debtor: facts.debtor, creditor, loans }),
  }
}

function partiesOf({ facts, subject, rules, conduct, on }: LetterRequest): Parties {
  const nobody = { creditor: null, loan: null, loans: [], prices: [], conduct: [], on }
  if (subject.creditor === null) return nobody
  const creditor = facts.creditors.find(({ id }) => id === subject.creditor)
  const ofCreditor = loansOf(facts, subject.creditor)
  const loan = ofCreditor.find(({ id }) => id === subject.loan) ?? null
  if (creditor === undefined || (subject.loan !== null && loan === null))
    throw new RangeError('the case has no such loan or creditor')
  const { limits, lpr } = rules
  const { payments } = facts
  // What the log only points to is no ground for a letter.
  const clear = conduct.filter(({ certainty }) => certainty === 'clear')
  const own = new Set(incidentsOf(facts, creditor.id, clear).map(({ id }) => id))
  return {
    creditor,
    loan,
    loans: loan === null ? ofCreditor : [loan],
    prices: loan === null ? [] : checkLimits(loan, creditor, { limits, lpr, payments, on }),
    conduct: clear.filter(({ contact }) => own.has(contact)),
    on,
  }
}

type LoanPart = Pick<
  LetterContext,
  'loan' | 'account' | 'cost' | 'offer' | 'settlement' | 'theirOffer' | 'agreement'
>

const NO_LOAN: LoanPart = {
  loan: null,
  account: null,
  cost: null,
  offer: null,
  settlement: null,
  theirOffer: null,
  agreement: null,
}

function aboutLoan({ facts, proposal, on }: LetterRequest, { loan, prices }: Parties): LoanPart {
  if (loan === null) return NO_LOAN
  const account = accountOf(facts, loan, on)
  const offer = offerOf(proposal, loan.id)
  return {
    loan,
    account,
    cost: costOf(loan, prices),
    offer,
    settlement: settlementOf(loan, offer, account),
    theirOffer: loan.offers.at(-1) ?? null,
    agreement: agreementOf(loan),
  }
}

function aboutConduct(
  { facts, letter, rules }: LetterRequest,
  { creditor, conduct }: Parties,
): Pick<LetterContext, 'incidents' | 'forPolice' | 'addressee' | 'complaint'> {
  const addressee = addresseeOf(rules.channels, letter.id, creditor?.kind ?? null)
  if (creditor === null) return { incidents: [], forPolice: [], addressee, complaint: null }
  const incidents = incidentsOf(facts, creditor.id, conduct)
  return {
    incidents,
    forPolice: incidents.filter((contact) => isForPolice(contact, conduct)),
    addressee,
    complaint: complaintToLender(facts, creditor, rules.channels),
  }
}

function aboutContacts(
  facts: Case,
  loans: readonly Loan[],
): Pick<LetterContext, 'hasPeople' | 'hasContactsPermission'> {
  return {
    hasPeople:
      facts.people.length > 0 ||
      facts.contacts.some(({ party }) => party !== 'debtor') ||
      facts.loans.some(({ exposure }) => (exposure?.emergencyContacts ?? 0) > 0),
    hasContactsPermission: loans.some(
      ({ exposure }) =>
        exposure !== null &&
        exposure.consentWithdrawnOn === null &&
        (exposure.contactsPermission === 'granted' || exposure.callLogPermission === 'granted'),
    ),
  }
}
