import type { Case } from '../../domain/case/index.ts'
import {
  addMonths,
  lastOfMonth,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../../domain/kernel/index.ts'
import type { LoanState, Schedule, ScheduleProblem } from '../../domain/loan/index.ts'
import type { Result } from '../../domain/kernel/index.ts'
import type { PlanProgress } from '../../domain/plan/index.ts'
import type { DatedAmount, Proposal } from '../../domain/proposal/index.ts'

/** What a picture of the debt going down is drawn from. */
export type BalanceSource = 'plan' | 'proposal' | 'contract'

/** How much of one loan is left after each day on which it changes, today's figure first. */
export interface LoanBalances {
  readonly loan: string
  readonly steps: readonly DatedAmount[]
}

export interface BalanceMonth {
  readonly on: CalendarDate
  readonly left: readonly Fen[]
  readonly total: Fen
}

/** Longer than any plan that is proposed; a contract of thirty years would drown the picture. */
const MOST_MONTHS = 120

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

/** A proposal: its own balances after each payment. */
export const proposalBalances = (
  { perLoan }: Proposal,
  states: ReadonlyMap<string, LoanState>,
  on: CalendarDate,
): LoanBalances[] =>
  perLoan.map(({ loan, balances }) => ({
    loan,
    steps: [{ on, amount: states.get(loan)?.owedNow ?? ZERO_FEN }, ...balances],
  }))

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

/** What is left at the end of each month until nothing is. */
export function balanceMonths(loans: readonly LoanBalances[], on: CalendarDate): BalanceMonth[] {
  const months: BalanceMonth[] = []
  for (let ahead = 0; ahead < MOST_MONTHS; ahead += 1) {
    const end = lastOfMonth(addMonths(on, ahead, 1))
    const left = loans.map(({ steps }) => leftOn(steps, end))
    months.push({ on: end, left, total: sumFen(left) })
    if (loans.every(({ steps }) => (steps.at(-1)?.on ?? on) <= end)) break
  }
  return months
}

const leftOn = (steps: readonly DatedAmount[], day: CalendarDate): Fen =>
  steps.findLast((step) => step.on <= day)?.amount ?? ZERO_FEN
