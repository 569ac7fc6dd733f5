import { record } from './record-schema.ts'
import { amount, date, id, listOf } from './value-schema.ts'

export const planSchema = record({
  acceptedOn: date,
  proposal: id,
  instalments: listOf(record({ loan: id, dueOn: date, amount })),
})
