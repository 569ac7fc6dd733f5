import type { Fee, Loan } from '../case/index.ts'
import {
  addFen,
  fen,
  refuse,
  subtractFen,
  succeed,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
  type Result,
} from '../kernel/index.ts'
import { principalParts, type PrincipalPart } from './methods.ts'
import { minimumPaymentParts } from './revolving-schedule.ts'
import type { Instalment, Schedule, ScheduleProblem } from './types.ts'

/** Fifty years: longer terms are a slip of the keyboard. */
const LONGEST_TERM = 600

/**
 * A loan's contractual schedule. The contract's own rows win; otherwise they are computed from the
 * terms, half up to the fen on each instalment, the last one taking the remainder, so that the
 * principal parts sum to the principal exactly.
 * Refuses a missing term, one outside 1–600, and a revolving balance that its minimum never clears.
 */
export function buildSchedule(loan: Loan): Result<Schedule, ScheduleProblem> {
  if (loan.schedule !== null && loan.schedule.length > 0) return succeed(contractSchedule(loan))
  if (loan.method === 'minimum-payment') {
    const parts = minimumPaymentParts(loan)
    return parts.ok ? succeed(scheduleOf(loan, parts.value)) : parts
  }
  const term = termOf(loan)
  if (term === null) return refuse('term-missing')
  if (!Number.isInteger(term) || term < 1 || term > LONGEST_TERM) return refuse('term-out-of-range')
  return succeed(scheduleOf(loan, principalParts(loan, term)))
}

/** Number of months of a loan: a single payment without a term runs for one. */
const termOf = (loan: Loan): number | null =>
  loan.term ?? (loan.method === 'bullet' || loan.kind === 'single-payment' ? 1 : null)

function contractSchedule(loan: Loan): Schedule {
  const rows = loan.schedule ?? []
  return collect(
    rows.map(({ n, dueOn, principal, interest, fees }) => ({
      n,
      dueOn,
      principal,
      interest,
      fees,
    })),
    sumFen(rows.map(({ principal }) => principal)),
    'contract',
  )
}

function scheduleOf(loan: Loan, parts: readonly PrincipalPart[]): Schedule {
  const dates = parts.map(({ dueOn }) => dueOn)
  const fees = feesByDueDate(loan.fees, dates)
  const rows = parts.map((part, index) => ({
    n: index + 1,
    ...part,
    fees: fees[index] ?? ZERO_FEN,
  }))
  return collect(rows, loan.principal, 'computed')
}

function collect(
  rows: readonly Omit<Instalment, 'payment' | 'balance'>[],
  principal: Fen,
  source: Schedule['source'],
): Schedule {
  let balance = principal
  const instalments = rows.map((row) => {
    balance = subtractFen(balance, row.principal)
    return { ...row, payment: addFen(row.principal, row.interest, row.fees), balance }
  })
  return {
    instalments,
    source,
    totalInterest: sumFen(rows.map(({ interest }) => interest)),
    totalFees: sumFen(rows.map(({ fees }) => fees)),
    totalPayment: sumFen(instalments.map(({ payment }) => payment)),
  }
}

/** What each due date bears in fees: every `each-instalment` fee, and a fee taken once on the first due date not before its day. */
function feesByDueDate(fees: readonly Fee[], dates: readonly CalendarDate[]): Fen[] {
  const each = sumFen(
    fees.filter(({ when }) => when === 'each-instalment').map(({ amount }) => amount),
  )
  const byDate: Fen[] = dates.map(() => each)
  for (const { amount, on, when } of fees) {
    if (when !== 'once' || dates.length === 0) continue
    const found = on === null ? 0 : dates.findIndex((date) => date >= on)
    const index = found === -1 ? dates.length - 1 : found
    byDate[index] = fen((byDate[index] ?? 0) + amount)
  }
  return byDate
}
