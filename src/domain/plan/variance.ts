import { monthlyBudget } from '../budget/index.ts'
import type { Case, Loan, Plan } from '../case/index.ts'
import {
  addFen,
  addMonths,
  fen,
  lastOfMonth,
  laterDate,
  minFen,
  monthsBetween,
  splitByWeight,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import {
  loanSteps,
  plannedScenario,
  unchangedScenario,
  type LoanSteps,
  type Scenario,
} from './loan-variance.ts'

/** Why what is owed differs from the plan; `missed` is what no change of the budget explains. */
export const VARIANCE_CAUSES = [
  'income',
  'expense',
  'missed',
  'late',
  'reversed',
  'rate',
  'fee',
  'relief',
  'early',
  'extra',
] as const
export type VarianceCause = (typeof VARIANCE_CAUSES)[number]

export interface Variance {
  /** What would be owed by the ledger had every instalment been paid on its day. */
  readonly planned: Fen
  readonly actual: Fen
  /** actual − planned: above 0 more is owed than planned. */
  readonly difference: Fen
  /** Signed; together they are the difference, to the fen. */
  readonly causes: Readonly<Record<VarianceCause, Fen>>
}

export interface PlanVariance {
  readonly on: CalendarDate
  readonly loans: readonly (Variance & {
    readonly loan: string
    /** What was owed at the start by today's facts, less what they said then: facts were corrected since. */
    readonly corrected: Fen
  })[]
  readonly total: Variance
}

/**
 * The plan against what happened, per loan and in all, in what is owed by the contracts and what was
 * noted of agreements. What a creditor has not granted yet (a waiver, a settlement) lowers neither.
 * Null without a plan.
 */
export function planVariance(facts: Case, on: CalendarDate): PlanVariance | null {
  const { plan } = facts
  if (plan === null) return null
  const steps = loansOf(facts, plan).map((loan) => ({
    loan,
    steps: loanSteps(loan, { plan, payments: facts.payments, on }),
  }))
  const missed = sumFen(steps.map((each) => each.steps.unpaid))
  const shares = reasonsToMiss(facts, { plan, on, missed })
  const loans = steps.map((each) => ({
    loan: each.loan.id,
    ...varianceOf(each.steps, shares),
    corrected: correctedOf(facts, plan, each.loan.id),
  }))
  return { on, loans, total: totalOf(loans) }
}

const loansOf = ({ loans }: Case, { instalments }: Plan) => {
  const ids = new Set(instalments.map(({ loan }) => loan))
  return loans.filter(({ id }) => ids.has(id))
}

interface MissedShares {
  readonly income: Fen
  readonly expense: Fen
  readonly rest: Fen
}

/**
 * How much of the money missed is money the household no longer had: what income is short of the plan's
 * day in the months since, then what expenses are above it. A ground, not a proof.
 */
function reasonsToMiss(
  { budget }: Case,
  { plan, on, missed }: { readonly plan: Plan; readonly on: CalendarDate; readonly missed: Fen },
): MissedShares {
  const { figures, acceptedOn } = plan
  if (figures === null) return { income: ZERO_FEN, expense: ZERO_FEN, rest: missed }
  const now = monthlyBudget(budget, on)
  const months = Math.max(1, monthsBetween(acceptedOn, on))
  const short = (then: Fen, today: Fen): Fen => fen(Math.max(0, then - today) * months)
  const income = minFen(missed, short(figures.monthlyIncome, now.monthlyIncome))
  const spent = addFen(now.monthlyEssential, now.monthlyOther)
  const left = subtractFen(missed, income)
  const expense = minFen(left, short(spent, figures.monthlyExpenses))
  return { income, expense, rest: subtractFen(left, expense) }
}

function varianceOf({ planned, actual, steps }: LoanSteps, shares: MissedShares): Variance {
  const [income, expense, missed] = splitSigned(steps.missed, [
    shares.income,
    shares.expense,
    shares.rest,
  ])
  return {
    planned,
    actual,
    difference: subtractFen(actual, planned),
    causes: {
      income: income ?? ZERO_FEN,
      expense: expense ?? ZERO_FEN,
      missed: missed ?? ZERO_FEN,
      late: steps.late,
      reversed: steps.reversed,
      rate: steps.rate,
      fee: steps.fee,
      relief: steps.relief,
      early: steps.early,
      extra: steps.extra,
    },
  }
}

/** Splits an amount of either sign by weights; without any weight all of it is the last part. */
function splitSigned(amount: Fen, weights: readonly Fen[]): readonly Fen[] {
  if (weights.every((weight) => weight === 0)) return [ZERO_FEN, ZERO_FEN, amount]
  const parts = splitByWeight(fen(Math.abs(amount)), weights)
  return amount < 0 ? parts.map((part) => fen(-part)) : parts
}

function correctedOf({ loans, payments }: Case, plan: Plan, id: string): Fen {
  const then = plan.figures?.owed.find(({ loan }) => loan === id)
  const loan = loans.find((each) => each.id === id)
  if (then === undefined || loan === undefined) return ZERO_FEN
  const start = unchangedScenario(loan, { plan, payments })
  return subtractFen(replayLoan(start.loan, start.payments, plan.acceptedOn).owedNow, then.amount)
}

function totalOf(loans: readonly Variance[]): Variance {
  const sum = (figure: (loan: Variance) => Fen): Fen => sumFen(loans.map(figure))
  const causes = VARIANCE_CAUSES.map((cause) => [cause, sum((loan) => loan.causes[cause])])
  return {
    planned: sum(({ planned }) => planned),
    actual: sum(({ actual }) => actual),
    difference: sum(({ difference }) => difference),
    causes: Object.fromEntries(causes) as Record<VarianceCause, Fen>,
  }
}

/** What is owed on a day by three courses; `actual` is null for days to come. */
export interface VariancePoint {
  readonly on: CalendarDate
  /** Nothing is paid any more from the day of the plan on, and nothing was agreed since. */
  readonly unchanged: Fen
  readonly planned: Fen
  readonly actual: Fen | null
}

/** A chart shows no more month ends than this; of a longer plan every second, third … is taken. */
const MOST_POINTS = 36

/** The three courses from the day of the plan to its last instalment, at the ends of months and today. Empty without a plan. */
export function varianceLines(facts: Case, on: CalendarDate): readonly VariancePoint[] {
  const { plan, payments } = facts
  if (plan === null) return []
  const loans = loansOf(facts, plan)
  const owedBy = (day: CalendarDate, scenario: (loan: Loan) => Scenario): Fen =>
    sumFen(
      loans.map((loan) => {
        const each = scenario(loan)
        return replayLoan(each.loan, each.payments, day).owedNow
      }),
    )
  return daysToDraw(plan, on).map((day) => ({
    on: day,
    unchanged: owedBy(day, (loan) => unchangedScenario(loan, { plan, payments })),
    planned: owedBy(day, (loan) => plannedScenario(loan, { plan, payments, on: day })),
    actual: day > on ? null : owedBy(day, (loan) => ({ loan, payments })),
  }))
}

function daysToDraw({ acceptedOn, instalments }: Plan, on: CalendarDate): readonly CalendarDate[] {
  const last = instalments.reduce((latest, { dueOn }) => laterDate(latest, dueOn), on)
  const months = monthsBetween(acceptedOn, last)
  const apart = Math.max(1, Math.ceil(months / MOST_POINTS))
  const ends = Array.from({ length: Math.ceil(months / apart) + 1 }, (_, n) =>
    lastOfMonth(addMonths(acceptedOn, n * apart, 1)),
  )
  return [...new Set([acceptedOn, on, ...ends])].filter((day) => day >= acceptedOn).sort()
}
