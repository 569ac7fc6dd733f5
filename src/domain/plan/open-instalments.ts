import type { Agreement, Case, Loan } from '../case/index.ts'
import {
  addDays,
  minFen,
  subtractFen,
  sumFen,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { agreedDues } from '../proposal/index.ts'

/** An amount that a lender waits for on a day, by agreement or by contract. */
export interface OpenInstalment {
  readonly loan: string
  readonly dueOn: CalendarDate
  readonly amount: Fen
  /** Late without an agreement: the whole arrears. */
  readonly isArrears: boolean
}

/**
 * What is open on loans that the plan does not have, each on its own due date: the unpaid instalments of
 * the agreement made last; without one the arrears of a loan that is late, else what its contract asks
 * for in the days ahead.
 */
export function openInstalments(
  facts: Case,
  on: CalendarDate,
  daysAhead: number,
): readonly OpenInstalment[] {
  const inPlan = new Set(facts.plan?.instalments.map(({ loan }) => loan))
  const until = addDays(on, daysAhead)
  const dues = agreedDues(facts, on, until)
  return facts.loans
    .filter(({ id }) => !inPlan.has(id))
    .flatMap((loan): readonly OpenInstalment[] => {
      const agreement = latestAgreement(loan)
      if (agreement !== null) return unpaidOf(agreement, { facts, loan, on, until })
      const { arrears, oldestUnpaidDueOn, overdueDays } = replayLoan(loan, facts.payments, on)
      const late =
        arrears === 0 || oldestUnpaidDueOn === null
          ? []
          : [
              {
                loan: loan.id,
                dueOn: oldestUnpaidDueOn,
                amount: arrears,
                isArrears: overdueDays > 0,
              },
            ]
      // What is late already stands among the dues as if it were tomorrow's.
      const ahead = dues
        .filter(({ id }) => id === loan.id)
        .slice(late.length)
        .map((due) => ({ loan: loan.id, dueOn: due.on, amount: due.amount, isArrears: false }))
      return [...late, ...ahead]
    })
}

const latestAgreement = ({ agreements }: Loan): Agreement | null =>
  agreements
    .filter(({ instalments }) => instalments.length > 0)
    .toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : 0))
    .at(-1) ?? null

interface Held {
  readonly facts: Case
  readonly loan: Loan
  readonly on: CalendarDate
  readonly until: CalendarDate
}

/** Instalments less what was paid since the agreement, the oldest first. */
function unpaidOf(
  { signedOn, instalments }: Agreement,
  { facts, loan, on, until }: Held,
): readonly OpenInstalment[] {
  let money = sumFen(
    facts.payments
      .filter((payment) => payment.loan === loan.id && payment.on >= signedOn && payment.on <= on)
      .filter(({ reversedOn }) => reversedOn === null || reversedOn > on)
      .map(({ amount }) => amount),
  )
  return instalments
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map(({ dueOn, amount }) => {
      const paid = minFen(money, amount)
      money = subtractFen(money, paid)
      return { loan: loan.id, dueOn, amount: subtractFen(amount, paid), isArrears: false }
    })
    .filter(({ dueOn, amount }) => amount > 0 && dueOn <= until)
}
