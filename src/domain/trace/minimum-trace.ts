import type { Loan } from '../case/index.ts'
import { maxFen, subtractFen, ZERO_FEN } from '../kernel/index.ts'
import { minimumDue, type LoanState } from '../loan/index.ts'
import { inFen, least, minus, most, named, times, type Formula } from './formula.ts'
import type { Trace, TraceInput } from './types.ts'
import { input, money, ratio } from './values.ts'

/**
 * The next minimum of revolving credit as it would be asked for today: the larger of floor and
 * fraction × what is owed, never more than that, less what was paid ahead. Null where nothing is
 * to come.
 */
export function traceNextMinimum(
  { minimumPayment }: Pick<Loan, 'minimumPayment'>,
  { nextDue, owedNow }: Pick<LoanState, 'nextDue' | 'owedNow'>,
): Trace | null {
  if (nextDue === null) return null
  const asked = minimumDue({ minimumPayment }, owedNow)
  const rule = minimumRule({ minimumPayment })
  const ahead = maxFen(ZERO_FEN, subtractFen(asked, nextDue.payment))
  return {
    figure: 'next-minimum',
    value: money(nextDue.payment),
    inputs: [input('owed', money(owedNow)), ...rule.inputs, input('paid-ahead', money(ahead))],
    lists: [],
    steps: [{ name: 'minimum', formula: rule.formula, value: money(asked) }],
    formula: minus('minimum', 'paid-ahead'),
    rounding: 'fen-steps',
    source: 'contract',
    parts: [],
  }
}

/** The rule of a card's minimum, of what is owed: its terms and its formula. Without terms all of it is asked for. */
export function minimumRule({ minimumPayment }: Pick<Loan, 'minimumPayment'>): {
  readonly inputs: readonly TraceInput[]
  readonly formula: Formula
} {
  if (minimumPayment === null) return { inputs: [], formula: named('owed') }
  return {
    inputs: [
      input('fraction', ratio(minimumPayment.fraction, null)),
      input('floor', money(minimumPayment.floor)),
    ],
    formula: least('owed', most('floor', inFen(times('owed', 'fraction')))),
  }
}
