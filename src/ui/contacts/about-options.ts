import type { Case } from '../../domain/case/index.ts'
import { loanNames } from '../shared/loan-names.ts'

/** What an entry can be about: loans first, then creditors for what is about no loan in particular. */
export const aboutOptions = (
  facts: Case,
  words: { readonly unknown: string; readonly creditor: (name: string) => string },
): readonly { readonly value: string; readonly label: string }[] => [
  { value: '', label: words.unknown },
  ...[...loanNames(facts)].map(([id, label]) => ({ value: `loan ${id}`, label })),
  ...facts.creditors.map(({ id, name }) => ({
    value: `creditor ${id}`,
    label: words.creditor(name),
  })),
]

/** The ids that a choice stands for. An agency that rang for the lender stays named with its loan. */
export function aboutIds(
  about: string,
  { loans }: Pick<Case, 'loans'>,
  before: { readonly loan: string | null; readonly creditor: string | null } | null,
): { readonly loan: string | null; readonly creditor: string | null } {
  const [kind, ...rest] = about.split(' ')
  const id = rest.join(' ')
  if (kind === 'creditor') return { loan: null, creditor: id }
  if (kind !== 'loan') return { loan: null, creditor: null }
  const owner = loans.find((loan) => loan.id === id)?.creditor ?? null
  return { loan: id, creditor: before?.loan === id ? before.creditor : owner }
}
