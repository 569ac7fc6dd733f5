import { putById, type Case, type Loan, type Offer, type Talk } from '../case/index.ts'
import { fen } from '../kernel/index.ts'

/**
 * The case with a step of the talks added to its loan, or replaced by its id. Terms that the creditor named or
 * agreed to become its offer, so that every proposal counts on them from now on: instalments where
 * months are named, a settlement where the principal is reduced, a lower rate where one is named. An
 * amount alone is no offer.
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
  const { amount, months, rate, replyBy, inWriting } = talk
  if ((talk.kind !== 'countered' && talk.kind !== 'agreed') || !namesTerms(talk)) return null
  const isSettlement = talk.concession === 5 && amount !== null
  return {
    id,
    kind: isSettlement ? 'settlement' : 'instalment',
    // A settlement's amount is the whole, an instalment's is that of each month.
    amount: isSettlement ? fen(amount * (months ?? 1)) : amount,
    months,
    rate: isSettlement ? null : rate,
    deadline: replyBy,
    confirmedInWriting: inWriting,
  }
}

/** A rate alone, or an amount with its months, or for which the loan is settled. */
function namesTerms({ amount, months, concession, rate }: Talk): boolean {
  if (amount === null) return rate !== null
  return concession === 5 || (months ?? 0) >= 2
}
