import type { Case } from '../../domain/case/index.ts'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'
import type { GuidePlace } from '../../stores/index.ts'
import { isBudgetStep } from './guide-way.ts'

function amountOf({ budget }: Case, id: string | null): Fen | null {
  const items = [...budget.incomes, ...budget.expenses]
  return items.find((item) => item.id === id)?.amount ?? null
}

/** No cash and not asked yet look the same: an empty field asks. */
const cashOf = ({ budget }: Case): Fen | null => (budget.cash === 0 ? null : budget.cash)

/** What a question was answered with before: to be seen and changed when a person comes back to it. */
export function storedAnswer(
  { step, loan, items }: GuidePlace,
  facts: Case | null,
): Fen | number | CalendarDate | null {
  if (isBudgetStep(step)) return facts === null ? null : amountOf(facts, items[step] ?? null)
  if (step === 'cash') return facts === null ? null : cashOf(facts)
  return step === 'lender' || step === 'more' || step === 'result' ? null : loan[step]
}
