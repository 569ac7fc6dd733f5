import { newPayment, type Loan, type Payment, type Plan } from '../case/index.ts'
import {
  laterDate,
  minFen,
  subtractFen,
  sumFen,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { matchPayments, type PaidPiece } from './match-payments.ts'

/** One change between the plan and what happened, in the order in which they are made. */
export const STEPS = [
  'rate',
  'fee',
  'relief',
  'missed',
  'late',
  'early',
  'extra',
  'reversed',
] as const
export type VarianceStep = (typeof STEPS)[number]

/** A loan on a day: what the plan would have left owed, what is owed, and what each step changed. */
export interface LoanSteps {
  readonly planned: Fen
  readonly actual: Fen
  /** actual − planned, to the fen: what follows one step minus what stood before it. */
  readonly steps: Readonly<Record<VarianceStep, Fen>>
  /** Instalments due by then, less what was paid on them, taken back or not. */
  readonly unpaid: Fen
}

/** A loan with the payments that would have been made. */
export interface Scenario {
  readonly loan: Loan
  readonly payments: readonly Payment[]
}

/**
 * How a loan came to differ from its plan. Terms and payments are turned from the plan's into the real
 * ones one step after another, and the loan is replayed by the ledger after each: so the steps add up
 * to the difference whatever happened, and a step without an event is 0.
 */
export function loanSteps(
  loan: Loan,
  {
    plan,
    payments,
    on,
  }: { readonly plan: Plan; readonly payments: readonly Payment[]; readonly on: CalendarDate },
): LoanSteps {
  const own = payments.filter((payment) => payment.loan === loan.id && payment.on <= on)
  const scenarios = scenariosOf(loan, { plan, own, on })
  const owed = scenarios.map((each) => replayLoan(each.loan, each.payments, on).owedNow)
  const change = (index: number): Fen =>
    subtractFen(owed[index + 1] ?? actualOf(owed), owed[index] ?? actualOf(owed))
  const steps = Object.fromEntries(STEPS.map((step, index) => [step, change(index)]))
  return {
    planned: owed[0] ?? actualOf(owed),
    actual: actualOf(owed),
    steps: steps as Record<VarianceStep, Fen>,
    unpaid: unpaidOn(loan, { plan, own, on }),
  }
}

/** The loan's payments as the plan has them, on a day of the plan: nothing else is paid from then on. */
export function plannedScenario(
  loan: Loan,
  {
    plan,
    payments,
    on,
  }: { readonly plan: Plan; readonly payments: readonly Payment[]; readonly on: CalendarDate },
): Scenario {
  const own = payments.filter((payment) => payment.loan === loan.id)
  return {
    loan: termsThen(loan, plan.acceptedOn, []),
    payments: [...paidBefore(own, plan), ...duePayments(loan, plan, on)],
  }
}

/** As if nothing had been paid any more and nothing had been agreed since the plan was accepted. */
export function unchangedScenario(
  loan: Loan,
  { plan, payments }: { readonly plan: Plan; readonly payments: readonly Payment[] },
): Scenario {
  const own = payments.filter((payment) => payment.loan === loan.id)
  return { loan: termsThen(loan, plan.acceptedOn, []), payments: paidBefore(own, plan) }
}

interface Held {
  readonly plan: Plan
  readonly own: readonly Payment[]
  readonly on: CalendarDate
}

function scenariosOf(loan: Loan, { plan, own, on }: Held): readonly Scenario[] {
  const since = plan.acceptedOn
  const before = paidBefore(own, plan)
  const standing = own.filter((payment) => payment.on >= since).map(standingOf)
  const pieces = matchPayments(instalmentsOf(loan, plan), standing)
  const due = duePayments(loan, plan, on)
  const at = (day: (piece: PaidPiece) => CalendarDate | null): readonly Payment[] => [
    ...before,
    ...pieces.flatMap((piece) => {
      const paidOn = day(piece)
      return paidOn === null ? [] : [paymentOf(loan, paidOn, piece.amount)]
    }),
  ]
  const isDue = ({ dueOn }: PaidPiece): boolean => dueOn !== null && dueOn <= on
  const dueDay = ({ dueOn }: PaidPiece): CalendarDate => laterDate(dueOn ?? since, since)
  const onTime = at((piece) => (isDue(piece) ? dueDay(piece) : null))
  const late = at((piece) => (isDue(piece) ? laterDate(dueDay(piece), piece.on) : null))
  const early = at((piece) => (piece.dueOn === null ? null : piece.on))
  const planned = [...before, ...due]
  return [
    { loan: termsThen(loan, since, []), payments: planned },
    { loan: termsThen(loan, since, ['rate']), payments: planned },
    { loan: termsThen(loan, since, ['rate', 'fee']), payments: planned },
    { loan, payments: planned },
    { loan, payments: onTime },
    { loan, payments: late },
    { loan, payments: early },
    { loan, payments: [...before, ...standing] },
    { loan, payments: own },
  ]
}

/** The loan without what was noted to begin after a day, except what is named. */
function termsThen(loan: Loan, since: CalendarDate, kept: readonly VarianceStep[]): Loan {
  const then = { ...loan, freezes: loan.freezes.filter(({ from }) => from <= since) }
  const rated = kept.includes('rate')
    ? then
    : { ...then, rateChanges: loan.rateChanges.filter(({ on }) => on <= since) }
  return kept.includes('fee')
    ? rated
    : { ...rated, fees: loan.fees.filter(({ on }) => on === null || on <= since) }
}

/** Payments before the plan, as they stood when it was accepted. */
const paidBefore = (own: readonly Payment[], { acceptedOn }: Plan): readonly Payment[] =>
  own
    .filter(({ on }) => on < acceptedOn)
    .map((payment) =>
      payment.reversedOn !== null && payment.reversedOn > acceptedOn
        ? standingOf(payment)
        : payment,
    )

const standingOf = (payment: Payment): Payment => ({ ...payment, reversedOn: null })

const instalmentsOf = (loan: Loan, { instalments }: Plan) =>
  instalments.filter((instalment) => instalment.loan === loan.id)

const duePayments = (loan: Loan, plan: Plan, on: CalendarDate): readonly Payment[] =>
  instalmentsOf(loan, plan)
    .filter(({ dueOn }) => dueOn <= on)
    .map(({ dueOn, amount }) => paymentOf(loan, laterDate(dueOn, plan.acceptedOn), amount))

const paymentOf = ({ id: loan }: Loan, on: CalendarDate, amount: Fen): Payment =>
  newPayment({ id: `${loan}/${on}`, loan, on, amount })

const actualOf = (owed: readonly Fen[]): Fen => sumFen(owed.slice(-1))

function unpaidOn(loan: Loan, { plan, own, on }: Held): Fen {
  const due = sumFen(duePayments(loan, plan, on).map(({ amount }) => amount))
  const paid = sumFen(
    own.filter((payment) => payment.on >= plan.acceptedOn).map(({ amount }) => amount),
  )
  return subtractFen(due, minFen(due, paid))
}
