import { putById, type Case, type Loan, type Offer, type Talk } from '../case/index.ts'
import { fen } from '../kernel/index.ts'

/**
 * The case with a step of the talks added to its loan, or replaced by its id. Terms that the creditor named or
 * agreed to become its offer, so that every proposal counts on them from now on: instalments where
 * months are named, a settlement where the principal is reduced. An amount alone is no offer.
 * @param offerId id of the offer where one arises
 */
export function recordTalk(
  facts: Case,
  {
    loan: loanId,
    talk,
    offerId,
  }: { readonly loan: string; readonly talk: Talk; readonly offerId: string },
): Case {
  const offer = offerOf(talk, offerId)
  return {
    ...facts,
    loans: facts.loans.map((loan): Loan => {
      if (loan.id !== loanId) return loan
      const offers = offer === null ? loan.offers : putById(loan.offers, offer)
      return { ...loan, talks: putById(loan.talks, talk), offers }
    }),
  }
}

function offerOf(talk: Talk, id: string): Offer | null {
  const { kind, amount, months, concession, replyBy, inWriting } = talk
  if (amount === null || (kind !== 'countered' && kind !== 'agreed')) return null
  const isSettlement = concession === 5
  if (!isSettlement && (months ?? 0) < 2) return null
  return {
    id,
    kind: isSettlement ? 'settlement' : 'instalment',
    // A settlement's amount is the whole, an instalment's is that of each month.
    amount: isSettlement ? fen(amount * (months ?? 1)) : amount,
    months,
    rate: null,
    deadline: replyBy,
    confirmedInWriting: inWriting,
  }
}
