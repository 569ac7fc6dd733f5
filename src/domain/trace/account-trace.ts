import { daysBetween, fen } from '../kernel/index.ts'
import {
  accountWorking,
  isRevolving,
  replayLoan,
  type Buckets,
  type LedgerLine,
} from '../loan/index.ts'
import {
  chargedTrace,
  traceLateFees,
  traceLateInterest,
  tracePenalty,
  type TracedAccount,
} from './charge-trace.ts'
import { daysFrom, fromAtLeast, least, most, overRows, plus } from './formula.ts'
import { borneInterest, tracedPeriod } from './period-working.ts'
import type { Trace, TraceList } from './types.ts'
import { code, days, input, money, onDay } from './values.ts'

const NOTHING = { inputs: [], lists: [], steps: [], parts: [] } as const

/** Everything that clears the loan: the lines of its account added up. Nothing is rounded. */
export function traceOwedNow(account: TracedAccount): Trace {
  const { owedNow, ledger } = stateOf(account)
  return {
    ...NOTHING,
    figure: 'owed-now',
    value: money(owedNow),
    lists: [
      byKind(
        ledger,
        ({ principal, interest, penalty, fees, credit }) =>
          principal + interest + penalty + fees - credit,
      ),
    ],
    formula: most(0, overRows('ledger', 'amount')),
    rounding: 'none',
    source: 'ledger',
    parts: chargeTraces(account),
  }
}

/** The traces of what was added to the loan by the day; only those that came to something. */
const chargeTraces = (account: TracedAccount): readonly Trace[] =>
  [
    traceAccrued(account),
    traceLateInterest(account),
    tracePenalty(account),
    traceLateFees(account),
  ].filter((trace): trace is Trace => trace?.value.unit === 'money' && trace.value.fen > 0)

/** One part of what is owed, from the lines of the account. */
export function traceBucket(
  account: TracedAccount,
  bucket: 'principal' | 'interest' | 'fees',
): Trace {
  const { ledger, ...state } = stateOf(account)
  const owed = {
    principal: state.principalOutstanding,
    interest: state.interestOwed,
    fees: state.feesOwed,
  }[bucket]
  const behind: Readonly<Record<typeof bucket, readonly Trace['figure'][]>> = {
    principal: [],
    interest: ['accrued-interest', 'late-interest'],
    fees: ['late-fees'],
  }
  return {
    ...NOTHING,
    figure: `${bucket}-owed`,
    value: money(owed),
    lists: [byKind(ledger, (change) => change[bucket])],
    formula: overRows('ledger', 'amount'),
    rounding: 'none',
    source: 'ledger',
    parts: chargeTraces(account).filter(({ figure }) => behind[bucket].includes(figure)),
  }
}

/**
 * What is due and unpaid: due date by due date, and what being late has cost. A balance with a
 * minimum never has more in arrears than it owes.
 */
export function traceArrears(account: TracedAccount): Trace {
  const { arrears, feesOwed, penaltyOwed, ...state } = stateOf(account)
  const { unpaid, late } = accountWorking(account.loan, account.payments, account.on)
  const rows = unpaid.map(({ dueOn, principal, interest, fees }) => ({
    'due-on': onDay(dueOn),
    amount: money(fen(principal + interest + fees)),
  }))
  const lists: readonly TraceList[] = [{ name: 'unpaid-dues', columns: ['due-on', 'amount'], rows }]
  const common = { ...NOTHING, figure: 'arrears', value: money(arrears), lists } as const
  const parts = [tracePenalty(account), traceLateFees(account)].filter((trace) => trace !== null)
  const isCard = isRevolving(account.loan)
  const owed = fen(state.principalOutstanding + state.interestOwed + penaltyOwed + feesOwed)
  const dues = overRows('unpaid-dues', 'amount')
  return {
    ...common,
    inputs: isCard
      ? [
          input('penalty', money(penaltyOwed)),
          input('fees', money(feesOwed)),
          input('owed', money(owed)),
        ]
      : [
          input('penalty', money(late.penalty)),
          input('late-interest', money(late.lateInterest)),
          input('late-fees', money(late.lateFees)),
        ],
    formula: isCard
      ? least('owed', plus(dues, 'penalty', 'fees'))
      : plus(dues, 'penalty', 'late-interest', 'late-fees'),
    rounding: 'none',
    source: 'ledger',
    parts,
  }
}

/** Days since the oldest unpaid due date; 0 while its grace days last. Null where nothing is unpaid. */
export function traceOverdueDays(account: TracedAccount): Trace | null {
  const { oldestUnpaidDueOn: oldest, overdueDays } = stateOf(account)
  if (oldest === null) return null
  const { on, loan } = account
  return {
    ...NOTHING,
    figure: 'overdue-days',
    value: days(overdueDays),
    inputs: [
      input('oldest-due', onDay(oldest)),
      input('today', onDay(on)),
      input('grace-days', days(loan.graceDays)),
    ],
    steps: [
      {
        name: 'overdue',
        formula: daysFrom('oldest-due', 'today'),
        value: days(daysBetween(oldest, on)),
      },
    ],
    formula: fromAtLeast('overdue', plus('grace-days', 1)),
    rounding: 'none',
    source: 'contract',
  }
}

/**
 * Interest of the period that runs, by the days gone (Civil Code art. 677); of revolving credit all
 * interest so far, before payments. Null where no period runs.
 */
export function traceAccrued(account: TracedAccount): Trace | null {
  const { loan, on } = account
  if (isRevolving(loan)) return chargedTrace(account, 'interest', 'accrued-interest')
  const { nextDue } = stateOf(account)
  const period = nextDue === null ? null : periodAt(account)
  if (period === null) return null
  const { working, value } = borneInterest(period, on, 'interest')
  const last = working.steps.at(-1)
  return {
    figure: 'accrued-interest',
    value: money(value),
    ...working,
    steps: working.steps.slice(0, -1),
    formula: last?.formula ?? { is: 'named', name: 'interest' },
    rounding: 'fen-steps',
    source: 'civil-code-677',
    parts: [],
  }
}

/** The period that runs: the first whose due date is still to come. */
function periodAt({ loan, on }: TracedAccount) {
  for (let index = 0; ; index += 1) {
    const period = tracedPeriod(loan, index)
    if (period === null || period.to > on) return period
  }
}

const stateOf = ({ loan, payments, on }: TracedAccount) => replayLoan(loan, payments, on)

/** The lines of an account by what they are, in the order in which each kind first occurs. */
function byKind(ledger: readonly LedgerLine[], partOf: (change: Buckets) => number): TraceList {
  const sums = new Map<LedgerLine['kind'], number>()
  for (const { kind, change } of ledger) sums.set(kind, (sums.get(kind) ?? 0) + partOf(change))
  const rows = [...sums].flatMap(([kind, sum]) =>
    sum === 0 ? [] : [{ code: code(kind), amount: money(fen(sum)) }],
  )
  return { name: 'ledger', columns: ['code', 'amount'], rows }
}
