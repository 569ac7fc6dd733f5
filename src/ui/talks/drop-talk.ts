import { dropById, type Case } from '../../domain/case/index.ts'

/** The case without a step of the talks. An offer that arose from it stays: it stands on the loan's own page. */
export const dropTalk = (facts: Case, loanId: string, talkId: string): Case => ({
  ...facts,
  loans: facts.loans.map((loan) =>
    loan.id === loanId ? { ...loan, talks: dropById(loan.talks, talkId) } : loan,
  ),
})
