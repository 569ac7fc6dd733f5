import type { DueItem } from '../budget/index.ts'
import type { Agreement, Case, Loan, Payment } from '../case/index.ts'
import {
  addDays,
  laterDate,
  minFen,
  subtractFen,
  sumFen,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { contractPayments } from './contract-payments.ts'
import { debtsOf, type Debt } from './debt.ts'
import type { DatedAmount } from './types.ts'

/**
 * What lenders are owed by agreement from the day after `on` to a day: the instalments of the latest
 * agreement, else those of the accepted plan, less what was paid on them since; where a loan has
 * neither and is not late, its contract's own. A loan that is late without an agreement has no day on
 * which it waits for an amount. What should have been paid by now falls on the first day.
 */
export function agreedDues(facts: Case, on: CalendarDate, to: CalendarDate): readonly DueItem[] {
  const first = addDays(on, 1)
  return debtsOf(facts, [], on).flatMap((debt) =>
    duesOf(facts, debt, on)
      .map((due) => ({ ...due, on: laterDate(due.on, first) }))
      .filter((due) => due.on <= to && due.amount > 0)
      .map((due) => ({ ...due, kind: 'loan' as const, id: debt.loan.id })),
  )
}

function duesOf(facts: Case, debt: Debt, on: CalendarDate): readonly DatedAmount[] {
  const { loan, isLate } = debt
  const promised = latestAgreement(loan) ?? planOf(facts, loan)
  if (promised !== null) return unpaid(promised, facts.payments, loan)
  return isLate ? [] : contractPayments(debt, on).payments
}

interface Promised {
  readonly since: CalendarDate
  readonly instalments: readonly DatedAmount[]
}

/** The agreement made last that names its instalments. */
function latestAgreement({ agreements }: Loan): Promised | null {
  const latest = agreements
    .filter(({ instalments }) => instalments.length > 0)
    .reduce<Agreement | null>(
      (last, one) => (last === null || one.signedOn >= last.signedOn ? one : last),
      null,
    )
  if (latest === null) return null
  return {
    since: latest.signedOn,
    instalments: latest.instalments.map(({ dueOn, amount }) => ({ on: dueOn, amount })),
  }
}

function planOf({ plan }: Case, loan: Loan): Promised | null {
  const instalments = plan?.instalments.filter((instalment) => instalment.loan === loan.id) ?? []
  if (plan === null || instalments.length === 0) return null
  return {
    since: plan.acceptedOn,
    instalments: instalments.map(({ dueOn, amount }) => ({ on: dueOn, amount })),
  }
}

/** Instalments less what was paid since they were promised, the oldest first. */
function unpaid(
  { since, instalments }: Promised,
  payments: readonly Payment[],
  loan: Loan,
): readonly DatedAmount[] {
  let money: Fen = sumFen(
    payments
      .filter((payment) => payment.loan === loan.id && payment.on >= since)
      .filter(({ reversedOn }) => reversedOn === null)
      .map(({ amount }) => amount),
  )
  return instalments
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, amount }) => {
      const paid = minFen(money, amount)
      money = subtractFen(money, paid)
      return { on, amount: subtractFen(amount, paid) }
    })
}
