import type { Payment } from '../case/index.ts'
import { type CalendarDate } from '../kernel/index.ts'
import { bucketsBetween, isNothing, NOTHING } from './account.ts'
import type { Replayed } from './replay-instalments.ts'
import type { LedgerLine } from './types.ts'

type Replay = (payments: readonly Payment[], on: CalendarDate) => Replayed

/**
 * Replays payments of which some were taken back. A reversed payment counts on every day before
 * its reversal. On the day of the reversal one line turns the account into what it would be had the
 * payment never been made: its allocation is undone, what it kept from being charged is charged, and
 * later payments go where they would have gone. So from that day on the balance is that of a replay
 * without it, to the fen, and the ledger still shows what happened before.
 * A payment taken back on the day it was made never counts.
 */
export function withReversals(
  payments: readonly Payment[],
  on: CalendarDate,
  replay: Replay,
): { readonly replayed: Replayed; readonly counting: readonly Payment[] } {
  const counting = stillPaid(payments, on)
  const replayed = replay(counting, on)
  if (counting.length === payments.length) return { replayed, counting }
  const days = [...new Set(payments.flatMap((payment) => reversalOf(payment, on)))].sort()
  const lines: LedgerLine[] = []
  let before = payments.filter(
    (payment) => payment.reversedOn === null || payment.reversedOn > payment.on,
  )
  let [from, opening]: [CalendarDate | null, LedgerLine['balance']] = [null, NOTHING]
  for (const day of [...days, null]) {
    const whole = day === null ? replayed.account.lines : replay(before, day).account.lines
    const earlier = from === null ? [] : whole.filter((line) => from !== null && line.on < from)
    const balance = earlier.at(-1)?.balance ?? NOTHING
    if (from !== null) pushReversal(lines, { on: from, from: opening, to: balance })
    const piece = whole.slice(earlier.length).filter((line) => day === null || line.on < day)
    lines.push(...piece)
    ;[from, opening] = [day, lines.at(-1)?.balance ?? NOTHING]
    before = before.filter(({ reversedOn }) => reversedOn !== day)
  }
  return { replayed: { ...replayed, account: { ...replayed.account, lines } }, counting }
}

/** The payments that no reversal has undone by a day. */
export const stillPaid = (payments: readonly Payment[], on: CalendarDate): readonly Payment[] =>
  payments.filter(({ reversedOn }) => reversedOn === null || reversedOn > on)

const reversalOf = ({ on: paidOn, reversedOn }: Payment, on: CalendarDate): CalendarDate[] =>
  reversedOn !== null && reversedOn <= on && reversedOn > paidOn ? [reversedOn] : []

function pushReversal(
  lines: LedgerLine[],
  {
    on,
    from,
    to,
  }: {
    readonly on: CalendarDate
    readonly from: LedgerLine['balance']
    readonly to: LedgerLine['balance']
  },
): void {
  const change = bucketsBetween(from, to)
  if (!isNothing(change)) lines.push({ on, kind: 'reversed', change, balance: to })
}
