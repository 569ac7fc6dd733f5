import { problemAt, type CaseProblem } from '../problem.ts'
import { amountIn, childOf, dateIn, membersOf, type RawRecord } from './raw-case.ts'

/** No income or expense ends before it starts, and no income varies upside down. */
export function checkBudget(file: RawRecord): CaseProblem[] {
  const budget = childOf(file, 'budget')
  return [...membersOf(budget, 'incomes'), ...membersOf(budget, 'expenses')].flatMap((item) => [
    ...checkDuration(item),
    ...checkVariation(childOf(item, 'variation')),
  ])
}

function checkDuration(item: RawRecord): CaseProblem[] {
  const [from, until] = [dateIn(item, 'from'), dateIn(item, 'until')]
  return from !== null && until !== null && until < from
    ? [problemAt([...item.path, 'until'], 'end-before-start')]
    : []
}

function checkVariation(variation: RawRecord | null): CaseProblem[] {
  if (variation === null) return []
  const [low, high] = [amountIn(variation, 'low'), amountIn(variation, 'high')]
  return low !== null && high !== null && low > high
    ? [problemAt([...variation.path, 'low'], 'low-above-high')]
    : []
}
