import type { MonthlyBudget } from '../../domain/budget/index.ts'
import { fen, type Fen } from '../../domain/kernel/index.ts'
import type { ProposalSet } from '../../domain/proposal/index.ts'

/**
 * How much is missing each month at the least: what the household itself is short of, else the
 * smallest gap that any of the proposals reports. Null when none can be named.
 */
export function missingMoney(set: ProposalSet, budget: MonthlyBudget | null): Fen | null {
  if (budget !== null && budget.disposable < 0) return fen(-budget.disposable)
  const gaps = [set.statusQuo, ...set.proposals].flatMap(({ why }) =>
    why.flatMap(({ code, amount }) =>
      code !== 'below-reserve' && code !== 'within-affordable' && amount !== undefined
        ? [amount]
        : [],
    ),
  )
  const smallest = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)[0]
  return smallest ?? null
}
