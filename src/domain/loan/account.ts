import { fen, sumFen, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import type { Buckets, LedgerEventKind, LedgerLine } from './types.ts'

export const NOTHING: Buckets = {
  principal: ZERO_FEN,
  interest: ZERO_FEN,
  penalty: ZERO_FEN,
  fees: ZERO_FEN,
  credit: ZERO_FEN,
}

/** A ledger under construction: what is owed, and every line that led there. */
export interface Account {
  balance: Buckets
  readonly lines: LedgerLine[]
}

/** An account with the money just paid out. */
export function openAccount(on: CalendarDate, principal: Fen): Account {
  const account: Account = { balance: NOTHING, lines: [] }
  post(account, { on, kind: 'disbursed' }, { principal })
  return account
}

/** Writes one line: opening + change = closing in every bucket. A change of nothing writes none. */
export function post(
  account: Account,
  { on, kind }: { readonly on: CalendarDate; readonly kind: LedgerEventKind },
  parts: Partial<Buckets>,
): void {
  // Each bucket is named: a spread of parts costs more here than all the rest of a replay.
  const change: Buckets = {
    principal: parts.principal ?? ZERO_FEN,
    interest: parts.interest ?? ZERO_FEN,
    penalty: parts.penalty ?? ZERO_FEN,
    fees: parts.fees ?? ZERO_FEN,
    credit: parts.credit ?? ZERO_FEN,
  }
  if (isNothing(change)) return
  account.balance = addBuckets(account.balance, change)
  account.lines.push({ on, kind, change, balance: account.balance })
}

export const isNothing = ({ principal, interest, penalty, fees, credit }: Buckets): boolean =>
  principal === 0 && interest === 0 && penalty === 0 && fees === 0 && credit === 0

const addBuckets = (a: Buckets, b: Buckets): Buckets => ({
  principal: fen(a.principal + b.principal),
  interest: fen(a.interest + b.interest),
  penalty: fen(a.penalty + b.penalty),
  fees: fen(a.fees + b.fees),
  credit: fen(a.credit + b.credit),
})

/** What has to change for one balance to become another. */
export const bucketsBetween = (from: Buckets, to: Buckets): Buckets => ({
  principal: fen(to.principal - from.principal),
  interest: fen(to.interest - from.interest),
  penalty: fen(to.penalty - from.penalty),
  fees: fen(to.fees - from.fees),
  credit: fen(to.credit - from.credit),
})

/** Everything owed, money paid ahead left out. */
export const owedIn = ({ principal, interest, penalty, fees }: Buckets): Fen =>
  sumFen([principal, interest, penalty, fees])
