import type { Case } from '../../domain/case/index.ts'
import {
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Result,
} from '../../domain/kernel/index.ts'
import type { LoanState, Schedule, ScheduleProblem } from '../../domain/loan/index.ts'
import type { PlanProgress } from '../../domain/plan/index.ts'
import type { LoanBalances } from '../shared/balance-months.ts'

/** What a picture of the debt going down is drawn from. */
export type BalanceSource = 'plan' | 'proposal' | 'contract'

/** The accepted plan: what of its instalments has not been paid by each due date. */
export function planBalances({ instalments }: PlanProgress, on: CalendarDate): LoanBalances[] {
  const loans = [...new Set(instalments.map(({ loan }) => loan))]
  return loans.map((loan) => {
    const open = instalments.filter((instalment) => instalment.loan === loan)
    let left = sumFen(open.map(({ amount, paid }) => subtractFen(amount, paid)))
    const steps = [{ on, amount: left }]
    for (const { dueOn, amount, paid } of open) {
      left = subtractFen(left, subtractFen(amount, paid))
      steps.push({ on: dueOn, amount: left })
    }
    return { loan, steps }
  })
}

interface Contracts {
  readonly facts: Case
  readonly schedules: ReadonlyMap<string, Result<Schedule, ScheduleProblem>>
  readonly states: ReadonlyMap<string, LoanState>
  readonly on: CalendarDate
}

/** The contracts as they stand: the principal left after each due date from now on. */
export function contractBalances({ facts, schedules, states, on }: Contracts): LoanBalances[] {
  return facts.loans.flatMap(({ id }) => {
    const schedule = schedules.get(id)
    const principal = states.get(id)?.principalOutstanding ?? ZERO_FEN
    if (schedule?.ok !== true || principal <= 0) return []
    const ahead = schedule.value.instalments.filter(({ dueOn }) => dueOn > on)
    const steps = ahead.map(({ dueOn, balance }) => ({ on: dueOn, amount: balance }))
    return ahead.length === 0 ? [] : [{ loan: id, steps: [{ on, amount: principal }, ...steps] }]
  })
}
