import { record } from './record-schema.ts'
import { amount, date, id, listOf, optional } from './value-schema.ts'

const figuresSchema = record({
  monthlyIncome: amount,
  monthlyExpenses: amount,
  owed: listOf(record({ loan: id, amount })),
})

export const planSchema = record({
  acceptedOn: date,
  proposal: id,
  instalments: listOf(record({ loan: id, dueOn: date, amount })),
  figures: optional(figuresSchema, null),
})
