import { ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import { instalmentFor, repayIn, type PayDays, type Repayment } from './amortise.ts'
import { totalOf } from './cash.ts'
import { contractPayments } from './contract-payments.ts'
import { namedRate, type Asked } from './ask-bounds.ts'
import { termsUnder, type Debt, type Repayable } from './debt.ts'
import { askedAs } from './asked-as.ts'
import type { Route } from './route.ts'
import type { Ask, DatedAmount, LoanProposal, Terms } from './types.ts'

/** A loan whose contract is kept: nothing is asked. */
export function keepPaying(debt: Debt, on: CalendarDate): LoanProposal {
  const { payments, balances, problem } = contractPayments(debt, on)
  const terms = contractTerms(payments, debt, on)
  return {
    loan: debt.loan.id,
    arrangement: 'keep-paying',
    standing: 'contract',
    offer: null,
    concession: 0,
    ask: { open: terms, target: terms, limit: terms },
    payments,
    balances,
    closes: problem === 'never-clears' ? null : (payments.at(-1)?.on ?? on),
    totalPaid: terms.total,
  }
}

function contractTerms(payments: readonly DatedAmount[], { state }: Debt, on: CalendarDate): Terms {
  const [first, second] = payments
  // The first payment may hold the arrears: the next is what a month costs.
  const usual = state.arrears > 0 ? (second ?? first) : first
  return {
    monthly: usual?.amount ?? ZERO_FEN,
    months: payments.length,
    firstOn: first?.on ?? on,
    total: totalOf(payments),
    concession: 0,
  }
}

/** A loan's part of a proposal from the way it is repaid and the payments worked out for it. */
export function routeProposal(
  route: Route,
  repayment: Repayment,
  frame: Pick<AskFrame, 'stretch'> & { readonly on: CalendarDate },
): LoanProposal {
  const { debt, arrangement, standing, offer, concession, rate = null } = route
  const { payments, balances } = repayment
  const firstOn = payments.at(0)?.on ?? frame.on
  if (standing === 'ask' && route.open !== null) {
    const days = { on: frame.on, firstOn }
    return askInstalments(debt, repayment, { ...frame, days, asked: { concession, rate } })
  }
  const terms = { ...contractTerms(payments, debt, frame.on), concession, ...namedRate(rate) }
  return {
    loan: debt.loan.id,
    arrangement,
    standing,
    offer,
    concession,
    ask: { open: terms, target: terms, limit: terms },
    payments,
    balances,
    closes: payments.at(-1)?.on ?? frame.on,
    totalPaid: terms.total,
  }
}

/** How an arrangement is asked for: the payment days, and how far one can go beyond the target. */
export interface AskFrame {
  readonly days: PayDays
  readonly asked: Asked
  /** Disposable ÷ affordable: what the cushion would still bear. */
  readonly stretch: number
}

/** A loan whose creditor is asked for instalments, with the payments worked out for it. */
export function askInstalments(
  debt: Debt,
  { payments, balances }: Repayment,
  frame: AskFrame,
): LoanProposal {
  const target = termsOf(payments, frame)
  const { concession } = frame.asked
  const closes = payments.at(-1)?.on ?? null
  return {
    loan: debt.loan.id,
    arrangement: askedAs(concession, debt.loan, closes),
    standing: 'ask',
    offer: null,
    concession,
    ask: askAround(debt, target, frame),
    payments,
    balances,
    closes,
    totalPaid: totalOf(payments),
  }
}

const termsOf = (payments: readonly DatedAmount[], { days, asked }: AskFrame): Terms => ({
  monthly: payments.at(0)?.amount ?? ZERO_FEN,
  months: payments.length,
  firstOn: days.firstOn,
  total: totalOf(payments),
  concession: asked.concession,
  ...namedRate(asked.rate),
})

/**
 * Opening ask: a quarter longer than the target, within the longest term. Limit: the shortest term
 * whose instalment the household bears when it gives up its cushion.
 */
function askAround(debt: Debt, target: Terms, frame: AskFrame): Ask {
  const repayable = termsUnder(debt, frame.asked)
  const within = (n: number): Terms => termsOf(repayIn(repayable, n, frame.days).payments, frame)
  const longer = Math.min(
    Math.max(debt.bounds.term, target.months),
    Math.ceil(target.months * 1.25),
  )
  const shorter = shortestTerm(repayable, frame, {
    most: Math.floor(target.monthly * frame.stretch) as Fen,
    months: target.months,
  })
  return {
    open: longer > target.months ? within(longer) : target,
    target,
    limit: shorter < target.months ? within(shorter) : target,
  }
}

function shortestTerm(
  repayable: Repayable,
  { days }: AskFrame,
  { most, months }: { readonly most: Fen; readonly months: number },
): number {
  let [low, high] = [1, months]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (instalmentFor(repayable, middle, days) <= most) high = middle
    else low = middle + 1
  }
  return low
}
