import { cutRateOf, type LoanProposal, type Proposal } from '../proposal/index.ts'
import type { LetterDebtPart, LetterSummary } from './types.ts'

/** A point of the checklist with this score is met in full. */
const FULL_SCORE = 100

/**
 * A whole proposal as a summary states it: its figures, and the checklist by what is met, what is met
 * in part, what is not, and what is still open. Null where there is no proposal with payments.
 */
export function summaryOf(proposal: Proposal | null): LetterSummary | null {
  if (proposal === null || proposal.perLoan.length === 0) return null
  const { maxMonthly, months, payoffOn, totalPaid, perLoan, reasonableness } = proposal
  const named = (isIt: (score: number) => boolean) =>
    reasonableness.factors.filter(({ score }) => isIt(score)).map(({ name }) => name)
  return {
    maxMonthly,
    months,
    payoffOn,
    total: totalPaid,
    isAsked: perLoan.some(({ standing }) => standing === 'ask'),
    met: named((score) => score >= FULL_SCORE),
    partly: named((score) => score > 0 && score < FULL_SCORE),
    unmet: named((score) => score <= 0),
    open: reasonableness.open.map(({ name }) => name),
  }
}

/** What a proposal gives one debt; null where nothing is paid. */
export function debtPartOf(part: LoanProposal | undefined): LetterDebtPart | null {
  if (part === undefined || part.payments.length === 0) return null
  const { arrangement, standing, offer, ask, payments, totalPaid, closes } = part
  return {
    arrangement,
    interestCutTo: arrangement === 'interest-cut' ? cutRateOf(ask.target) : null,
    standing,
    isInWriting: offer?.inWriting ?? false,
    payments,
    total: totalPaid,
    closes,
  }
}
