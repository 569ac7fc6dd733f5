import { cushionPart, isInForce, monthlyBudget, timesAYear } from '../budget/index.ts'
import type { Budget, Recurrence } from '../case/index.ts'
import { sumFen, type CalendarDate, type Fen } from '../kernel/index.ts'
import { inFen, minus, most, over, overRows, times } from './formula.ts'
import type { TraceName } from './names.ts'
import type { Trace, TraceList, TraceStep } from './types.ts'
import { input, money, ratio, text, timesCount } from './values.ts'

/**
 * What can be offered each month: income less expenses, less the part kept back. Every item's
 * average month is rounded half up to the fen, so that what is shown adds up.
 */
export function traceAffordable(budget: Budget, on: CalendarDate): Trace {
  const { monthlyIncome, monthlyEssential, monthlyOther, disposable, cushion, affordable } =
    monthlyBudget(budget, on)
  const essentials = budget.expenses.filter(({ essential }) => essential)
  const others = budget.expenses.filter(({ essential }) => !essential)
  return {
    figure: 'affordable',
    value: money(affordable),
    inputs: [input('cushion-part', ratio(cushionPart(budget), null))],
    lists: [
      itemsOf('incomes', budget.incomes, on),
      itemsOf('essentials', essentials, on),
      itemsOf('others', others, on),
    ],
    steps: [
      average('income', 'incomes', monthlyIncome),
      average('essential', 'essentials', monthlyEssential),
      average('other', 'others', monthlyOther),
      {
        name: 'left',
        formula: minus(minus('income', 'essential'), 'other'),
        value: money(disposable),
      },
      {
        name: 'cushion',
        formula: inFen(times(most(0, 'left'), 'cushion-part')),
        value: money(cushion),
      },
    ],
    formula: minus(most(0, 'left'), 'cushion'),
    rounding: 'fen-rows',
    source: 'budget',
    parts: [],
  }
}

interface Item extends Recurrence {
  readonly label: string
  readonly amount: Fen
}

/** The items in force with how often a year each comes; what comes once is in no average month. */
function itemsOf(name: TraceName, items: readonly Item[], on: CalendarDate): TraceList {
  const rows = items.flatMap((item) => {
    const often = timesAYear(item.every)
    return often === 0 || !isInForce(item, on)
      ? []
      : [{ label: text(item.label), amount: money(item.amount), times: timesCount(often) }]
  })
  return { name, columns: ['label', 'amount', 'times'], rows }
}

const average = (name: TraceName, list: TraceName, value: Fen): TraceStep => ({
  name,
  formula: overRows(list, inFen(over(times('amount', 'times'), 12))),
  value: money(value),
})

/** A sum over loans, each with its name; nothing is rounded. */
export const traceTotal = (
  loans: readonly { readonly label: string; readonly amount: Fen }[],
): Trace => ({
  figure: 'total',
  value: money(sumFen(loans.map(({ amount }) => amount))),
  inputs: [],
  lists: [
    {
      name: 'loans',
      columns: ['label', 'amount'],
      rows: loans.map(({ label, amount }) => ({ label: text(label), amount: money(amount) })),
    },
  ],
  steps: [],
  formula: overRows('loans', 'amount'),
  rounding: 'none',
  source: 'ledger',
  parts: [],
})

/** What the contracts ask for a month against what comes in. Null without an income. */
export function traceDebtToIncome(monthlyDue: Fen, monthlyIncome: Fen): Trace | null {
  if (monthlyIncome <= 0) return null
  return {
    figure: 'debt-to-income',
    value: ratio({ numerator: monthlyDue, denominator: monthlyIncome }, null),
    inputs: [input('monthly-due', money(monthlyDue)), input('income', money(monthlyIncome))],
    lists: [],
    steps: [],
    formula: over('monthly-due', 'income'),
    rounding: 'shown',
    source: 'budget',
    parts: [],
  }
}
