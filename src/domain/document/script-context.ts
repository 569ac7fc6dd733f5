import { monthlyBudget } from '../budget/index.ts'
import type { Case, Creditor, Loan, Locale } from '../case/index.ts'
import type { ConductRule } from '../conduct/index.ts'
import { checkLimits } from '../cost/index.ts'
import {
  fen,
  latestOf,
  maxFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import {
  cutRateOf,
  instalmentRulesFor,
  type DatedAmount,
  type LoanProposal,
  type Proposal,
} from '../proposal/index.ts'
import { rightApplies, type LetterRules } from './cited-rules.ts'
import type { ScriptContext, ScriptOffer } from './script-types.ts'
import type { CitedRule } from './types.ts'

/** What of a pack a script may cite. */
export interface ScriptRules extends LetterRules {
  readonly conduct: readonly ConductRule[]
}

export interface ScriptRequest {
  readonly facts: Case
  readonly loanId: string
  /** The proposal to speak from where no plan was accepted; null = none that can be kept. */
  readonly proposal: Proposal | null
  readonly on: CalendarDate
  readonly locale: Locale
  readonly rules: ScriptRules
}

/** What a script about one loan may say on a day. Null when the loan or its creditor is not in the case. */
export function scriptContext(request: ScriptRequest): ScriptContext | null {
  const { facts, loanId, on, locale } = request
  const loan = facts.loans.find(({ id }) => id === loanId)
  const creditor = facts.creditors.find(({ id }) => id === loan?.creditor)
  if (loan === undefined || creditor === undefined) return null
  const state = replayLoan(loan, facts.payments, on)
  const offer = offerOf(request)
  const above = limitsAbove(request, loan, creditor)
  return {
    on,
    locale,
    debtor: facts.debtor,
    creditor,
    loan,
    litigation: loan.litigation,
    account: {
      owedNow: state.owedNow,
      arrears: state.arrears,
      charges: sumFen([state.penaltyOwed, state.feesOwed]),
      overdueDays: state.overdueDays,
    },
    bounds: {
      planned: offer?.amount ?? null,
      affordable: monthlyBudget(facts.budget, on).affordable,
      lumpSum: maxFen(ZERO_FEN, fen(facts.budget.cash - facts.budget.reserve)),
    },
    offer,
    counter: counterOf(loan),
    settlement: settlementOf(loan, on),
    isAboveLimit: above.some(({ id }) => id.endsWith('.financial-24')),
    rules: [...above, ...applicable(request, loan, creditor)],
  }
}

/** The instalments to come of the accepted plan, else those of the proposal. */
function offerOf({ facts, loanId, proposal, on }: ScriptRequest): ScriptOffer | null {
  const planned = (facts.plan?.instalments ?? [])
    .filter(({ loan, dueOn }) => loan === loanId && dueOn >= on)
    .map(({ dueOn, amount }): DatedAmount => ({ on: dueOn, amount }))
  const part = proposal?.perLoan.find(({ loan }) => loan === loanId)
  const payments = (facts.plan === null ? (part?.payments ?? []) : planned).filter(
    ({ amount }) => amount > 0,
  )
  const [first] = payments
  if (first === undefined) return null
  return {
    amount: first.amount,
    firstOn: first.on,
    count: payments.length,
    total: sumFen(payments.map(({ amount }) => amount)),
    isLevel: payments.slice(0, -1).every(({ amount }) => amount === first.amount),
    interestTo: facts.plan === null ? interestAsked(part) : null,
  }
}

/** What interest is asked to be cut to; an offer that was made needs no asking. */
const interestAsked = (part: LoanProposal | undefined): number | null =>
  part?.standing === 'ask' && part.concession >= 4 ? (cutRateOf(part.ask.target) ?? 0) : null

/** What the creditor wants each month by its latest counter-offer; one that names a sum at once is none. */
function counterOf({ talks }: Loan): Fen | null {
  const latest = latestOf(talks.filter(({ kind }) => kind === 'countered'))
  return latest === undefined || latest.months === null ? null : latest.amount
}

const settlementOf = ({ offers }: Loan, on: CalendarDate): Fen | null =>
  offers.find(
    ({ kind, deadline }) => kind === 'settlement' && (deadline === null || deadline >= on),
  )?.amount ?? null

function limitsAbove(
  { facts, rules, on }: ScriptRequest,
  loan: Loan,
  creditor: Creditor,
): readonly CitedRule[] {
  const held = { limits: rules.limits, lpr: rules.lpr, payments: facts.payments, on }
  return checkLimits(loan, creditor, held).flatMap(({ rule, status }) =>
    status === 'above' && rule.binding ? [cited(rule, rule.citation)] : [],
  )
}

/** Arrangements that fit, rights that bind, and rules of conduct by the first source that covers this lender. */
function applicable(
  { rules, on }: ScriptRequest,
  loan: Loan,
  creditor: Creditor,
): readonly CitedRule[] {
  const asking = instalmentRulesFor(rules.arrangements, { loan, creditor, on })
  const rights = rules.rights.filter((right) => rightApplies(right, { loan, creditor, on }))
  return [
    ...asking.flatMap((rule) => (rule.citation === null ? [] : [cited(rule, rule.citation)])),
    ...rights.map((right) => cited(right, right.citation)),
    ...rules.conduct.flatMap((rule) => conductCited(rule, { loan, creditor, on })),
  ]
}

function conductCited(
  rule: ConductRule,
  {
    loan,
    creditor,
    on,
  }: { readonly loan: Loan; readonly creditor: Creditor; readonly on: CalendarDate },
): readonly CitedRule[] {
  const basis = rule.bases.find(
    (each) =>
      isInForce(each, on) &&
      each.creditorKinds.includes(creditor.kind) &&
      (each.loanKinds?.includes(loan.kind) ?? true),
  )
  return basis === undefined ? [] : [cited(rule, basis.citation)]
}

const isInForce = (
  rule: { readonly inForceFrom: CalendarDate; readonly inForceUntil: CalendarDate | null },
  on: CalendarDate,
): boolean => rule.inForceFrom <= on && (rule.inForceUntil === null || on <= rule.inForceUntil)

const cited = (
  { id, title, says }: Pick<CitedRule, 'id' | 'title' | 'says'>,
  citation: CitedRule['citation'],
): CitedRule => ({
  id,
  title,
  says,
  citation,
  checkFirst: citation.confidence !== 'verified',
})
