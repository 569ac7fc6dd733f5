import type { Expense, Income, Recurrence } from '../../domain/case/index.ts'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'

export type BudgetItemProblemCode =
  'negative' | 'not-a-day-of-month' | 'end-before-start' | 'low-above-high' | 'both-needed'

export type BudgetItemField = 'amount' | 'day' | 'until' | 'low' | 'high'
export type BudgetItemProblems = Partial<Record<BudgetItemField, BudgetItemProblemCode>>

/** An income as its row holds it: the least and the most of it as far as they are filled in. */
export interface IncomeDraft extends Income {
  readonly low: Fen | null
  readonly high: Fen | null
}

export const incomeDraftOf = (income: Income): IncomeDraft => ({
  ...income,
  low: income.variation?.low ?? null,
  high: income.variation?.high ?? null,
})

/** The income of a row that has no problems. */
export function incomeOf({ low, high, ...income }: IncomeDraft): Income {
  if (low === null || high === null) return { ...income, variation: null }
  return { ...income, variation: { ...income.variation, low, high } }
}

/** Whether money that recurs this way falls on a day of the month; weeks count from a date instead. */
export const hasDayOfMonth = ({ every }: Pick<Recurrence, 'every'>): boolean =>
  every === 'month' || every === 'quarter' || every === 'year'

/** What an income can't be saved with, by field; empty when all of it fits together. */
export const incomeProblems = (draft: IncomeDraft): BudgetItemProblems => ({
  ...recurrenceProblems(draft),
  ...variationProblems(draft),
})

/** What an expense can't be saved with, by field. */
export const expenseProblems = (expense: Expense): BudgetItemProblems => recurrenceProblems(expense)

function recurrenceProblems({
  amount,
  day,
  from,
  until,
}: Recurrence & { readonly amount: Fen }): BudgetItemProblems {
  const problems: BudgetItemProblems = {}
  if (amount < 0) problems.amount = 'negative'
  if (day !== null && (!Number.isInteger(day) || day < 1 || day > 31))
    problems.day = 'not-a-day-of-month'
  if (isEndBeforeStart(from, until)) problems.until = 'end-before-start'
  return problems
}

const isEndBeforeStart = (from: CalendarDate | null, until: CalendarDate | null): boolean =>
  from !== null && until !== null && until < from

function variationProblems({ low, high }: IncomeDraft): BudgetItemProblems {
  if (low === null && high === null) return {}
  if (low === null) return { low: 'both-needed' }
  if (high === null) return { high: 'both-needed' }
  if (low < 0 || high < 0) return low < 0 ? { low: 'negative' } : { high: 'negative' }
  return low > high ? { low: 'low-above-high' } : {}
}
