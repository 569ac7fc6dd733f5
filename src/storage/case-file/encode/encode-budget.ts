import type { Budget, Expense, Income, Recurrence, Surprise } from '../../../domain/case/index.ts'
import { formatFraction, formatYuan } from '../../../domain/kernel/index.ts'
import { filled, fileRecord, known, knownAs, type FileRecord } from './file-record.ts'

const recurrence = ({ every, day, from, until }: Recurrence): FileRecord => ({
  every,
  day: known(day),
  from: known(from),
  until: known(until),
})

export const encodeIncome = (income: Income): FileRecord =>
  fileRecord(
    {
      id: income.id,
      label: filled(income.label),
      amount: formatYuan(income.amount),
      ...recurrence(income),
      variation: knownAs(income.variation, (variation) =>
        fileRecord({ low: formatYuan(variation.low), high: formatYuan(variation.high) }, variation),
      ),
      lossChance: knownAs(income.lossChance, formatFraction),
      lossMonths: known(income.lossMonths),
    },
    income,
  )

export const encodeExpense = (expense: Expense): FileRecord =>
  fileRecord(
    {
      id: expense.id,
      label: filled(expense.label),
      category: expense.category,
      amount: formatYuan(expense.amount),
      ...recurrence(expense),
      essential: expense.essential,
    },
    expense,
  )

const encodeSurprise = (surprise: Surprise): FileRecord =>
  fileRecord(
    { chance: formatFraction(surprise.chance), amount: formatYuan(surprise.amount) },
    surprise,
  )

/** The budget's own figures with the written lists of its items. */
export const encodeBudget = (
  budget: Budget,
  lists: { readonly incomes?: readonly FileRecord[]; readonly expenses?: readonly FileRecord[] },
): FileRecord =>
  fileRecord(
    {
      cash: formatYuan(budget.cash),
      reserve: formatYuan(budget.reserve),
      cushionFraction: knownAs(budget.cushionFraction, formatFraction),
      surprise: knownAs(budget.surprise, encodeSurprise),
      ...lists,
    },
    budget,
  )
