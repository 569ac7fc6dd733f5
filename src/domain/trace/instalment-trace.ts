import type { Loan } from '../case/index.ts'
import { addFen, scaleExactly, type Fen } from '../kernel/index.ts'
import {
  annualRate,
  closingRate,
  equalInstalment,
  hasOwnRows,
  isRevolving,
  isSameRate,
  minimumDue,
  monthInterest,
  rateStretches,
} from '../loan/index.ts'
import { inFen, least, minus, most, over, plus, power, times } from './formula.ts'
import { minimumRule } from './minimum-trace.ts'
import {
  borneInterest,
  tracedPeriod,
  wholeInterest,
  wholeOf,
  type TracedPeriod,
} from './period-working.ts'
import type { Trace } from './types.ts'
import {
  input,
  joined,
  money,
  monthly,
  ratio,
  timesCount,
  working,
  type Working,
} from './values.ts'

/**
 * An instalment of a schedule, from what was owed before it: principal, interest and fees. Each step
 * half up to the fen, as in the schedule. Null where there is no such instalment.
 * @param n its place in the schedule, from 1
 */
export function traceInstalment(loan: Loan, n: number): Trace | null {
  const period = tracedPeriod(loan, n - 1)
  if (period === null) return null
  const { row } = period
  const pieces = joined(
    borneInterest(period, row.dueOn, 'interest').working,
    principalWorking(period),
    working({ inputs: [input('fees', money(row.fees))] }),
  )
  return {
    figure: 'instalment',
    value: money(row.payment),
    ...pieces,
    formula: plus('principal-part', 'interest', 'fees'),
    rounding: pieces.steps.length > 0 ? 'fen-steps' : 'none',
    source: loan.method === 'equal-instalment' && !hasOwnRows(loan) ? 'annuity' : 'contract',
    parts: [],
  }
}

/** The interest of the period that an instalment closes. Null where there is no such instalment. */
export function tracePeriodInterest(loan: Loan, n: number): Trace | null {
  const period = tracedPeriod(loan, n - 1)
  if (period === null) return null
  const { working: pieces, value } = borneInterest(period, period.row.dueOn, 'interest')
  const last = pieces.steps.at(-1)
  return {
    figure: 'period-interest',
    value: money(value),
    ...pieces,
    steps: pieces.steps.slice(0, -1),
    formula: last?.formula ?? { is: 'named', name: 'interest' },
    rounding: last === undefined ? 'none' : last.formula.is === 'rows' ? 'fen-rows' : 'fen-steps',
    source: 'contract',
    parts: [],
  }
}

/** The principal of an instalment as the step, or the input, `principal-part`. */
function principalWorking(period: TracedPeriod): Working {
  const { loan, row, balance } = period
  const value = money(row.principal)
  if (hasOwnRows(loan)) return working({ inputs: [input('principal-part', value)] })
  if (isRevolving(loan)) return minimumWorking(period)
  const owed = input('balance', money(balance))
  if (period.index + 1 === termOf(loan)) {
    const formula = { is: 'named', name: 'balance' } as const
    return working({ inputs: [owed], steps: [{ name: 'principal-part', formula, value }] })
  }
  switch (loan.method) {
    case 'equal-instalment':
      return levelWorking(period)
    case 'equal-principal':
    case 'flat-rate':
      return shareWorking(period)
    case 'interest-only':
    case 'bullet':
    case 'minimum-payment':
      return working({ inputs: [input('principal-part', value)] })
  }
}

/** The instalment that takes all that is left. */
const termOf = (loan: Loan): number => (loan.method === 'bullet' ? 1 : (loan.term ?? 1))

/** The annuity less a month's interest: P·i·(1+i)ⁿ ÷ ((1+i)ⁿ − 1) on what was owed when the rate was set. */
function levelWorking(period: TracedPeriod): Working {
  const { loan, index, balance, row, from, to } = period
  const { spread, left } = spreadOf(period)
  const rate = closingRate(loan, to)
  const annual = annualRate(rate, loan.dayCount)
  const twelfth = { numerator: annual.numerator, denominator: annual.denominator * 12 }
  const level = equalInstalment(spread, twelfth, left)
  const growth = power(plus(1, 'monthly-rate'), 'number-left')
  const formula =
    rate.numerator === 0
      ? inFen(over('spread-balance', 'number-left'))
      : inFen(over(times('spread-balance', 'monthly-rate', growth), minus(growth, 1)))
  const isRegular = index > 0 && rateStretches(loan, from, to).length === 1
  const counted = isRegular
    ? wholeOf(period)
    : monthInterest(balance, { rate, dayCount: loan.dayCount })
  const month = working({
    steps: [
      {
        name: 'regular-interest',
        formula: inFen(times('balance', 'monthly-rate')),
        value: money(counted),
      },
    ],
  })
  const interestName = loan.freezes.length > 0 ? 'period-interest' : 'interest'
  const interest = isRegular ? wholeInterest(period, interestName) : month
  const taken = isRegular ? interestName : 'regular-interest'
  return joined(
    working({
      inputs: [
        input('balance', money(balance)),
        input('spread-balance', money(spread)),
        input('number-left', timesCount(left)),
        input('closing-rate', ratio(annual, 'year')),
      ],
      steps: [
        { name: 'monthly-rate', formula: over('closing-rate', 12), value: monthly(annual) },
        { name: 'level', formula, value: money(level) },
      ],
    }),
    interest,
    working({
      steps: [
        {
          name: 'principal-part',
          formula: least('balance', most(0, minus('level', taken))),
          value: money(row.principal),
        },
      ],
    }),
  )
}

/** What was spread when the rate was last set, over how many instalments. */
function spreadOf({ loan, index, balance }: TracedPeriod): {
  readonly spread: Fen
  readonly left: number
} {
  const term = loan.term ?? 1
  let set = { spread: loan.principal, left: term }
  let rate = null
  for (let at = 0; at <= index; at += 1) {
    const period = tracedPeriod(loan, at)
    if (period === null) break
    const now = closingRate(loan, period.to)
    if (rate === null || !isSameRate(now, rate)) set = { spread: period.balance, left: term - at }
    rate = now
  }
  return index === 0 ? { spread: balance, left: term } : set
}

/** An equal part of the principal. */
function shareWorking({ loan, balance, row }: TracedPeriod): Working {
  const term = loan.term ?? 1
  return working({
    inputs: [
      input('principal', money(loan.principal)),
      input('term', timesCount(term)),
      input('balance', money(balance)),
    ],
    steps: [
      {
        name: 'share',
        formula: inFen(over('principal', 'term')),
        value: money(scaleExactly(loan.principal, [1], [term])),
      },
      { name: 'principal-part', formula: least('balance', 'share'), value: money(row.principal) },
    ],
  })
}

/** What the minimum asks for beyond the interest. */
function minimumWorking({ loan, balance, row }: TracedPeriod): Working {
  const owed = addFen(balance, row.interest)
  const owedStep = {
    name: 'owed',
    formula: plus('balance', 'interest'),
    value: money(owed),
  } as const
  const asked = money(minimumDue(loan, owed))
  const { inputs, formula } = minimumRule(loan)
  return working({
    inputs: [input('balance', money(balance)), ...inputs],
    steps: [
      owedStep,
      { name: 'minimum', formula, value: asked },
      {
        name: 'principal-part',
        formula: least('balance', minus('minimum', 'interest')),
        value: money(row.principal),
      },
    ],
  })
}
