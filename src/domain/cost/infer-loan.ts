import type { ContractInstalment, Loan } from '../case/index.ts'
import {
  addMonths,
  dateParts,
  divideBigHalfUp,
  fen,
  rateOf,
  refuse,
  subtractFen,
  succeed,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
  type Rate,
  type Result,
} from '../kernel/index.ts'

/** What a person knows without the contract: what they got and what they pay. */
export interface KnownOfLoan {
  readonly received: Fen
  /** What is paid on each due date, all charges in it. */
  readonly instalment: Fen
  readonly count: number
  readonly firstDueOn: CalendarDate
  /** null: a month before the first due date. */
  readonly disbursedOn: CalendarDate | null
  /** The contract's amount where it is more than what was received; null: the same. */
  readonly principal: Fen | null
  /** The day of the month where the first due date fell on a shorter one; the first due date's own unless given. */
  readonly dueDay?: number
}

/** The terms that follow from it. */
export type InferredTerms = Pick<
  Loan,
  | 'kind'
  | 'method'
  | 'principal'
  | 'received'
  | 'disbursedOn'
  | 'firstDueOn'
  | 'dueDay'
  | 'term'
  | 'rate'
  | 'dayCount'
  | 'schedule'
>

export type InferProblem =
  | 'not-positive'
  | 'count-out-of-range'
  | 'received-above-principal'
  /** The instalments together are less than the principal: there is no interest in them. */
  | 'repays-less'
  | 'rate-too-high'

const LONGEST_TERM = 600
/** A rate is looked for among trillionths a month, up to 10,000 % a month. */
const RATE_STEPS = 1_000_000_000_000
const HIGHEST_RATE = 100 * RATE_STEPS
/** What the loan's rate keeps: a hundred-millionth a month, 0.000012 points a year. */
const KEPT_STEPS = 100_000_000
/** Guard digits of a balance. */
const ONE = 10n ** 24n

/**
 * The terms of a loan of equal instalments from what was received and what is paid: the monthly rate
 * at which the instalments are worth the principal, and a schedule whose every row is the instalment
 * itself. Each row's principal is the difference of two balances, half up to the fen, so that they
 * sum to the principal exactly. Refuses amounts with which no such loan exists.
 * Source: present value of an annuity, Σ instalment ÷ (1 + r)^i = principal; bisection, since it
 * falls as r rises.
 */
export function inferLoan(known: KnownOfLoan): Result<InferredTerms, InferProblem> {
  const { received, instalment, count, firstDueOn } = known
  const principal = known.principal ?? received
  const problem = problemOf(known, principal)
  if (problem !== null) return refuse(problem)
  const steps = monthlySteps(principal, instalment, count)
  if (steps === null) return refuse('rate-too-high')
  const dueDay = known.dueDay ?? dateParts(firstDueOn).day
  return succeed({
    kind: 'instalment',
    method: 'equal-instalment',
    principal,
    received,
    disbursedOn: known.disbursedOn ?? addMonths(firstDueOn, -1),
    firstDueOn,
    dueDay,
    term: count,
    rate: keptRate(steps),
    dayCount: '30/360',
    schedule: rowsOf({ principal, instalment, count, firstDueOn, dueDay }, steps),
  })
}

function problemOf(
  { received, instalment, count }: KnownOfLoan,
  principal: Fen,
): InferProblem | null {
  if (received <= 0 || instalment <= 0 || principal <= 0) return 'not-positive'
  if (!Number.isInteger(count) || count < 1 || count > LONGEST_TERM) return 'count-out-of-range'
  if (received > principal) return 'received-above-principal'
  return instalment * count < principal ? 'repays-less' : null
}

/** The smallest monthly rate, in steps, at which the instalments are worth no more than the principal. */
function monthlySteps(principal: Fen, instalment: Fen, count: number): number | null {
  const target = BigInt(principal) * ONE
  const isWorthMore = (steps: number): boolean =>
    (balancesBefore(instalment, count, steps)[0] ?? 0n) > target
  if (!isWorthMore(0)) return 0
  if (isWorthMore(HIGHEST_RATE)) return null
  let [low, high] = [0, HIGHEST_RATE]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isWorthMore(middle)) low = middle
    else high = middle
  }
  return high
}

/** What is still owed before each instalment, from the last back to the first: there errors shrink. */
function balancesBefore(instalment: Fen, count: number, steps: number): readonly bigint[] {
  const growth = ONE + (BigInt(steps) * ONE) / BigInt(RATE_STEPS)
  const balances: bigint[] = []
  let after = 0n
  for (let n = count; n >= 1; n -= 1) {
    after = ((after + BigInt(instalment) * ONE) * ONE) / growth
    balances.push(after)
  }
  return balances.reverse()
}

const keptRate = (steps: number): Rate =>
  rateOf(
    Number(divideBigHalfUp(BigInt(steps) * BigInt(KEPT_STEPS), BigInt(RATE_STEPS))),
    KEPT_STEPS,
    'month',
  )

function rowsOf(
  {
    principal,
    instalment,
    count,
    firstDueOn,
    dueDay,
  }: Pick<KnownOfLoan, 'instalment' | 'count' | 'firstDueOn'> & Pick<Loan, 'principal' | 'dueDay'>,
  steps: number,
): readonly ContractInstalment[] {
  const owed = balancesBefore(instalment, count, steps).map((balance) =>
    fen(Number(divideBigHalfUp(balance, ONE))),
  )
  let balance = principal
  return owed.map((_, index) => {
    const next = owed[index + 1] ?? ZERO_FEN
    const repaid = subtractFen(balance, next)
    balance = next
    return {
      n: index + 1,
      dueOn: addMonths(firstDueOn, index, dueDay),
      principal: repaid,
      interest: subtractFen(instalment, repaid),
      fees: ZERO_FEN,
    }
  })
}
