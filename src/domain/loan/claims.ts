import { fen, minFen, sumFen, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import type { Buckets } from './types.ts'

type OwedBucket = Exclude<keyof Buckets, 'credit'>

/** An amount that is due, and in which bucket it lies. It shrinks as it is paid. */
export interface Claim {
  readonly bucket: OwedBucket
  /** The due date it belongs to; null for charges on lateness itself. */
  readonly dueOn: CalendarDate | null
  amount: Fen
}

export const aClaim = (
  bucket: OwedBucket,
  dueOn: CalendarDate | null = null,
  amount = ZERO_FEN,
): Claim => ({ bucket, dueOn, amount })

/** Takes money for claims in their order. Returns what it paid by bucket, and what is left of it. */
export function payClaims(
  money: Fen,
  claims: readonly Claim[],
): { readonly paid: Readonly<Partial<Record<OwedBucket, Fen>>>; readonly left: Fen } {
  const paid: Partial<Record<OwedBucket, Fen>> = {}
  let left = money
  for (const claim of claims) {
    const part = minFen(left, claim.amount)
    if (part <= 0) continue
    claim.amount = fen(claim.amount - part)
    paid[claim.bucket] = fen((paid[claim.bucket] ?? 0) + part)
    left = fen(left - part)
  }
  return { paid, left }
}

/** What was paid, as the change it makes to the buckets. */
export const negated = (
  paid: Readonly<Partial<Record<OwedBucket, Fen>>>,
): Partial<Record<OwedBucket, Fen>> =>
  Object.fromEntries(Object.entries(paid).map(([name, amount]) => [name, fen(-amount)]))

export const sumClaims = (claims: readonly Claim[]): Fen =>
  sumFen(claims.map(({ amount }) => amount))

/** The earliest due date among claims that are not fully paid. */
export function oldestUnpaid(claims: readonly Claim[]): CalendarDate | null {
  let oldest: CalendarDate | null = null
  for (const { dueOn, amount } of claims) {
    if (amount > 0 && dueOn !== null && (oldest === null || dueOn < oldest)) oldest = dueOn
  }
  return oldest
}
