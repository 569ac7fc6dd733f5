import type { Case } from '../../domain/case/index.ts'
import { headBody, membersIn, type Member } from '../database/row-codec.ts'
import {
  MEMBER_TABLES,
  type MemberTable,
  type RowBody,
  type RowChange,
  type RowContent,
} from '../database/rows.ts'
import { memberOrders } from './member-order.ts'

/** What differs in one table between two states of a case. */
export interface TableDifference {
  readonly table: MemberTable
  /** Bodies of the members that are new or say something else. */
  readonly written: ReadonlyMap<string, RowBody>
  readonly removed: readonly string[]
  /** All ids in their new order; null when the order is as it was and no row but `written` matters. */
  readonly sequence: readonly string[] | null
}

/** The tables in which two states of a case differ. */
export const differingTables = (before: Case, after: Case): readonly TableDifference[] =>
  MEMBER_TABLES.flatMap((table) => {
    const difference = differenceIn(table, membersIn[table](before), membersIn[table](after))
    const isSame = difference.written.size === 0 && difference.sequence === null
    return isSame ? [] : [difference]
  })

/** The new body of the case's own row, or null when it says the same. */
export function differingHead(before: Case, after: Case): RowBody | null {
  const body = headBody(after)
  return isSameBody(headBody(before), body) ? null : body
}

function differenceIn(
  table: MemberTable,
  before: readonly Member[],
  after: readonly Member[],
): TableDifference {
  const known = new Map(before.map((member) => [member.id, member]))
  const wanted = new Set(after.map(({ id }) => id))
  const written = after.filter((member) => !isSameMember(known.get(member.id), member))
  const isSameSequence =
    before.length === after.length && before.every(({ id }, index) => id === after[index]?.id)
  return {
    table,
    written: new Map(written.map((member) => [member.id, member.body()])),
    removed: before.map(({ id }) => id).filter((id) => !wanted.has(id)),
    sequence: isSameSequence ? null : after.map(({ id }) => id),
  }
}

const isSameMember = (before: Member | undefined, after: Member): boolean =>
  before !== undefined &&
  (before.record === after.record || isSameBody(before.body(), after.body()))

const isSameBody = (a: RowBody, b: RowBody): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The rows to write for a difference, given what the table holds now. */
export function rowChanges(
  { table, written, removed, sequence }: TableDifference,
  stored: ReadonlyMap<string, RowContent>,
): readonly RowChange[] {
  const orders = new Map([...stored].map(([id, { order }]) => [id, order]))
  const wanted = sequence === null ? orders : memberOrders(sequence, orders)
  const puts = (sequence ?? [...written.keys()]).flatMap((id): RowChange[] => {
    const before = stored.get(id) ?? null
    const body = written.get(id) ?? before?.body
    const order = wanted.get(id) ?? 0
    if (body === undefined || (body === before?.body && order === before.order)) return []
    return [{ table, id, before, after: { order, body } }]
  })
  const deletes = removed.flatMap((id): RowChange[] => {
    const before = stored.get(id)
    return before === undefined ? [] : [{ table, id, before, after: null }]
  })
  return [...puts, ...deletes]
}
