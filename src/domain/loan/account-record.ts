import { dateOfDayNumber, fen, type CalendarDate, type Fen, type Whole } from '../kernel/index.ts'
import {
  lateAmount,
  type DailyRate,
  type LateAmounts,
  type OverdueCharge,
} from './overdue-charge.ts'

/** Money that bore a charge for some days: amount × days × numerator ÷ denominator, not rounded. */
export interface ChargeStretch {
  readonly bucket: OverdueCharge['bucket']
  /** Money past its due date, principal that is not due, or a revolving balance. */
  readonly what: 'late' | 'not-due' | 'balance'
  readonly from: CalendarDate
  readonly days: number
  readonly amount: Fen
  readonly numerator: number
  readonly denominator: Whole
}

/** A missed due date and what it cost, once. */
export interface ChargedLateFee {
  readonly dueOn: CalendarDate
  readonly on: CalendarDate
  readonly unpaid: Fen
  readonly fee: Fen
}

/** What a replay writes down for an explanation. */
export interface AccountRecord {
  /** In the order of time; a charge of grace days waits for its due date to be missed. */
  readonly charges: { readonly stretch: ChargeStretch; waitsFor: number | null }[]
  readonly lateFees: ChargedLateFee[]
}

export const openRecord = (): AccountRecord => ({ charges: [], lateFees: [] })

/** Writes down a charge on late money; nothing is written where nothing is explained or charged. */
export function noteCharge(
  record: AccountRecord | null,
  charge: OverdueCharge,
  {
    amounts,
    days,
    at,
    waitsFor,
  }: {
    readonly amounts: LateAmounts
    readonly days: number
    readonly at: number
    readonly waitsFor: number | null
  },
): void {
  if (record === null) return
  const { bucket, bears, lateNumerator, otherNumerator, denominator } = charge
  const note = (what: ChargeStretch['what'], amount: number, numerator: number): void => {
    if (amount === 0 || numerator === 0) return
    const from = dateOfDayNumber(at)
    const stretch = { bucket, what, from, days, amount: fen(amount), numerator, denominator }
    record.charges.push({ stretch, waitsFor })
  }
  note('late', lateAmount(bears, amounts), lateNumerator)
  if (bears.otherPrincipal) note('not-due', amounts.otherPrincipal, otherNumerator)
}

/** Writes down ordinary interest on a revolving balance. */
export function noteInterest(
  record: AccountRecord | null,
  { numerator, denominator }: DailyRate,
  {
    amount,
    days,
    from,
  }: { readonly amount: number; readonly days: number; readonly from: CalendarDate },
): void {
  if (record === null || amount === 0 || numerator === 0 || days === 0) return
  const stretch = {
    bucket: 'interest',
    what: 'balance',
    from,
    days,
    numerator,
    denominator,
  } as const
  record.charges.push({ stretch: { ...stretch, amount: fen(amount) }, waitsFor: null })
}

/** The grace days of a due date are over: what was waiting for it counts. */
export function countWaiting(record: AccountRecord | null, index: number): void {
  for (const entry of record?.charges ?? []) if (entry.waitsFor === index) entry.waitsFor = null
}

/**
 * The charges that count, stretches that follow each other on the same money at the same rate as
 * one: the exact sum is the same, and there is less to read.
 */
export function countedCharges({ charges }: AccountRecord): readonly ChargeStretch[] {
  const merged: ChargeStretch[] = []
  for (const { stretch, waitsFor } of charges) {
    if (waitsFor !== null) continue
    const index = merged.findLastIndex(
      ({ bucket, what }) => bucket === stretch.bucket && what === stretch.what,
    )
    const last = merged[index]
    if (last !== undefined && continues(last, stretch)) {
      merged[index] = { ...last, days: last.days + stretch.days }
    } else merged.push(stretch)
  }
  return merged
}

const continues = (last: ChargeStretch, next: ChargeStretch): boolean =>
  last.amount === next.amount &&
  last.numerator === next.numerator &&
  last.denominator === next.denominator
