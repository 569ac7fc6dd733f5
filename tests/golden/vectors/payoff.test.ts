import { describe, expect, it } from 'vitest'
import type { Loan, Payment } from '../../../src/domain/case/index.ts'
import {
  addMonths,
  fen,
  fractionOf,
  minFen,
  rateOf,
  subtractFen,
  sumFen,
  type Fen,
} from '../../../src/domain/kernel/index.ts'
import { buildSchedule, replayLoan } from '../../../src/domain/loan/index.ts'
import { aLoan, aPayment, day, yuan } from '../../support/builders.ts'
import { payoffCases, type PayoffCase, type PayoffDebt } from '../../support/vectors.ts'

/*
 * Published ways out of debt, each debt as revolving credit of ours: a month is a twelfth of the year (30/360),
 * interest first, then the payment. Convention: they round a month's interest to the cent, our ledger keeps it
 * exact and rounds what it writes; a debt differs by at most half a cent a month and what follows from it.
 */
const START = day('2025-01-10')
const FIRST = day('2025-02-10')

const annual = (rate: number) => rateOf(Math.round(rate * 1e4), 1e4, 'year')

function loanOf({ id, balance, annualRate, minimum, promo }: PayoffDebt): Loan {
  const rates =
    promo === undefined
      ? { rate: annual(annualRate), rateChanges: [] }
      : {
          rate: annual(promo.rate),
          rateChanges: [{ on: addMonths(START, promo.months), rate: annual(annualRate) }],
        }
  return aLoan({
    id,
    kind: 'revolving',
    method: 'minimum-payment',
    principal: yuan(balance),
    term: null,
    disbursedOn: START,
    firstDueOn: FIRST,
    dayCount: '30/360',
    minimumPayment: { fraction: fractionOf(0, 1), floor: yuan(minimum) },
    ...rates,
  })
}

interface PaidOff {
  readonly months: number
  readonly totalInterest: Fen
  readonly clearedMonth: Readonly<Record<string, number>>
}

/** Pays every minimum, then the rest of the budget by rank, and sees what our ledger says each month. */
function payOff({ debts, monthlyBudget }: PayoffCase, rank: readonly string[]): PaidOff {
  const loans = debts.map((debt) => ({ loan: loanOf(debt), minimum: yuan(debt.minimum) }))
  const ranked = rank.flatMap((id) => loans.filter(({ loan }) => loan.id === id))
  const budget = yuan(monthlyBudget ?? 0)
  const clearedMonth: Record<string, number> = {}
  const payments: Payment[] = []
  for (let month = 1; month <= 600; month += 1) {
    const on = addMonths(FIRST, month - 1)
    const owed = (loan: Loan): Fen => replayLoan(loan, payments, on).owedNow
    const open = ranked.filter(({ loan }) => owed(loan) > 0)
    let left = budget
    const pay = (loan: Loan, most: Fen): void => {
      const amount = minFen(most, owed(loan))
      payments.push(aPayment({ id: String(payments.length), loan: loan.id, on, amount }))
      left = subtractFen(left, amount)
      if (owed(loan) === 0) clearedMonth[loan.id] ??= month
    }
    for (const { loan, minimum } of open) pay(loan, minFen(minimum, left))
    for (const { loan } of open) pay(loan, left)
    if (open.every(({ loan }) => owed(loan) === 0)) break
  }
  const paid = sumFen(payments.map(({ amount }) => amount))
  const lent = sumFen(loans.map(({ loan }) => loan.principal))
  return {
    months: Math.max(...Object.values(clearedMonth)),
    totalInterest: subtractFen(paid, lent),
    clearedMonth,
  }
}

const caseOf = (id: string): PayoffCase => {
  const found = payoffCases.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no case ${id}`)
  return found
}

const rowsOf = (loan: Loan) => {
  const built = buildSchedule(loan)
  if (!built.ok) throw new Error(built.problem)
  return built.value.instalments
}

/** Smallest balance first; highest rate first, a promotion by what comes after it. */
const RANKS = {
  'UK3-snowball': ['store', 'loan', 'card'],
  'PROMO3-avalanche': ['promo', 'card', 'car'],
  'PROMO3-minimums-rolled': ['promo', 'card', 'car'],
} as const

describe('published ways out of debt', () => {
  it.each(Object.entries(RANKS))('%s', (id, rank) => {
    const published = caseOf(id)
    const found = payOff(published, rank)
    const { months = 0, totalInterest = 0, clearedMonth = {} } = published.recomputed ?? {}
    expect(found.months).toBe(months)
    expect(found.clearedMonth).toEqual(clearedMonth)
    const rounding = (months * published.debts.length) / 2
    expect(Math.abs(found.totalInterest - totalInterest * 100)).toBeLessThanOrEqual(rounding)
  })

  it('UK3-minimums-only: each debt by its minimum, to the cent', () => {
    const { debts, expected, recomputed } = caseOf('UK3-minimums-only')
    const schedules = debts.map((debt) => ({ id: debt.id, rows: rowsOf(loanOf(debt)) }))
    const interest = schedules.flatMap(({ rows }) => rows.map((row) => row.interest))
    expect(sumFen(interest)).toBe(yuan(expected.totalInterest ?? 0))
    expect(Object.fromEntries(schedules.map(({ id, rows }) => [id, rows.length]))).toEqual(
      recomputed?.clearedMonth,
    )
  })

  it('LOAN60: equal instalments, to the cent', () => {
    const { debts, expected } = caseOf('LOAN60')
    const [debt] = debts
    const rows = rowsOf(
      aLoan({
        principal: yuan(debt?.balance ?? 0),
        term: expected.months ?? 0,
        rate: annual(debt?.annualRate ?? 0),
        disbursedOn: START,
        firstDueOn: FIRST,
      }),
    )
    expect(rows[0]).toMatchObject({ payment: 19_333, interest: 5000, principal: 14_333 })
    expect(rows[0]?.balance).toBe(985_667)
    expect(rows[58]?.balance).toBe(19_225)
    expect(rows[59]?.payment).toBe(19_321)
    expect(sumFen(rows.map(({ payment }) => payment))).toBe(yuan(expected.totalPaid ?? 0))
  })

  it('ZERO: nothing but the principal', () => {
    const [debt] = caseOf('ZERO').debts
    const rows = debt === undefined ? [] : rowsOf(loanOf(debt))
    expect(rows.map(({ payment }) => payment)).toEqual(
      Array.from({ length: 10 }, () => fen(10_000)),
    )
  })

  it('TRAP: a minimum below the interest never clears', () => {
    const [debt] = caseOf('TRAP').debts
    expect(debt === undefined ? null : buildSchedule(loanOf(debt))).toEqual({
      ok: false,
      problem: 'never-clears',
    })
  })

  it('are all looked at', () => {
    const seen = [...Object.keys(RANKS), 'UK3-minimums-only', 'LOAN60', 'ZERO', 'TRAP']
    expect(payoffCases.map(({ id }) => id).sort()).toEqual(seen.sort())
  })
})
