import { fen, sumFen, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import type { Buckets, LedgerEventKind, LedgerLine } from './types.ts'

type BucketName = keyof Buckets

const EMPTY: Buckets = {
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

export const openAccount = (): Account => ({ balance: EMPTY, lines: [] })

/** Writes one line: opening + change = closing in every bucket. A change of nothing writes none. */
export function post(
  account: Account,
  line: { readonly on: CalendarDate; readonly kind: LedgerEventKind },
  change: Partial<Buckets>,
): void {
  const full = { ...EMPTY, ...change }
  if (Object.values(full).every((amount) => amount === 0)) return
  account.balance = mapBuckets((name) => fen(account.balance[name] + full[name]))
  account.lines.push({ ...line, change: full, balance: account.balance })
}

const mapBuckets = (amountOf: (name: BucketName) => Fen): Buckets => ({
  principal: amountOf('principal'),
  interest: amountOf('interest'),
  penalty: amountOf('penalty'),
  fees: amountOf('fees'),
  credit: amountOf('credit'),
})

/** Everything owed, money paid ahead left out. */
export const owedIn = ({ principal, interest, penalty, fees }: Buckets): Fen =>
  sumFen([principal, interest, penalty, fees])
