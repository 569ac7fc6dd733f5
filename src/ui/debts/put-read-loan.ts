import { putMember, type Case } from '../../domain/case/index.ts'
import type { ReadLoan } from './read-loan-draft.ts'

/** The case with a loan from the form, its lender and the payments that were made before. */
export const putReadLoan = (facts: Case, { loan, creditor, payments }: ReadLoan): Case => {
  const withLoan = putMember(putMember(facts, 'creditors', creditor), 'loans', loan)
  return payments.reduce((all, payment) => putMember(all, 'payments', payment), withLoan)
}
