import { comingIn, expensesDue, monthlyBudget, type DueItem } from '../budget/index.ts'
import { newPayment, type Case, type PlanInstalment } from '../case/index.ts'
import {
  addDays,
  addFen,
  fen,
  subtractFen,
  sumFen,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { agreedDues } from '../proposal/index.ts'
import { planProgress } from './plan-progress.ts'

/** How far ahead cash is looked at. */
export const DAYS_WATCHED = 60

/** Cash at the end of a day. */
export interface CashOnDay {
  readonly on: CalendarDate
  readonly cash: Fen
}

export interface CashWatch {
  readonly lowest: CashOnDay
  /** The first day that ends below the reserve, and how much is missing of it; null = none. */
  readonly below: (CashOnDay & { readonly missing: Fen }) | null
  /** What has to be paid on that day, the largest first. */
  readonly due: readonly DueItem[]
}

/**
 * Cash day by day for the next 60 days: the money at hand, what comes in, the household's expenses and
 * what lenders are owed by plan, agreement or contract. `on` itself has moved already.
 */
export function watchCash(facts: Case, on: CalendarDate): CashWatch {
  const { budget } = facts
  const window = { from: addDays(on, 1), to: addDays(on, DAYS_WATCHED) }
  const incoming = comingIn(budget.incomes, window)
  const due = [...expensesDue(budget, window), ...agreedDues(facts, on, window.to)]
  let [cash, lowest, below] = [budget.cash, { on, cash: budget.cash }, null as CashWatch['below']]
  for (let day = window.from; day <= window.to; day = addDays(day, 1)) {
    const came = sumFen(incoming.flatMap((each) => (each.on === day ? [each.amount] : [])))
    const went = sumFen(due.flatMap((each) => (each.on === day ? [each.amount] : [])))
    cash = fen(cash + came - went)
    if (cash < lowest.cash) lowest = { on: day, cash }
    if (below === null && cash < budget.reserve)
      below = { on: day, cash, missing: subtractFen(budget.reserve, cash) }
  }
  const first = below?.on
  return {
    lowest,
    below,
    due: due.filter((each) => each.on === first).toSorted((a, b) => b.amount - a.amount),
  }
}

/**
 * What it costs by the contract when an instalment is paid so many days late instead of on its day:
 * penalty interest, late fees and interest, by the ledger. 0 where the contract asks nothing for it.
 */
export function costOfLateness(facts: Case, instalment: PlanInstalment, days: number): Fen {
  const loan = facts.loans.find(({ id }) => id === instalment.loan)
  if (loan === undefined) return fen(0)
  const end = addDays(instalment.dueOn, days)
  const owedWhenPaid = (on: CalendarDate): Fen => {
    const paid = newPayment({ id: 'paid', loan: loan.id, on, amount: instalment.amount })
    return replayLoan(loan, [...facts.payments, paid], end).owedNow
  }
  return fen(Math.max(0, owedWhenPaid(end) - owedWhenPaid(instalment.dueOn)))
}

/** A figure of the plan's day and the same one now. */
export interface ThenAndNow {
  readonly then: Fen
  readonly now: Fen
}

/** What is different from the day on which the plan was accepted. */
export interface SincePlan {
  readonly acceptedOn: CalendarDate
  /** null where the figures of that day were not kept. */
  readonly income: ThenAndNow | null
  readonly expenses: ThenAndNow | null
  readonly owed: ThenAndNow | null
  /** Instalments that are late, and what they still lack. */
  readonly late: { readonly count: number; readonly amount: Fen }
}

/** What changed since the plan was accepted: the ground for asking to change it. Null without a plan. */
export function sincePlan(facts: Case, on: CalendarDate): SincePlan | null {
  const { plan } = facts
  const progress = planProgress(facts, on)
  if (plan === null || progress === null) return null
  const now = monthlyBudget(facts.budget, on)
  const { figures } = plan
  const loans = facts.loans.filter(({ id }) => figures?.owed.some(({ loan }) => loan === id))
  return {
    acceptedOn: plan.acceptedOn,
    income: figures && { then: figures.monthlyIncome, now: now.monthlyIncome },
    expenses: figures && {
      then: figures.monthlyExpenses,
      now: addFen(now.monthlyEssential, now.monthlyOther),
    },
    owed: figures && {
      then: sumFen(figures.owed.map(({ amount }) => amount)),
      now: sumFen(loans.map((loan) => replayLoan(loan, facts.payments, on).owedNow)),
    },
    late: {
      count: progress.instalments.filter(({ status }) => status === 'overdue').length,
      amount: progress.overdue,
    },
  }
}
