import { problemAt, type CaseProblem } from '../problem.ts'
import { childOf, membersOf, textIn, type RawRecord } from './raw-case.ts'

interface Reference {
  readonly from: readonly RawRecord[]
  readonly field: string
  readonly to: 'creditors' | 'loans' | 'people'
}

/** Every reference finds the record it names, and no creditor collects for itself. */
export function checkReferences(file: RawRecord): CaseProblem[] {
  const known = {
    creditors: idsOf(file, 'creditors'),
    loans: idsOf(file, 'loans'),
    people: idsOf(file, 'people'),
  }
  const creditors = membersOf(file, 'creditors')
  const contacts = membersOf(file, 'contacts')
  const references: readonly Reference[] = [
    { from: creditors, field: 'onBehalfOf', to: 'creditors' },
    { from: membersOf(file, 'loans'), field: 'creditor', to: 'creditors' },
    { from: membersOf(file, 'payments'), field: 'loan', to: 'loans' },
    { from: contacts, field: 'creditor', to: 'creditors' },
    { from: contacts, field: 'loan', to: 'loans' },
    { from: contacts, field: 'person', to: 'people' },
    { from: membersOf(file, 'letters'), field: 'creditor', to: 'creditors' },
    { from: membersOf(file, 'letters'), field: 'loan', to: 'loans' },
    { from: membersOf(file, 'complaints'), field: 'creditor', to: 'creditors' },
    { from: membersOf(file, 'tasks'), field: 'loan', to: 'loans' },
    ...[childOf(file, 'plan'), ...membersOf(file, 'pastPlans')].map((plan): Reference => ({
      from: [
        ...membersOf(plan, 'instalments'),
        ...membersOf(plan && childOf(plan, 'figures'), 'owed'),
      ],
      field: 'loan',
      to: 'loans',
    })),
  ]
  return [
    ...references.flatMap(({ from, field, to }) =>
      from
        .filter((record) => {
          const id = textIn(record, field)
          return id !== null && !known[to].has(id)
        })
        .map(({ path }) => problemAt([...path, field], 'unknown-reference', { list: to })),
    ),
    ...creditors
      .filter(isOwnAgent)
      .map(({ path }) => problemAt([...path, 'onBehalfOf'], 'refers-to-itself')),
  ]
}

const idsOf = (file: RawRecord, list: string): ReadonlySet<string | null> =>
  new Set(membersOf(file, list).map((member) => textIn(member, 'id')))

function isOwnAgent(creditor: RawRecord): boolean {
  const principal = textIn(creditor, 'onBehalfOf')
  return principal !== null && principal === textIn(creditor, 'id')
}
