import type { PaymentOrder } from '../case/index.ts'
import { fen, minFen, ZERO_FEN, type Fen } from '../kernel/index.ts'
import { dropPaid, unpaidRows, type LateBook } from './late-book.ts'
import type { Buckets } from './types.ts'

type RowPart = 'fees' | 'interest' | 'principal'

/** Charges on lateness itself, which belong to no due date. */
export interface LooseClaims {
  lateFees: Fen
  penalty: Fen
  lateInterest: Fen
}

type Step = keyof LooseClaims | readonly RowPart[]

/**
 * What a payment goes to first. A list names parts of one due date that are paid together before
 * the next due date has its turn.
 * - `oldest-instalment`: charges on lateness, then the oldest due date whole, then the next (what
 *   lenders' ledgers do, and Civil Code art. 560 among due dates: earlier due first).
 * - `costs-interest-principal`: Civil Code art. 561 over everything that is due: costs, interest
 *   (penalty interest first: it bears nothing further and is the oldest to be claimed), principal.
 * - `principal-first`: the contract's own order turned round, as some banks apply it to bad debts.
 *   Only where the contract says so; no statute we hold gives it.
 */
const STEPS: Readonly<Record<PaymentOrder, readonly Step[]>> = {
  'oldest-instalment': ['lateFees', 'penalty', 'lateInterest', ['fees', 'interest', 'principal']],
  'costs-interest-principal': [
    'lateFees',
    ['fees'],
    'penalty',
    'lateInterest',
    ['interest'],
    ['principal'],
  ],
  'principal-first': [['principal'], ['interest'], 'lateInterest', 'penalty', ['fees'], 'lateFees'],
}

const BUCKET_OF = { lateFees: 'fees', penalty: 'penalty', lateInterest: 'interest' } as const

/** The change that a payment makes: negative where it pays, and what is left of it as credit. */
type Allocation = { -readonly [Bucket in keyof Buckets]: Fen }

const nothingPaid = (credit: Fen): Allocation => ({
  principal: ZERO_FEN,
  interest: ZERO_FEN,
  penalty: ZERO_FEN,
  fees: ZERO_FEN,
  credit,
})

/** Pays a claim out of what is left of the money. Returns what stays unpaid of it. */
function take(paid: Allocation, claim: Fen, bucket: Exclude<keyof Buckets, 'credit'>): Fen {
  const part = minFen(paid.credit, claim)
  paid.credit = fen(paid.credit - part)
  paid[bucket] = fen(paid[bucket] - part)
  return fen(claim - part)
}

/** Takes money for what is due, in the loan's order. The claims and rows shrink by what they got. */
export function allocate(
  money: Fen,
  { loose, book }: { readonly loose: LooseClaims; readonly book: LateBook },
  order: PaymentOrder,
): Allocation {
  const paid = nothingPaid(money)
  const rows = unpaidRows(book)
  for (const step of STEPS[order]) {
    if (paid.credit === 0) break
    if (typeof step === 'string') {
      loose[step] = take(paid, loose[step], BUCKET_OF[step])
      continue
    }
    for (const row of rows) {
      for (const part of step) row[part] = take(paid, row[part], part)
    }
  }
  dropPaid(book)
  return paid
}

/** Takes money for a balance without instalments: costs, penalty, interest, principal (Civil Code art. 561), or that order turned round. */
export function payBalance(money: Fen, balance: Buckets, order: PaymentOrder): Allocation {
  const paid = nothingPaid(money)
  const steps = ['fees', 'penalty', 'interest', 'principal'] as const
  for (const bucket of order === 'principal-first' ? steps.toReversed() : steps) {
    take(paid, balance[bucket], bucket)
  }
  return paid
}
