import { jsonPath, problemAt, type CaseProblem } from '../problem.ts'
import { childOf, membersOf, textIn, type RawRecord } from './raw-case.ts'

const CASE_LISTS = [
  'creditors',
  'loans',
  'payments',
  'contacts',
  'people',
  'letters',
  'complaints',
  'tasks',
]
const LOAN_LISTS = ['offers', 'statements', 'talks', 'agreements']

/** Every id is unique in its list. */
export function checkIds(file: RawRecord): CaseProblem[] {
  const budget = childOf(file, 'budget')
  const lists = [
    membersOf(budget, 'incomes'),
    membersOf(budget, 'expenses'),
    ...CASE_LISTS.map((name) => membersOf(file, name)),
    ...membersOf(file, 'loans').flatMap((loan) => LOAN_LISTS.map((name) => membersOf(loan, name))),
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
