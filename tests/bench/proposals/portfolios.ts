import type { Case, Loan, Offer } from '../../../src/domain/case/index.ts'
import {
  addMonths,
  fen,
  nextRandom,
  rateOf,
  seedRandom,
  ZERO_FEN,
} from '../../../src/domain/kernel/index.ts'
import { aCase, aCreditor, aLoan, anExpense, anIncome, day } from '../../support/builders.ts'

export const on = day('2026-11-28')

/** One loan in equal instalments: fen, percent a year, months, fen a month. */
export interface PlainLoan {
  readonly principal: number
  readonly yearly: number
  readonly months: number
  readonly minimum: number
  /** What its creditor takes instead of all of it, until the end of a month. */
  readonly settlement: { readonly amount: number; readonly within: number } | null
}

export interface Portfolio {
  readonly loans: readonly PlainLoan[]
  /** Fen a month for all of them. */
  readonly budget: number
}

export interface Shape {
  readonly loans: readonly [least: number, most: number]
  readonly months: readonly [least: number, most: number]
  /** The part of the loans with a settlement offer. */
  readonly offers: number
}

/** The nth portfolio of a shape: the same on every machine. */
export function portfolioOf({ loans, months, offers }: Shape, n: number): Portfolio {
  const random = new Uint32Array(4)
  seedRandom(random, 20_261_128, n)
  const between = ([least, most]: readonly [number, number]): number =>
    least + (nextRandom(random) % (most - least + 1))
  const chosen = Array.from({ length: between(loans) }, (): PlainLoan => {
    const principal = between([10, 500]) * 10_000
    const yearly = between([4, 36])
    const term = between(months)
    const isOffered = between([1, 1000]) <= offers * 1000
    const settlement = {
      amount: Math.floor((principal * between([40, 95])) / 100),
      within: between([2, 12]),
    }
    return {
      principal,
      yearly,
      months: term,
      minimum: Math.ceil(instalment(principal, yearly, term)),
      settlement: isOffered ? settlement : null,
    }
  })
  const least = chosen.reduce((sum, { minimum }) => sum + minimum, 0)
  return { loans: chosen, budget: Math.ceil((least * (100 + between([1, 60]))) / 100) }
}

function instalment(principal: number, yearly: number, months: number): number {
  const rate = yearly / 1200
  return (principal * rate) / (1 - (1 + rate) ** -months)
}

const offerOf = ({ settlement }: PlainLoan): readonly Offer[] =>
  settlement === null
    ? []
    : [
        {
          id: 'o',
          kind: 'settlement',
          amount: fen(settlement.amount),
          months: null,
          rate: null,
          deadline: addMonths(on, settlement.within),
          confirmedInWriting: true,
        },
      ]

const loanOf = (plain: PlainLoan, index: number): Loan =>
  aLoan({
    id: `l${String(index)}`,
    creditor: `c${String(index)}`,
    principal: fen(plain.principal),
    received: fen(plain.principal),
    rate: rateOf(plain.yearly, 100, 'year'),
    term: plain.months,
    disbursedOn: on,
    firstDueOn: addMonths(on, 1),
    dueDay: 28,
    dayCount: '30/360',
    offers: offerOf(plain),
  })

/** A household that has nothing but its budget, all of it for the creditors. */
export const caseOf = ({ loans, budget }: Portfolio): Case =>
  aCase({
    budget: {
      cash: ZERO_FEN,
      reserve: ZERO_FEN,
      cushionFraction: { numerator: 0, denominator: 1 },
      surprise: null,
      incomes: [anIncome({ amount: fen(budget), day: 1 })],
      expenses: [anExpense({ amount: ZERO_FEN })],
    },
    creditors: loans.map((_, index) => aCreditor({ id: `c${String(index)}` })),
    loans: loans.map(loanOf),
  })

/** What a planner says: interest in fen, months, and how much of the budget of those months is used. */
export interface Verdict {
  readonly interest: number
  readonly months: number
  readonly used: number
}

/**
 * Dearest first, without any rounding: every loan its minimum, all that is left to the dearest, what a
 * cleared loan no longer takes to the next.
 */
export function referenceOf({ loans, budget }: Portfolio): Verdict {
  const order = loans.toSorted((a, b) => b.yearly - a.yearly)
  const owed = order.map(({ principal }) => principal)
  let [interest, months, paid] = [0, 0, 0]
  while (owed.some((amount) => amount > 1e-6)) {
    months += 1
    let room = budget
    order.forEach(({ yearly, minimum }, at) => {
      const borne = ((owed[at] ?? 0) * yearly) / 1200
      interest += borne
      const amount = Math.min(minimum, (owed[at] ?? 0) + borne)
      owed[at] = (owed[at] ?? 0) + borne - amount
      room -= amount
      paid += amount
    })
    owed.forEach((left, at) => {
      const more = Math.min(left, Math.max(0, room))
      owed[at] = left - more
      room -= more
      paid += more
    })
  }
  return { interest, months, used: paid / (budget * months) }
}
