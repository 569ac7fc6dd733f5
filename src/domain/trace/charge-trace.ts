import type { Loan, Payment } from '../case/index.ts'
import { fen, type CalendarDate, type Fen } from '../kernel/index.ts'
import {
  accountWorking,
  CEILING,
  isRevolving,
  type AccountWorking,
  type ChargeStretch,
  type LedgerLine,
} from '../loan/index.ts'
import { inFen, minus, overRows, plus, times } from './formula.ts'
import type { Trace, TraceFigure } from './types.ts'
import { code, days, input, money, onDay, ratio } from './values.ts'

/** A loan, its payments (or those of all loans), and the day on which it is looked at. */
export interface TracedAccount {
  readonly loan: Loan
  readonly payments: readonly Payment[]
  readonly on: CalendarDate
}

const NOTHING = { inputs: [], lists: [], steps: [], parts: [] } as const

/** Ordinary interest that late principal went on bearing (Civil Code art. 676), before payments. */
export const traceLateInterest = (account: TracedAccount): Trace | null =>
  isRevolving(account.loan) ? null : chargedTrace(account, 'interest', 'late-interest')

/** Penalty interest that is owed: money × days × rate, added up exactly, rounded once, less what was paid. */
export const tracePenalty = (account: TracedAccount): Trace | null =>
  chargedTrace(account, 'penalty', 'penalty')

/** Null where nothing bore the charge, or where it has reached the ceiling at which charges stop. */
export function chargedTrace(
  account: TracedAccount,
  bucket: ChargeStretch['bucket'],
  figure: TraceFigure,
): Trace | null {
  const { charges, charged, ledger } = workingOf(account)
  const stretches = charges.filter((stretch) => stretch.bucket === bucket)
  if (stretches.length === 0 || charged[bucket] >= CEILING) return null
  const rows = stretches.map(({ what, from, days: count, amount, numerator, denominator }) => ({
    code: code(what),
    from: onDay(from),
    days: days(count),
    amount: money(amount),
    rate: ratio({ numerator, denominator }, 'day'),
  }))
  const sum = inFen(overRows('stretches', times('amount', 'rate', 'days')))
  const common = {
    ...NOTHING,
    figure,
    lists: [{ name: 'stretches', columns: ['code', 'from', 'days', 'amount', 'rate'], rows }],
    rounding: 'fen-once',
    source: figure === 'late-interest' ? 'civil-code-676' : 'contract',
  } as const
  if (bucket === 'interest') return { ...common, value: money(charged.interest), formula: sum }
  const paid = fen(-paidIn(ledger, bucket))
  return {
    ...common,
    value: money(fen(charged.penalty - paid)),
    inputs: [input('paid', money(paid))],
    steps: [{ name: 'charged', formula: sum, value: money(charged.penalty) }],
    formula: minus('charged', 'paid'),
  }
}

/** Late fees charged so far: for each missed due date the fixed part and the part of what was unpaid. */
export function traceLateFees(account: TracedAccount): Trace | null {
  const { lateFees } = workingOf(account)
  const terms = account.loan.penalty?.lateFee
  if (terms == null || lateFees.length === 0) return null
  const total = lateFees.reduce((sum, { fee }) => sum + fee, 0)
  if (total >= CEILING) return null
  const rows = lateFees.map(({ dueOn, unpaid }) => ({
    'due-on': onDay(dueOn),
    unpaid: money(unpaid),
  }))
  const fraction = terms.fraction ?? { numerator: 0, denominator: 1 }
  return {
    ...NOTHING,
    figure: 'late-fees',
    value: money(fen(total)),
    inputs: [input('fixed', money(terms.fixed)), input('fraction', ratio(fraction, null))],
    lists: [{ name: 'missed', columns: ['due-on', 'unpaid'], rows }],
    formula: overRows('missed', plus('fixed', inFen(times('unpaid', 'fraction')))),
    rounding: 'fen-rows',
    source: 'contract',
  }
}

const workingOf = ({ loan, payments, on }: TracedAccount): AccountWorking =>
  accountWorking(loan, payments, on)

const paidIn = (ledger: readonly LedgerLine[], bucket: 'penalty'): Fen =>
  fen(
    ledger.reduce(
      (sum, { kind, change }) =>
        kind === 'paid' || kind === 'credit-used' ? sum + change[bucket] : sum,
      0,
    ),
  )
