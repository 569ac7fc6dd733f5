import { monthlyBudget } from '../budget/index.ts'
import type { Case, Creditor, Loan, Locale } from '../case/index.ts'
import { checkLimits, type LprPoint, type PriceLimit } from '../cost/index.ts'
import { dateParts, type CalendarDate } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import {
  instalmentRulesFor,
  type ArrangementRule,
  type LoanProposal,
  type Proposal,
} from '../proposal/index.ts'
import type { LetterContext } from './types.ts'

/** What of a pack a letter may cite. */
export interface LetterRules {
  readonly limits: readonly PriceLimit[]
  readonly lpr: readonly LprPoint[]
  readonly arrangements: readonly ArrangementRule[]
}

export interface LetterRequest {
  readonly facts: Case
  readonly proposal: Proposal
  readonly loanId: string
  readonly on: CalendarDate
  readonly locale: Locale
  readonly rules: LetterRules
}

/**
 * What a letter to one creditor may say, from the case and a proposal. Null where the proposal asks
 * this creditor for nothing, or the loan or its creditor is not in the case.
 */
export function letterContext(request: LetterRequest): LetterContext | null {
  const { facts, proposal, loanId, on, locale } = request
  const part = proposal.perLoan.find(({ loan }) => loan === loanId)
  const loan = facts.loans.find(({ id }) => id === loanId)
  const creditor = facts.creditors.find(({ id }) => id === loan?.creditor)
  if (part === undefined || loan === undefined || creditor === undefined) return null
  const offer = part.arrangement === 'instalment' ? offerOf(proposal, part) : null
  if (offer === null) return null
  return {
    on,
    locale,
    debtor: facts.debtor,
    creditor,
    loan,
    account: accountOf(facts, loan, on),
    offer,
    means: meansOf(facts, on),
    shares: sharesOf(facts, proposal, { addressee: creditor.id, on }),
    rules: rulesFor(request, loan, creditor),
  }
}

function accountOf(facts: Case, loan: Loan, on: CalendarDate): LetterContext['account'] {
  const state = replayLoan(loan, facts.payments, on)
  return {
    owedNow: state.owedNow,
    arrears: state.arrears,
    overdueDays: state.overdueDays,
    principal: state.principalOutstanding,
    interest: state.interestOwed,
    penalty: state.penaltyOwed,
    fees: state.feesOwed,
  }
}

function offerOf(proposal: Proposal, part: LoanProposal): LetterContext['offer'] | null {
  const [first, last] = [part.payments.at(0), part.payments.at(-1)]
  if (first === undefined || last === undefined) return null
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
    asksInterestStop: part.concession >= 4,
    asksPenaltyWaiver: part.concession >= 3,
  }
}

function meansOf({ budget }: Case, on: CalendarDate): LetterContext['means'] {
  const { monthlyIncome, monthlyEssential, monthlyOther, cushion, affordable } = monthlyBudget(
    budget,
    on,
  )
  return { monthlyIncome, monthlyEssential, monthlyOther, cushion, affordable }
}

function sharesOf(
  facts: Case,
  proposal: Proposal,
  { addressee, on }: { readonly addressee: string; readonly on: CalendarDate },
): LetterContext['shares'] {
  return proposal.perLoan.flatMap((part) => {
    const loan = facts.loans.find(({ id }) => id === part.loan)
    const creditor = facts.creditors.find(({ id }) => id === loan?.creditor)
    if (loan === undefined || creditor === undefined) return []
    return {
      creditor: creditor.name,
      owedNow: replayLoan(loan, facts.payments, on).owedNow,
      instalment: part.ask.target.monthly,
      isAddressee: creditor.id === addressee,
    }
  })
}

/** The rule that lets one ask this creditor, and the binding price limits that this loan is above. */
function rulesFor(
  { facts, rules, on }: LetterRequest,
  loan: Loan,
  creditor: Creditor,
): LetterContext['rules'] {
  const asking = instalmentRulesFor(rules.arrangements, { loan, creditor, on })
  const above = checkLimits(loan, creditor, {
    limits: rules.limits,
    lpr: rules.lpr,
    payments: facts.payments,
    on,
  }).flatMap(({ rule, status }) => (status === 'above' && rule.binding ? [rule] : []))
  return [...asking, ...above].flatMap(({ id, title, says, citation }) =>
    citation === null
      ? []
      : [{ id, title, says, citation, checkFirst: citation.confidence !== 'verified' }],
  )
}
