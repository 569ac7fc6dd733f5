import { ZERO_FEN } from '../kernel/index.ts'
import type { Budget } from './budget.ts'
import type { Case, Locale } from './case.ts'
import type { Debtor } from './debtor.ts'

/** The lists of a case whose members carry an id. */
interface CaseLists {
  readonly creditors: Case['creditors'][number]
  readonly loans: Case['loans'][number]
  readonly payments: Case['payments'][number]
  readonly contacts: Case['contacts'][number]
}
type ListName = keyof CaseLists

const EMPTY_DEBTOR: Debtor = {
  name: '',
  city: '',
  phone: '',
  idTail: '',
  address: '',
  household: null,
  hardship: [],
  hardshipSince: null,
  hardshipNote: '',
}

const EMPTY_BUDGET: Budget = {
  cash: ZERO_FEN,
  reserve: ZERO_FEN,
  cushionFraction: null,
  incomes: [],
  expenses: [],
}

/** A case with nothing in it yet. */
export function emptyCase(jurisdiction: string, currency: string, locale: Locale): Case {
  return {
    jurisdiction,
    currency,
    locale,
    asOf: null,
    debtor: EMPTY_DEBTOR,
    budget: EMPTY_BUDGET,
    creditors: [],
    loans: [],
    payments: [],
    contacts: [],
    plan: null,
  }
}

/** Replaces the member with the same id where it stands, or appends a new one. */
export function putById<Member extends { readonly id: string }>(
  list: readonly Member[],
  member: Member,
): readonly Member[] {
  const known = list.some(({ id }) => id === member.id)
  return known ? list.map((other) => (other.id === member.id ? member : other)) : [...list, member]
}

/** The list without the member of that id. */
export const dropById = <Member extends { readonly id: string }>(
  list: readonly Member[],
  id: string,
): readonly Member[] => list.filter((member) => member.id !== id)

/** The case with one creditor, loan, payment or contact added or replaced. */
export const putMember = <Name extends ListName>(
  facts: Case,
  list: Name,
  member: CaseLists[Name],
): Case => ({ ...facts, [list]: putById<CaseLists[ListName]>(facts[list], member) })

/** The case without one payment or contact. Creditors and loans go by their own functions. */
export const dropMember = (facts: Case, list: 'payments' | 'contacts', id: string): Case => ({
  ...facts,
  [list]: dropById<CaseLists[ListName]>(facts[list], id),
})

/** The case without a loan and without all that refers to it: its payments, plan instalments and log links. */
export function dropLoan(facts: Case, loanId: string): Case {
  const plan = facts.plan && {
    ...facts.plan,
    instalments: facts.plan.instalments.filter(({ loan }) => loan !== loanId),
  }
  return {
    ...facts,
    loans: dropById(facts.loans, loanId),
    payments: facts.payments.filter(({ loan }) => loan !== loanId),
    contacts: facts.contacts.map((contact) =>
      contact.loan === loanId ? { ...contact, loan: null } : contact,
    ),
    plan: plan?.instalments.length === 0 ? null : plan,
  }
}
