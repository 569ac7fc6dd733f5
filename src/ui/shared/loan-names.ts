import type { Case, Loan } from '../../domain/case/index.ts'

/**
 * A short name for every loan: its creditor's, with the product where the creditor lent more than
 * once, and with the contract number where two would still read the same.
 */
export function loanNames(facts: Case | null): ReadonlyMap<string, string> {
  if (facts === null) return new Map()
  const creditors = new Map(facts.creditors.map(({ id, name }) => [id, name]))
  const steps: readonly ((loan: Loan) => string)[] = [
    ({ creditor }) => creditors.get(creditor) ?? '',
    ({ product }) => product,
    ({ contractNo }) => contractNo,
  ]
  let names = new Map<string, string>(facts.loans.map(({ id }) => [id, '']))
  for (const step of steps) {
    const known = [...names.values()]
    const isTwice = (name: string): boolean => known.filter((other) => other === name).length > 1
    names = new Map(
      facts.loans.map((loan) => {
        const name = names.get(loan.id) ?? ''
        const more = name === '' || isTwice(name) ? step(loan) : ''
        return [loan.id, [name, more].filter((part) => part !== '').join(' · ')]
      }),
    )
  }
  return names
}
