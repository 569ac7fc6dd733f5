import { ZERO_FEN } from '../kernel/index.ts'
import type { Budget } from './budget.ts'
import type { Case, Locale, Plan } from './case.ts'
import type { Debtor } from './debtor.ts'

/** The lists of a case whose members carry an id. */
interface CaseLists {
  readonly creditors: Case['creditors'][number]
  readonly loans: Case['loans'][number]
  readonly payments: Case['payments'][number]
  readonly contacts: Case['contacts'][number]
  readonly people: Case['people'][number]
  readonly letters: Case['letters'][number]
  readonly complaints: Case['complaints'][number]
  readonly tasks: Case['tasks'][number]
}
type ListName = keyof CaseLists
/** Lists whose members nothing hangs on that would have to go with them. */
type LooseListName = Exclude<ListName, 'creditors' | 'loans' | 'contacts' | 'people'>

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
  surprise: null,
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
    people: [],
    letters: [],
    complaints: [],
    tasks: [],
    plan: null,
    pastPlans: [],
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

/** The case without one member that stands alone. The others go by their own functions. */
export const dropMember = (facts: Case, list: LooseListName, id: string): Case => ({
  ...facts,
  [list]: dropById<CaseLists[LooseListName]>(facts[list], id),
})

/** The case without contacts; complaints stay, without what they rested on of those. */
export const dropContacts = (facts: Case, ids: ReadonlySet<string>): Case => ({
  ...facts,
  contacts: facts.contacts.filter(({ id }) => !ids.has(id)),
  complaints: facts.complaints.map((complaint) =>
    complaint.contacts.some((id) => ids.has(id))
      ? { ...complaint, contacts: complaint.contacts.filter((id) => !ids.has(id)) }
      : complaint,
  ),
})

/** The case without a person close to the debtor; contacts stay, without naming them. */
export const dropPerson = (facts: Case, personId: string): Case => ({
  ...facts,
  people: dropById(facts.people, personId),
  contacts: facts.contacts.map((contact) =>
    contact.person === personId ? { ...contact, person: null } : contact,
  ),
})

/**
 * The case without a loan and without all that refers to it: its payments and plan instalments go,
 * log entries, letters and tasks stay without naming it.
 */
export function dropLoan(facts: Case, loanId: string): Case {
  const withoutLoan = <Member extends { readonly loan: string | null }>(member: Member): Member =>
    member.loan === loanId ? { ...member, loan: null } : member
  const planWithout = (plan: Plan): Plan => ({
    ...plan,
    instalments: plan.instalments.filter(({ loan }) => loan !== loanId),
    figures: plan.figures && {
      ...plan.figures,
      owed: plan.figures.owed.filter(({ loan }) => loan !== loanId),
    },
  })
  const plan = facts.plan && planWithout(facts.plan)
  return {
    ...facts,
    loans: dropById(facts.loans, loanId),
    payments: facts.payments.filter(({ loan }) => loan !== loanId),
    contacts: facts.contacts.map(withoutLoan),
    letters: facts.letters.map(withoutLoan),
    tasks: facts.tasks.map(withoutLoan),
    plan: plan?.instalments.length === 0 ? null : plan,
    pastPlans: facts.pastPlans.map(planWithout).filter(({ instalments }) => instalments.length > 0),
  }
}
