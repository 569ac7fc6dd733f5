import { fen, minFen, subtractFen, ZERO_FEN, type CalendarDate, type Fen } from '../kernel/index.ts'
import { buildSchedule, minimumPaymentParts } from '../loan/index.ts'
import type { Debt } from './debt.ts'
import type { DatedAmount } from './types.ts'

/** What a contract asks from today on, kept to the letter. */
export interface ContractPayments {
  readonly payments: readonly DatedAmount[]
  readonly balances: readonly DatedAmount[]
  /** Why it can't be followed to the end. */
  readonly problem: 'never-clears' | 'loan-without-schedule' | null
}

interface ContractRow extends DatedAmount {
  /** Principal still outstanding once this is paid. */
  readonly balance: Fen
}

type Rest =
  | { readonly rows: readonly ContractRow[] }
  | { readonly problem: 'never-clears' | 'loan-without-schedule' }

/** What is late is paid today, everything else when it falls due. Money paid ahead is used first. */
export function contractPayments(debt: Debt, on: CalendarDate): ContractPayments {
  const { owedNow, arrears } = debt.state
  const today = { on, amount: arrears, balance: subtractFen(owedNow, minFen(owedNow, arrears)) }
  const rest = remaining(debt, on)
  if ('problem' in rest && rest.problem === 'loan-without-schedule') {
    return split([{ on, amount: owedNow, balance: ZERO_FEN }], rest.problem)
  }
  const rows = 'rows' in rest ? withoutCredit(rest.rows, creditOf(debt)) : []
  return split(arrears > 0 ? [today, ...rows] : rows, 'problem' in rest ? rest.problem : null)
}

const split = (
  rows: readonly ContractRow[],
  problem: ContractPayments['problem'],
): ContractPayments => ({
  payments: rows.map(({ on, amount }) => ({ on, amount })),
  balances: rows.map(({ on, balance }) => ({ on, amount: balance })),
  problem,
})

function remaining(debt: Debt, on: CalendarDate): Rest {
  const { loan } = debt
  if (loan.method === 'minimum-payment' && !loan.schedule?.length) return minimums(debt, on)
  const schedule = buildSchedule(loan)
  if (!schedule.ok) return { problem: 'loan-without-schedule' }
  const due = schedule.value.instalments.filter(({ dueOn }) => dueOn > on)
  return {
    rows: due.map(({ dueOn, payment, balance }) => ({ on: dueOn, amount: payment, balance })),
  }
}

/** The balance that is left once the arrears are paid, by its minimum payments. */
function minimums({ loan, state }: Debt, on: CalendarDate): Rest {
  let left = subtractFen(state.owedNow, minFen(state.owedNow, state.arrears))
  if (left === 0 || state.nextDue === null) return { rows: [] }
  const parts = minimumPaymentParts({
    ...loan,
    principal: left,
    disbursedOn: on,
    firstDueOn: state.nextDue.dueOn,
  })
  if (!parts.ok) return { problem: 'never-clears' }
  return {
    rows: parts.value.map(({ dueOn, principal, interest }) => {
      left = subtractFen(left, principal)
      return { on: dueOn, amount: fen(principal + interest), balance: left }
    }),
  }
}

/** Money paid ahead on an instalment loan; a revolving one has taken it off its balance already. */
function creditOf({ loan, state }: Debt): Fen {
  if (loan.method === 'minimum-payment') return ZERO_FEN
  const { principalOutstanding, interestOwed, penaltyOwed, feesOwed, owedNow } = state
  return fen(principalOutstanding + interestOwed + penaltyOwed + feesOwed - owedNow)
}

function withoutCredit(rows: readonly ContractRow[], credit: Fen): readonly ContractRow[] {
  let left = credit
  return rows.flatMap((row) => {
    const used = minFen(left, row.amount)
    left = subtractFen(left, used)
    return used === row.amount ? [] : [{ ...row, amount: subtractFen(row.amount, used) }]
  })
}
