import type { Payment, PlanInstalment } from '../case/index.ts'
import { minFen, subtractFen, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'

/** A part of a payment, with the instalment that it pays. */
export interface PaidPiece {
  /** null = beyond every instalment of the plan. */
  readonly dueOn: CalendarDate | null
  readonly on: CalendarDate
  readonly amount: Fen
}

/** What payments of one loan do to its instalments: the oldest due date is paid first, whatever the day. */
export function matchPayments(
  instalments: readonly PlanInstalment[],
  payments: readonly Payment[],
): readonly PaidPiece[] {
  const open = instalments
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map(({ dueOn, amount }) => ({ dueOn, left: amount }))
  const pieces: PaidPiece[] = []
  let at = 0
  for (const { on, amount } of inDayOrder(payments)) {
    let money: Fen = amount
    while (money > 0) {
      const instalment = open[at]
      if (instalment === undefined) {
        pieces.push({ dueOn: null, on, amount: money })
        break
      }
      const part = minFen(money, instalment.left)
      if (part > 0) pieces.push({ dueOn: instalment.dueOn, on, amount: part })
      money = subtractFen(money, part)
      instalment.left = subtractFen(instalment.left, part)
      if (instalment.left === ZERO_FEN) at += 1
    }
  }
  return pieces
}

const inDayOrder = (payments: readonly Payment[]): readonly Payment[] =>
  payments.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
