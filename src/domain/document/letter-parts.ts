import { monthlyBudget, monthlyItems } from '../budget/index.ts'
import type { Case, Creditor, Loan } from '../case/index.ts'
import { limitExceeded, loanCost, type LimitFinding } from '../cost/index.ts'
import { dateParts, maxFen, ZERO_FEN, type CalendarDate } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { cutRateOf, type LoanProposal, type Proposal } from '../proposal/index.ts'
import { debtPartOf } from './letter-summary.ts'
import type {
  LetterAccount,
  LetterContext,
  LetterCost,
  LetterDebt,
  LetterOffer,
  LetterSettlement,
} from './types.ts'

/** A loan's account on a day, as a letter states it. */
export function accountOf(facts: Case, loan: Loan, on: CalendarDate): LetterAccount {
  const state = replayLoan(loan, facts.payments, on)
  const paidOn = facts.payments
    .filter((payment) => payment.loan === loan.id && payment.on <= on)
    .map((payment) => payment.on)
  return {
    owedNow: state.owedNow,
    arrears: state.arrears,
    overdueDays: state.overdueDays,
    principal: state.principalOutstanding,
    interest: state.interestOwed,
    penalty: state.penaltyOwed,
    fees: state.feesOwed,
    paidTotal: state.paidTotal,
    lastPaidOn: paidOn.toSorted().at(-1) ?? null,
  }
}

/** The price of a loan and how far it lies above the lowest binding limit. */
export function costOf(loan: Loan, findings: readonly LimitFinding[]): LetterCost {
  const above = findings.filter(({ rule, status }) => status === 'above' && rule.binding)
  return {
    annual: loanCost(loan).simpleAnnual,
    exceeded: limitExceeded(findings),
    excess: above.reduce((most, { excess }) => maxFen(most, excess), ZERO_FEN),
  }
}

/** What the proposal asks of this creditor; null where it only keeps to the contract. */
export function offerOf(proposal: Proposal | null, loanId: string): LetterOffer | null {
  const part = proposal?.perLoan.find(({ loan }) => loan === loanId)
  if (!proposal || part?.standing !== 'ask') return null
  return offerFrom(proposal, part)
}

function offerFrom(proposal: Proposal, part: LoanProposal): LetterOffer | null {
  const [first, last] = [part.payments.at(0), part.payments.at(-1)]
  if (first === undefined || last === undefined) return null
  const interestCutTo = cutRateOf(part.ask.target)
  return {
    strategy: proposal.strategy,
    firstOn: first.on,
    lastOn: last.on,
    count: part.payments.length,
    instalment: first.amount,
    lastInstalment: last.amount,
    total: part.totalPaid,
    payments: part.payments,
    dayOfMonth: dateParts(first.on).day,
    asksInterestStop: part.concession >= 4 && interestCutTo === null,
    interestCutTo,
    asksPenaltyWaiver: part.concession >= 3,
  }
}

/** The proposal's sum at once below what is owed, or else the creditor's own offer to settle. */
export function settlementOf(
  loan: Loan,
  offer: LetterOffer | null,
  account: LetterAccount,
): LetterSettlement | null {
  if (offer?.count === 1 && offer.total < account.owedNow)
    return { amount: offer.total, payBy: offer.firstOn, isTheirs: false }
  const theirs = loan.offers.find(({ kind, amount }) => kind === 'settlement' && amount !== null)
  if (theirs?.amount == null) return null
  return { amount: theirs.amount, payBy: theirs.deadline, isTheirs: true }
}

/** What the household has each month, as a letter states it. */
export function meansOf({ budget }: Case, on: CalendarDate): LetterContext['means'] {
  const { monthlyIncome, monthlyEssential, monthlyOther, cushion, affordable } = monthlyBudget(
    budget,
    on,
  )
  return { monthlyIncome, monthlyEssential, monthlyOther, cushion, affordable }
}

export const budgetOf = ({ budget }: Case, on: CalendarDate): LetterContext['budget'] =>
  monthlyItems(budget, on)

/** Every creditor's part of the proposal. */
export function sharesOf(
  facts: Case,
  proposal: Proposal | null,
  { addressee, on }: { readonly addressee: string | null; readonly on: CalendarDate },
): LetterContext['shares'] {
  return (proposal?.perLoan ?? []).flatMap((part) => {
    const { loan, creditor } = partiesOf(facts, part.loan)
    if (loan === undefined || creditor === undefined) return []
    return {
      creditor: creditor.name,
      owedNow: replayLoan(loan, facts.payments, on).owedNow,
      instalment: part.ask.target.monthly,
      isAddressee: creditor.id === addressee,
    }
  })
}

/** All debts of the household that are not paid off. */
export function debtsOf(
  facts: Case,
  proposal: Proposal | null,
  on: CalendarDate,
): readonly LetterDebt[] {
  return facts.loans.flatMap((loan) => {
    const { creditor } = partiesOf(facts, loan.id)
    const state = replayLoan(loan, facts.payments, on)
    const { owedNow, principalOutstanding, arrears, overdueDays } = state
    if (creditor === undefined || owedNow === 0) return []
    const part = proposal?.perLoan.find((other) => other.loan === loan.id)
    return {
      creditor: creditor.name,
      creditorKind: creditor.kind,
      loanKind: loan.kind,
      owedNow,
      principal: principalOutstanding,
      arrears,
      overdueDays,
      monthly: part?.ask.target.monthly ?? null,
      part: debtPartOf(part),
    }
  })
}

function partiesOf(
  facts: Case,
  loanId: string,
): { readonly loan: Loan | undefined; readonly creditor: Creditor | undefined } {
  const loan = facts.loans.find(({ id }) => id === loanId)
  return { loan, creditor: facts.creditors.find(({ id }) => id === loan?.creditor) }
}
