import type { Loan } from '../case/index.ts'
import {
  fen,
  refuse,
  rememberByIdentity,
  subtractFen,
  succeed,
  sumFen,
  ZERO_FEN,
  type Fen,
  type Result,
} from '../kernel/index.ts'
import { hasOwnRows, isRevolving } from './contract-rows.ts'
import { interestUntil } from './interest-until.ts'
import { principalParts, type PrincipalPart } from './methods.ts'
import { CEILING, isReckonable } from './reckonable.ts'
import { LONGEST_RUN, minimumPaymentParts } from './revolving-schedule.ts'
import { feesByDueDate } from './schedule-fees.ts'
import { steadySchedule } from './steady-schedule.ts'
import type { Instalment, Schedule, ScheduleProblem } from './types.ts'

/** Fifty years: longer terms are a slip of the keyboard. */
const LONGEST_TERM = 600

/**
 * A loan's contractual schedule. The contract's own rows win; otherwise they are computed from the
 * terms, half up to the fen on each instalment, the last one taking the remainder, so that the
 * principal parts sum to the principal exactly. Rate changes are in the computed rows, a freeze
 * that stops interest lowers the interest of either by the days of it.
 * Refuses a missing term, one outside 1–600, a revolving balance that its minimum never clears, and
 * amounts beyond ten trillion yuan.
 */
export function computeSchedule(loan: Loan): Result<Schedule, ScheduleProblem> {
  if (hasOwnRows(loan)) return contractSchedule(loan)
  if (isRevolving(loan)) return minimumsSchedule(loan)
  const term = termOf(loan)
  if (term === null) return refuse('term-missing')
  if (!Number.isInteger(term) || term < 1 || term > LONGEST_TERM) return refuse('term-out-of-range')
  if (!isReckonable(loan, term)) return refuse('too-large')
  return succeed(steadySchedule(loan, term) ?? scheduleOf(loan, principalParts(loan, term)))
}

/** The same, remembered for the loan object. */
export const buildSchedule = rememberByIdentity(computeSchedule)

/** Number of months of a loan: a single payment without a term runs for one. */
const termOf = (loan: Loan): number | null =>
  loan.term ?? (loan.method === 'bullet' || loan.kind === 'single-payment' ? 1 : null)

function minimumsSchedule(loan: Loan): Result<Schedule, ScheduleProblem> {
  if (!isReckonable(loan, LONGEST_RUN)) return refuse('too-large')
  const parts = minimumPaymentParts(loan)
  return parts.ok ? succeed(scheduleOf(loan, parts.value)) : parts
}

function contractSchedule(loan: Loan): Result<Schedule, ScheduleProblem> {
  const rows = loan.schedule ?? []
  const total = rows.reduce((sum, row) => sum + row.principal + row.interest + row.fees, 0)
  if (total >= CEILING) return refuse('too-large')
  const principal = sumFen(rows.map((row) => row.principal))
  const fees = rows.map((row) => row.fees)
  const schedule = collect(loan, { parts: rows, fees, principal, source: 'contract' })
  const instalments = schedule.instalments.map((row, index) => ({
    ...row,
    n: rows[index]?.n ?? row.n,
  }))
  return succeed({ ...schedule, instalments })
}

function scheduleOf(loan: Loan, parts: readonly PrincipalPart[]): Schedule {
  const dates = loan.fees.length === 0 ? [] : parts.map(({ dueOn }) => dueOn)
  const fees = feesByDueDate(loan.fees, dates)
  return collect(loan, { parts, fees, principal: loan.principal, source: 'computed' })
}

/** The rows with their payments and balances, numbered from 1, and what they come to. */
function collect(
  loan: Loan,
  {
    parts,
    fees: feesOf,
    principal,
    source,
  }: {
    readonly parts: readonly PrincipalPart[]
    /** By row; none where it is shorter. */
    readonly fees: readonly Fen[]
    readonly principal: Fen
    readonly source: Schedule['source']
  },
): Schedule {
  let [balance, totalInterest, totalFees] = [principal, 0, 0]
  // A minimum payment is reckoned on the interest that is borne: its rows have it already.
  const borne = isRevolving(loan) ? parts : borneInterest(loan, parts)
  const instalments: Instalment[] = []
  for (const part of borne) {
    const { dueOn, interest } = part
    const n = instalments.length + 1
    const fees = feesOf[n - 1] ?? ZERO_FEN
    balance = subtractFen(balance, part.principal)
    totalInterest += interest
    totalFees += fees
    const payment = fen(part.principal + interest + fees)
    instalments.push({ n, dueOn, principal: part.principal, interest, fees, payment, balance })
  }
  return {
    instalments,
    source,
    totalInterest: fen(totalInterest),
    totalFees: fen(totalFees),
    totalPayment: fen(principal - balance + totalInterest + totalFees),
  }
}

/** Rows with the interest that a freeze leaves of them. */
function borneInterest(loan: Loan, rows: readonly PrincipalPart[]): readonly PrincipalPart[] {
  if (loan.freezes.length === 0) return rows
  return rows.map((row, index) => {
    const from = rows[index - 1]?.dueOn ?? loan.disbursedOn
    const period = { from, to: row.dueOn, on: row.dueOn }
    return { ...row, interest: interestUntil(loan, row.interest, period) }
  })
}

/**
 * A loan's rows as if it had never been frozen, from which the interest of a part of a period is
 * reckoned: taking a part of what a freeze left would round twice.
 */
export const unfrozenRows = rememberByIdentity((loan: Loan): readonly Instalment[] => {
  const schedule = buildSchedule(loan.freezes.length === 0 ? loan : { ...loan, freezes: [] })
  return schedule.ok ? schedule.value.instalments : []
})
