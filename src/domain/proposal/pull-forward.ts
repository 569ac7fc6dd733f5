import { fen, sumFen, type Fen } from '../kernel/index.ts'
import { dayIndex } from './day-cash.ts'
import type { Route } from './route.ts'
import type { DatedAmount } from './types.ts'
import type { Means, Walked } from './walk.ts'

/**
 * Old charges bear nothing, so that a solver does not care when they are paid; a person does. Once a
 * loan's principal is gone, each later part is paid on the earliest of its days on which there is money
 * for it. The total stays the same.
 */
export function pullForward(
  walked: readonly Walked[],
  routes: readonly Route[],
  means: Means,
): readonly Walked[] {
  const unused = unusedByDay(walked, means)
  return walked.map((each, index) => {
    const open = routes[index]?.open ?? null
    const chargesLeft = open === null ? 0 : sumFen(open.parts)
    const from = open === null ? -1 : each.balances.findIndex(({ amount }) => amount < chargesLeft)
    return from === -1 ? each : pulled(each, from, { unused, means })
  })
}

function unusedByDay(walked: readonly Walked[], { days, rooms }: Means): number[] {
  const unused = [...rooms]
  for (const { on, amount } of walked.flatMap(({ payments }) => payments)) {
    for (let day = dayIndex(days, on); day < unused.length; day += 1)
      unused[day] = (unused[day] ?? 0) - amount
  }
  return unused
}

/** Moves the payments after an index to earlier payment days, as far as unused money reaches. */
function pulled(
  { payments, balances }: Walked,
  from: number,
  { unused, means }: { readonly unused: number[]; readonly means: Means },
): Walked {
  const amounts = payments.map(({ amount }): number => amount)
  const dayOf = payments.map(({ on }) => dayIndex(means.days, on))
  for (let late = from + 1; late < payments.length; late += 1) {
    for (let early = from; early < late; early += 1) {
      move(amounts, { early, late, unused, start: dayOf[early] ?? 0, end: dayOf[late] ?? 0 })
    }
  }
  const moved = payments.map(({ on }, index): DatedAmount => ({
    on,
    amount: fen(amounts[index] ?? 0),
  }))
  return {
    payments: moved.filter(({ amount }) => amount > 0),
    balances: balances
      .map(({ on, amount }, index) => ({
        on,
        amount: index < from ? amount : restAfter(moved, index),
      }))
      .filter((_, index) => (amounts[index] ?? 0) > 0),
  }
}

interface Move {
  readonly early: number
  readonly late: number
  readonly unused: number[]
  readonly start: number
  readonly end: number
}

function move(amounts: number[], { early, late, unused, start, end }: Move): void {
  const most = Math.min(amounts[late] ?? 0, ...unused.slice(start, end))
  if (most <= 0) return
  for (let day = start; day < end; day += 1) unused[day] = (unused[day] ?? 0) - most
  amounts[early] = (amounts[early] ?? 0) + most
  amounts[late] = (amounts[late] ?? 0) - most
}

const restAfter = (payments: readonly DatedAmount[], index: number): Fen =>
  sumFen(payments.slice(index + 1).map(({ amount }) => amount))
