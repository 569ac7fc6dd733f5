import { parseDate, parseYuan, type CalendarDate, type Fen } from '../../../domain/kernel/index.ts'
import type { Path } from '../problem.ts'

/**
 * An object of the file as it was written, with its place. The checks read it directly, not the
 * decoded case, so that one bad value does not hide what is wrong elsewhere.
 */
export interface RawRecord {
  readonly fields: Readonly<Record<string, unknown>>
  readonly path: Path
}

export const rawRecord = (value: unknown, path: Path): RawRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { fields: value as Readonly<Record<string, unknown>>, path }
    : null

/** The object in a field, or null. */
export const childOf = (owner: RawRecord, name: string): RawRecord | null =>
  rawRecord(owner.fields[name], [...owner.path, name])

/** The objects in a list field; whatever else stands in it is skipped. */
export function membersOf(owner: RawRecord | null, name: string): RawRecord[] {
  const list = owner?.fields[name]
  if (owner === null || !Array.isArray(list)) return []
  return list.flatMap((member: unknown, index) => {
    const record = rawRecord(member, [...owner.path, name, index])
    return record === null ? [] : [record]
  })
}

/** The text in a field, or null where there is none. */
export function textIn(owner: RawRecord, name: string): string | null {
  const value = owner.fields[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export function dateIn(owner: RawRecord, name: string): CalendarDate | null {
  const reading = parseDate(textIn(owner, name) ?? '')
  return reading.ok ? reading.value : null
}

export function amountIn(owner: RawRecord, name: string): Fen | null {
  const reading = parseYuan(textIn(owner, name) ?? '')
  return reading.ok ? reading.value : null
}

/** Whether a field is left out or null. */
export const isAbsent = (owner: RawRecord, name: string): boolean =>
  owner.fields[name] === undefined || owner.fields[name] === null
