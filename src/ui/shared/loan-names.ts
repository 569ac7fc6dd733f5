import type { Case } from '../../domain/case/index.ts'

/**
 * A short name for every loan: its creditor, with the product where one is given, and with the
 * contract number where two would read the same.
 */
export function loanNames(facts: Case | null): ReadonlyMap<string, string> {
  if (facts === null) return new Map()
  const creditors = new Map(facts.creditors.map(({ id, name }) => [id, name]))
  const named = facts.loans.map((loan) => {
    const parts = [creditors.get(loan.creditor) ?? '', loan.product].filter((part) => part !== '')
    return { loan, name: parts.join(' · ') }
  })
  const isTwice = (name: string): boolean => named.filter((other) => other.name === name).length > 1
  return new Map(
    named.map(({ loan, name }) => [
      loan.id,
      isTwice(name) && loan.contractNo !== '' ? `${name} · ${loan.contractNo}` : name,
    ]),
  )
}
