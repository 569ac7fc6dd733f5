import {
  newExpense,
  newIncome,
  putExpense,
  putIncome,
  putMember,
  type Case,
  type ExpenseCategory,
  type Loan,
  type Payment,
} from '../../domain/case/index.ts'
import { inferLoan, loanCost, loanOfTerms, type InferProblem } from '../../domain/cost/index.ts'
import {
  addMonths,
  dateParts,
  fen,
  refuse,
  subtractFen,
  succeed,
  type CalendarDate,
  type Fen,
  type Result,
} from '../../domain/kernel/index.ts'
import { buildSchedule, paymentsBefore } from '../../domain/loan/index.ts'
import type { GuidedLoan } from '../../stores/index.ts'
import type { BudgetStep } from './guide-way.ts'

/** What a loan costs, as far as the answers tell. */
export interface GuidedCost {
  readonly received: Fen
  readonly total: Fen
  /** What is paid beyond what was received; never below 0. */
  readonly extra: Fen
  /** Monthly internal rate × 12, as a plain number; null where there is none. */
  readonly simpleAnnual: number | null
}

/** The loan of the answers; null while received, instalment and count are not all known. */
export function guidedLoan(
  { received, instalment, count, paid, due, ...known }: GuidedLoan,
  ids: Pick<Loan, 'id' | 'creditor'>,
  on: CalendarDate,
): Result<Loan, InferProblem> | null {
  if (received === null || instalment === null || count === null) return null
  const nextDue = due ?? on
  const terms = inferLoan({
    received,
    instalment,
    count,
    firstDueOn: addMonths(nextDue, -(paid ?? 0)),
    dueDay: dateParts(nextDue).day,
    disbursedOn: null,
    principal: null,
  })
  return terms.ok ? succeed(loanOfTerms({ ...ids, id: known.loan ?? ids.id }, terms.value)) : terms
}

/** The cost of the answers, or why no such loan exists; null while too little is known. */
export function guidedCost(
  answers: GuidedLoan,
  on: CalendarDate,
): Result<GuidedCost, InferProblem> | null {
  const loan = guidedLoan(answers, { id: 'guide', creditor: 'guide' }, on)
  if (loan === null) return null
  if (!loan.ok) return refuse(loan.problem)
  const total = fen((answers.instalment ?? 0) * (answers.count ?? 0))
  return succeed({
    received: loan.value.received,
    total,
    extra: subtractFen(total, loan.value.received),
    simpleAnnual: loanCost(loan.value).simpleAnnual,
  })
}

interface PaidOf {
  readonly paid: number
  readonly on: CalendarDate
  readonly newId: () => string
  readonly note: string
}

/** The payments of a loan of which so many instalments were paid. */
export function guidedPayments(loan: Loan, { paid, on, newId, note }: PaidOf): Payment[] {
  const schedule = buildSchedule(loan)
  if (!schedule.ok) return []
  const instalments = schedule.value.instalments.slice(0, paid)
  return paymentsBefore({ loan, paid: instalments, lastPaidOn: null, on, newId, note })
}

/** The case with the loan and its payments in the place of those that an earlier answer made. */
export function putGuidedLoan(
  facts: Case,
  {
    loan,
    payments,
    before,
  }: { loan: Loan; payments: readonly Payment[]; before: readonly string[] },
): Case {
  const others = facts.payments.filter(({ id }) => !before.includes(id))
  return putMember({ ...facts, payments: [...others, ...payments] }, 'loans', loan)
}

const CATEGORY: Readonly<Record<Exclude<BudgetStep, 'income'>, ExpenseCategory>> = {
  housing: 'housing',
  food: 'food',
  living: 'other',
}

/** The case with a monthly income or essential expense of that amount. */
export function putGuidedItem(
  facts: Case,
  { step, id, label, amount }: { step: BudgetStep; id: string; label: string; amount: Fen },
): Case {
  const { incomes, expenses } = facts.budget
  if (step === 'income') {
    const known = incomes.find((income) => income.id === id) ?? newIncome(id, label)
    return putIncome(facts, { ...known, amount })
  }
  const known =
    expenses.find((expense) => expense.id === id) ??
    newExpense(id, { label, category: CATEGORY[step], essential: true })
  return putExpense(facts, { ...known, amount })
}
