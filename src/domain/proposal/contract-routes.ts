import type { Payment } from '../case/index.ts'
import { newPayment } from '../case/index.ts'
import {
  addDays,
  addFen,
  addMonths,
  fen,
  maxFen,
  minFen,
  scaleFen,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
  type Fraction,
} from '../kernel/index.ts'
import {
  annualRate,
  buildSchedule,
  interestDays,
  minimumDue,
  replayLoan,
  yearDays,
  type Instalment,
  type LoanState,
} from '../loan/index.ts'
import type { Debt } from './debt.ts'
import type { Route } from './route.ts'
import type { DatedAmount } from './types.ts'

/** Numbers of parts that are tried, as far as the pack's bound: what is late, paid beside the instalments. */
const CATCH_UP_PARTS = [1, 2, 3, 6] as const

/** A card's balance is planned no further than this many months. */
const LONGEST_CARD_PLAN = 120

/** The ways to keep a loan's contract: what is late paid today, or in a few parts on the coming pay days. */
export function contractRoutes(debt: Debt, payDays: readonly CalendarDate[]): readonly Route[] {
  const { on } = debt.state
  if (debt.state.arrears === 0)
    return routeFrom(debt, { on, fixed: [], balances: [], state: debt.state })
  const today = [{ on, amount: debt.state.arrears }]
  const caughtUp = stateAfter(debt, today, on)
  return [
    ...routeFrom(debt, {
      on,
      fixed: today,
      balances: [{ on, amount: caughtUp.owedNow }],
      state: caughtUp,
    }),
    ...CATCH_UP_PARTS.filter((parts) => parts <= debt.bounds.catchUp).flatMap((parts) =>
      caughtUpIn(debt, payDays.slice(0, parts)),
    ),
  ]
}

/**
 * What is late, paid in equal parts on some days while each instalment is paid when due. The engine's
 * own replay says what is late on each day: late charges and fees run on until the last part.
 */
function caughtUpIn(debt: Debt, days: readonly CalendarDate[]): readonly Route[] {
  const fixed: DatedAmount[] = []
  const balances: DatedAmount[] = []
  let { state } = debt
  for (const [index, day] of days.entries()) {
    const due = state.nextDue
    if (due !== null && due.dueOn < day) {
      fixed.push({ on: due.dueOn, amount: duePayment(debt, fixed, due.dueOn) })
    }
    state = stateAfter(debt, fixed, day)
    const amount = fen(Math.ceil(state.arrears / (days.length - index)))
    if (amount > 0) fixed.push({ on: day, amount })
    state = stateAfter(debt, fixed, day)
    balances.push({ on: day, amount: state.owedNow })
  }
  const on = days.at(-1)
  const isWhole = on !== undefined && days.length > 0 && state.arrears === 0
  return isWhole ? routeFrom(debt, { on, fixed, balances, state }) : []
}

/** What falls due on a day, as the account stands on the eve of it. */
function duePayment(debt: Debt, fixed: readonly DatedAmount[], dueOn: CalendarDate): Fen {
  const eve = stateAfter(debt, fixed, addDays(dueOn, -1))
  return eve.nextDue?.payment ?? ZERO_FEN
}

function stateAfter(debt: Debt, paid: readonly DatedAmount[], on: CalendarDate): LoanState {
  const planned: Payment[] = paid.map((payment, n) =>
    newPayment({ id: `planned-${String(n)}`, loan: debt.loan.id, ...payment }),
  )
  return replayLoan(debt.loan, [...debt.payments, ...planned], on)
}

interface From {
  readonly on: CalendarDate
  readonly fixed: readonly DatedAmount[]
  readonly balances: readonly DatedAmount[]
  readonly state: LoanState
}

