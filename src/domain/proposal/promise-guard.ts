import { byDayThenPressure, comingIn, expensesDue, type DueItem } from '../budget/index.ts'
import type { Case } from '../case/index.ts'
import {
  addDays,
  fen,
  laterDate,
  maxFen,
  monthOf,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { agreedDues } from './agreed-dues.ts'
import type { DatedAmount } from './types.ts'

/** An amount that a creditor wants to hear, and the day it would be paid on. */
export interface PromiseMade {
  readonly amount: Fen
  readonly on: CalendarDate
  readonly loan: string
}

/** Something that can't be paid in full on its day, and how much of it is missing then. */
export interface Shortfall {
  readonly on: CalendarDate
  /** The promise itself, a bill of the household, or what another loan was promised. */
  readonly kind: DueItem['kind'] | 'promise'
  /** Id of the expense or of the loan. */
  readonly id: string
  readonly missing: Fen
}

export interface PromiseAnswer {
  /** Keeps: cash stays at the reserve or above it. Uses the reserve: all is paid, from what was kept for the unforeseen. */
  readonly verdict: 'keeps' | 'uses-reserve' | 'breaks'
  /** The first thing that the promise leaves unpaid; null unless the verdict is `breaks`. */
  readonly breaks: Shortfall | null
  /** Cash at its lowest from the day of the promise on, all paid: negative where something breaks. */
  readonly lowest: { readonly on: CalendarDate; readonly cash: Fen }
  /** The most that could be promised for that day and kept, the reserve untouched. */
  readonly most: Fen
  /** What can't be paid even without the promise; null = nothing. */
  readonly alreadyShort: Shortfall | null
}

/** Two months past the promise hold every monthly bill, and every pay, at least once. */
const DAYS_AFTER = 62

/**
 * Whether a promise can be kept, by cash day by day: what comes in first, then rent, power and other
 * priority debts, then essentials, then what other loans were promised, then the rest, the promise
 * itself last. `today` has moved already. What the loan itself was to be paid in the month of the promise
 * counts as replaced by it.
 */
export function promiseGuard(
  facts: Case,
  promise: PromiseMade,
  today: CalendarDate,
): PromiseAnswer {
  const on = laterDate(promise.on, today)
  const window = { from: addDays(today, 1), to: addDays(on, DAYS_AFTER) }
  const { budget } = facts
  const incoming = comingIn(budget.incomes, window)
  const others = agreedDues(facts, today, window.to).filter(
    (due) => due.id !== promise.loan || monthOf(due.on) !== monthOf(on),
  )
  const due = [...expensesDue(budget, window), ...others].sort(byDayThenPressure)
  const without = walk({ cash: budget.cash, incoming, due })
  const lowestWithout = lowestFrom(without, { cash: budget.cash, on })
  const most = maxFen(ZERO_FEN, subtractFen(lowestWithout.cash, budget.reserve))
  const lowest = { ...lowestWithout, cash: subtractFen(lowestWithout.cash, promise.amount) }
  const promised = walk({ cash: budget.cash, incoming, due, promise: { ...promise, on } })
  const isKept = promise.amount <= most
  const isPaid = isKept || lowest.cash >= 0
  return {
    verdict: isKept ? 'keeps' : isPaid ? 'uses-reserve' : 'breaks',
    breaks: isPaid ? null : firstShort(promised.filter((step) => step.on >= on)),
    lowest,
    most,
    alreadyShort: firstShort(without),
  }
}

/** Cash after one thing was paid, or after the pay of a day came in. */
interface Step {
  readonly on: CalendarDate
  readonly kind: Shortfall['kind'] | 'income'
  readonly id: string
  readonly cash: Fen
}

interface Walk {
  readonly cash: Fen
  readonly incoming: readonly DatedAmount[]
  readonly due: readonly DueItem[]
  readonly promise?: PromiseMade
}

/** Everything that moves, in order, with the cash after it; it goes below zero where money is missing. */
function walk({ cash, incoming, due, promise }: Walk): readonly Step[] {
  const moves = [
    ...incoming.map(({ on, amount }) => ({
      on,
      amount: Number(amount),
      kind: 'income' as const,
      id: '',
    })),
    ...due.map(({ on, amount, kind, id }) => ({ on, amount: -amount, kind, id })),
    ...(promise === undefined
      ? []
      : [{ on: promise.on, amount: -promise.amount, kind: 'promise' as const, id: promise.loan }]),
  ]
  const rank = (kind: Step['kind']): number => (kind === 'income' ? 0 : kind === 'promise' ? 2 : 1)
  // Sorting keeps the order of what is equal: what is due stays as it was sorted before.
  moves.sort((a, b) => (a.on === b.on ? rank(a.kind) - rank(b.kind) : a.on < b.on ? -1 : 1))
  let left = Number(cash)
  return moves.map(({ on, amount, kind, id }) => {
    left += amount
    return { on, kind, id, cash: fen(left) }
  })
}

/** The least cash at the end of a day, from a day on. */
function lowestFrom(
  steps: readonly Step[],
  { cash, on }: { readonly cash: Fen; readonly on: CalendarDate },
): PromiseAnswer['lowest'] {
  const before = steps.findLast((step) => step.on <= on)
  const ends = steps.filter((step, index) => step.on > on && steps[index + 1]?.on !== step.on)
  return ends.reduce<PromiseAnswer['lowest']>(
    (lowest, step) => (step.cash < lowest.cash ? { on: step.on, cash: step.cash } : lowest),
    { on, cash: before?.cash ?? cash },
  )
}

/** The first thing that takes cash below zero, and by how much of its own amount. */
function firstShort(steps: readonly Step[]): Shortfall | null {
  const short = steps.find(({ kind, cash }) => kind !== 'income' && cash < 0)
  if (short === undefined || short.kind === 'income') return null
  const { on, kind, id, cash } = short
  return { on, kind, id, missing: fen(-cash) }
}
