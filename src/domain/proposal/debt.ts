import type { Case, Loan, Payment } from '../case/index.ts'
import {
  fen,
  maxFen,
  rateOf,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { rateOn, replayLoan, type LoanState } from '../loan/index.ts'
import { boundsOf, NOTHING_TO_ASK, type AskBounds, type Asked } from './ask-bounds.ts'
import type { ArrangementRule } from './rules.ts'

/** A loan as a proposal meets it. */
export interface Debt {
  readonly loan: Loan
  readonly state: LoanState
  readonly payments: readonly Payment[]
  readonly isLate: boolean
  /** What its creditor may be asked for. */
  readonly bounds: AskBounds
}

/** What a creditor would be repaid under a concession, and what it goes on bearing. */
export interface Repayable {
  /** Bears interest. */
  readonly principal: Fen
  /** Interest, penalty and fees already charged: bears nothing. */
  readonly charges: Fen
  readonly rate: Loan['rate']
  readonly dayCount: Loan['dayCount']
}

/** Every loan that still owes something on a day. */
export function debtsOf(
  facts: Case,
  rules: readonly ArrangementRule[],
  on: CalendarDate,
): readonly Debt[] {
  const creditors = new Map(facts.creditors.map((creditor) => [creditor.id, creditor]))
  return facts.loans
    .map((loan) => {
      const state = replayLoan(loan, facts.payments, on)
      const creditor = creditors.get(loan.creditor) ?? null
      const bounds = creditor === null ? NOTHING_TO_ASK : boundsOf(rules, { loan, creditor, on })
      const payments = facts.payments.filter((payment) => payment.loan === loan.id)
      return { loan, state, payments, bounds, isLate: state.overdueDays > 0 }
    })
    .filter(({ state }) => state.owedNow > 0)
}

/** Nothing is asked: what the contract says is owed, and goes on. */
export const AS_IT_STANDS: Asked = { concession: 0, rate: null }

/**
 * What is to be repaid under what is asked: up to 2 everything owed, with interest going on at the
 * contract's rate; from 3 penalty interest and late fees are waived; from 4 interest goes on at the
 * rate asked for, or stops where none is named.
 */
export function termsUnder({ loan, state }: Debt, { concession, rate }: Asked): Repayable {
  const waived = concession >= 3 ? waivable(state) : ZERO_FEN
  const charges = sumFen([state.interestOwed, state.penaltyOwed, state.feesOwed])
  // Money paid ahead lowers the charges first, then the principal.
  const credit = subtractFen(sumFen([state.principalOutstanding, charges]), state.owedNow)
  const left = maxFen(ZERO_FEN, fen(charges - waived - credit))
  const beyond = maxFen(ZERO_FEN, fen(credit - (charges - waived)))
  return {
    principal: maxFen(ZERO_FEN, subtractFen(state.principalOutstanding, beyond)),
    charges: left,
    rate: concession >= 4 ? (rate ?? rateOf(0, 1, 'year')) : rateOn(loan, state.on),
    dayCount: loan.dayCount,
  }
}

/** Penalty interest and late fees that are unpaid. */
const waivable = ({ penaltyOwed, lateFeesOwed }: LoanState): Fen =>
  sumFen([penaltyOwed, lateFeesOwed])

/** Whether the creditor may be asked for instalments at all. */
export const isAskable = ({ bounds }: Debt): boolean => bounds.term > 0
