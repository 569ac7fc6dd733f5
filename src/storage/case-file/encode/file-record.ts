import type { Carried } from '../../../domain/case/index.ts'
import { formatFraction, type Fraction, type Rate } from '../../../domain/kernel/index.ts'

/** An object of the case file: what `JSON.stringify` writes. */
export type FileRecord = Readonly<Record<string, unknown>>

/**
 * The known fields in their order without those left undefined, then what the record carries
 * without knowing it.
 */
export function fileRecord(known: FileRecord, carried: Carried): FileRecord {
  const written = Object.entries(known).filter(([, value]) => value !== undefined)
  return Object.fromEntries([...written, ...Object.entries(carried.extra ?? {})])
}

/** A value to be left out of the file when it is null. */
export const known = <Value>(value: Value | null): Value | undefined => value ?? undefined

/** The written form of a value, left out when it is null. */
export const knownAs = <Value, Written>(
  value: Value | null,
  write: (value: Value) => Written,
): Written | undefined => (value === null ? undefined : write(value))

/** Text that is left out when it is empty. */
export const filled = (text: string): string | undefined => (text === '' ? undefined : text)

/** A list that is left out when it is empty. */
export const listed = <Member>(list: readonly Member[]): readonly Member[] | undefined =>
  list.length === 0 ? undefined : list

export const encodeRate = (rate: Rate & Carried): FileRecord =>
  fileRecord({ value: formatFraction(rate satisfies Fraction), per: rate.per }, rate)
