import type { CaseSummary } from '../../stores/index.ts'

export const CASE_ORDERS = ['opened', 'changed', 'name', 'owed', 'late', 'next'] as const
export type CaseOrder = (typeof CASE_ORDERS)[number]

/** What can be done with a case of the list. */
export type CaseAction = 'rename' | 'duplicate' | 'archive' | 'unarchive' | 'remove'

/** Which cases are listed: those in use, or those put away. */
export type CaseShelf = 'current' | 'archived'

/** A case of the list under the name that it is shown by. */
export interface CaseRow {
  readonly summary: CaseSummary
  readonly name: string
}

interface CaseChoice {
  readonly text: string
  readonly shelf: CaseShelf
  readonly order: CaseOrder
  readonly locale: string
}

type Key = string | number

/** What an order goes by: the larger or later comes first, but the nearer day before the farther. */
const KEYS: Readonly<Record<Exclude<CaseOrder, 'name'>, (summary: CaseSummary) => Key>> = {
  opened: ({ openedAt }) => openedAt,
  changed: ({ updatedAt }) => updatedAt,
  owed: ({ brief }) => brief?.owed ?? -1,
  late: ({ brief }) => brief?.daysLate ?? -1,
  next: ({ brief }) => brief?.next ?? '9999-12-31',
}

/** The cases of a shelf that hold every word that was typed, in the order that was chosen. */
export function caseRows(
  rows: readonly CaseRow[],
  { text, shelf, order, locale }: CaseChoice,
): readonly CaseRow[] {
  const words = text.trim().toLowerCase().split(/\s+/)
  const found = rows.filter(({ summary, name }) => {
    const own = `${name} ${summary.debtor}`.toLowerCase()
    return (
      summary.isArchived === (shelf === 'archived') && words.every((word) => own.includes(word))
    )
  })
  const names = new Intl.Collator(locale, { numeric: true })
  const byName = (a: CaseRow, b: CaseRow): number => names.compare(a.name, b.name)
  if (order === 'name') return found.toSorted(byName)
  const key = KEYS[order]
  const sign = order === 'next' ? -1 : 1
  return found.toSorted((a, b) => {
    const [mine, theirs] = [key(a.summary), key(b.summary)]
    return mine === theirs ? byName(a, b) : mine < theirs ? sign : -sign
  })
}
