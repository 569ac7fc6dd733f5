import * as z from 'zod/mini'
import { EXPENSE_CATEGORIES, FREQUENCIES } from '../../domain/case/index.ts'
import { ZERO_FEN } from '../../domain/kernel/index.ts'
import { LONGEST_TERM } from './limits.ts'
import { record } from './record-schema.ts'
import { amount, date, id, listOf, optional, portion, text, whole } from './value-schema.ts'

const recurrence = {
  every: optional(z.enum(FREQUENCIES), 'month' as const),
  day: optional(whole(1, 31), null),
  from: optional(date, null),
  until: optional(date, null),
}

export const incomeSchema = record({
  id,
  label: optional(text, ''),
  amount,
  ...recurrence,
  variation: optional(record({ low: amount, high: amount }), null),
  lossChance: optional(portion, null),
  lossMonths: optional(whole(1, LONGEST_TERM), null),
})

export const expenseSchema = record({
  id,
  label: optional(text, ''),
  category: optional(z.enum(EXPENSE_CATEGORIES), 'other' as const),
  amount,
  ...recurrence,
  essential: optional(z.boolean(), false),
})

export const budgetSchema = record({
  cash: optional(amount, ZERO_FEN),
  reserve: optional(amount, ZERO_FEN),
  cushionFraction: optional(portion, null),
  surprise: optional(record({ chance: portion, amount }), null),
  incomes: listOf(incomeSchema),
  expenses: listOf(expenseSchema),
})