/** The contract's way on once nothing is late any more. */
function routeFrom(debt: Debt, from: From): readonly Route[] {
  const { on, fixed, balances, state } = from
  const base = {
    debt,
    arrangement: fixed.some((payment) => payment.on > debt.state.on) ? 'catch-up' : 'keep-paying',
    standing: 'contract',
    offer: null,
    concession: 0,
  } as const
  if (state.owedNow === 0) return [{ ...base, fixed, fixedBalances: balances, open: null }]
  if (debt.loan.method === 'minimum-payment' && !debt.loan.schedule?.length) {
    const open = cardBalance(debt, state)
    return open === null ? [] : [{ ...base, fixed, fixedBalances: balances, open }]
  }
  const schedule = buildSchedule(debt.loan)
  if (!schedule.ok) return []
  const rows = schedule.value.instalments.filter(({ dueOn }) => dueOn > on)
  if (canPayAhead(debt, rows) && creditOf(state) === 0) {
    return [{ ...base, fixed, fixedBalances: balances, open: instalmentBalance(rows) }]
  }
  const rest = withoutCredit(rows, creditOf(state))
  return [
    {
      ...base,
      fixed: [...fixed, ...rest.map(({ dueOn, payment }) => ({ on: dueOn, amount: payment }))],
      fixedBalances: [
        ...balances,
        ...rest.map(({ dueOn, balance }) => ({ on: dueOn, amount: balance })),
      ],
      open: null,
    },
  ]
}

/** Paying ahead saves interest only where interest is on the declining balance and no fee hangs on the instalments. */
const canPayAhead = ({ loan }: Debt, rows: readonly Instalment[]): boolean =>
  loan.method !== 'flat-rate' &&
  loan.method !== 'bullet' &&
  rows.length > 0 &&
  rows.every(
    ({ fees, interest, principal, balance }) =>
      fees === 0 && (interest === 0 || balance + principal > 0),
  )

const creditOf = (state: LoanState): Fen =>
  fen(
    state.principalOutstanding +
      state.interestOwed +
      state.penaltyOwed +
      state.feesOwed -
      state.owedNow,
  )

function withoutCredit(rows: readonly Instalment[], credit: Fen): readonly Instalment[] {
  let left = credit
  return rows.flatMap((row) => {
    const used = minFen(left, row.payment)
    left = subtractFen(left, used)
    return used === row.payment ? [] : [{ ...row, payment: subtractFen(row.payment, used) }]
  })
}

function instalmentBalance(rows: readonly Instalment[]): NonNullable<Route['open']> {
  return {
    days: rows.map(({ dueOn }) => dueOn),
    principal: addFen(rows[0]?.balance ?? ZERO_FEN, rows[0]?.principal ?? ZERO_FEN),
    interest: rows.map(({ interest, balance, principal }) => ({
      numerator: interest,
      denominator: Math.max(1, balance + principal),
    })),
    ceilings: rows.map(({ balance }) => balance),
    least: rows.map(({ payment }) => payment),
    minimum: null,
    parts: rows.map(() => ZERO_FEN),
  }
}

/** A card's balance by its minimum payments; what they do not clear is due at the end. */
function cardBalance({ loan }: Debt, state: LoanState): Route['open'] {
  const next = state.nextDue
  if (next === null) return null
  const annual = annualRate(loan.rate, loan.dayCount)
  const days: CalendarDate[] = []
  const interest: Fraction[] = []
  const ceilings: Fen[] = []
  let [left, from]: [Fen, CalendarDate] = [state.owedNow, state.on]
  for (let n = 0; n < LONGEST_CARD_PLAN && left > 0; n += 1) {
    const dueOn = n === 0 ? next.dueOn : addMonths(next.dueOn, n, loan.dueDay)
    const share = {
      numerator: annual.numerator * interestDays(loan.dayCount, from, dueOn),
      denominator: annual.denominator * yearDays(loan.dayCount),
    }
    const borne = scaleFen(left, share.numerator, share.denominator)
    const paid = minimumDue(loan, fen(left + borne))
    left = minFen(left, maxFen(ZERO_FEN, fen(left + borne - paid)))
    if (n === LONGEST_CARD_PLAN - 1) left = ZERO_FEN
    days.push(dueOn)
    interest.push(share)
    ceilings.push(left)
    from = dueOn
  }
  return {
    days,
    principal: state.owedNow,
    interest,
    ceilings,
    least: days.map(() => ZERO_FEN),
    minimum: loan.minimumPayment ?? { fraction: { numerator: 1, denominator: 1 }, floor: ZERO_FEN },
    parts: days.map(() => ZERO_FEN),
  }
}
