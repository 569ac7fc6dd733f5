import { jsonPath, problemAt, type CaseProblem } from '../problem.ts'
import { childOf, membersOf, textIn, type RawRecord } from './raw-case.ts'

/** Every id is unique in its list. */
export function checkIds(file: RawRecord): CaseProblem[] {
  const budget = childOf(file, 'budget')
  const lists = [
    membersOf(budget, 'incomes'),
    membersOf(budget, 'expenses'),
    ...['creditors', 'loans', 'payments', 'contacts'].map((name) => membersOf(file, name)),
    ...membersOf(file, 'loans').map((loan) => membersOf(loan, 'offers')),
  ]
  return lists.flatMap(duplicatesIn)
}

function duplicatesIn(members: readonly RawRecord[]): CaseProblem[] {
  const firstOf = new Map<string, RawRecord>()
  return members.flatMap((member) => {
    const id = textIn(member, 'id')
    const first = id === null ? undefined : firstOf.get(id)
    if (id !== null && first === undefined) firstOf.set(id, member)
    if (first === undefined) return []
    return [problemAt([...member.path, 'id'], 'duplicate-id', { first: jsonPath(first.path) })]
  })
}
