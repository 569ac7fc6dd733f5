import type { Loan } from '../case/index.ts'
import {
  addMonths,
  fen,
  scaleExactly,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { equalInstalment } from './annuity.ts'
import { annualRate, interestDays, interestFor, monthInterest } from './day-count.ts'
import { dueDate } from './due-date.ts'

/** Principal and interest falling due on one day. */
export interface PrincipalPart {
  readonly dueOn: CalendarDate
  readonly principal: Fen
  readonly interest: Fen
}

/** Principal and interest of every instalment, by the loan's repayment method. */
export function principalParts(loan: Loan, term: number): readonly PrincipalPart[] {
  switch (loan.method) {
    case 'equal-instalment':
      return equalInstalmentParts(loan, term)
    case 'flat-rate':
      return flatRateParts(loan, term)
    case 'bullet':
    case 'minimum-payment':
      return [bulletPart(loan, term)]
    case 'equal-principal':
      return decliningParts(loan, term, (n) => (n === term ? null : share(loan.principal, term)))
    case 'interest-only':
      return decliningParts(loan, term, (n) => (n === term ? null : ZERO_FEN))
  }
}

/**
 * Equal instalment (等额本息). The instalment is the annuity at a twelfth of the annual rate; an
 * irregular first period changes the first instalment's interest only, and the last instalment
 * takes what rounding and day counts leave.
 */
function equalInstalmentParts(loan: Loan, term: number): PrincipalPart[] {
  const annual = annualRate(loan.rate, loan.dayCount)
  const monthly = { numerator: annual.numerator, denominator: annual.denominator * 12 }
  const instalment = equalInstalment(loan.principal, monthly, term)
  return decliningParts(loan, term, (n, balance, interest) => {
    if (n === term) return null
    const borne = n === 1 ? monthInterest(balance, loan) : interest
    return subtractFen(instalment, borne)
  })
}

/** Equal principal and equal interest on the original principal (等本等息). */
function flatRateParts(loan: Loan, term: number): PrincipalPart[] {
  const interest = monthInterest(loan.principal, loan)
  return decliningParts(loan, term, (n) => (n === term ? null : share(loan.principal, term))).map(
    (part) => ({ ...part, interest }),
  )
}

/** Principal and all interest on one day: after `term` months where the contract counts months, else on the first due date. */
function bulletPart(loan: Loan, term: number): PrincipalPart {
  const dueOn = dueDate(loan, term)
  const interest = isWholeMonths(loan, dueOn, term)
    ? scaleExactly(monthInterest(loan.principal, loan), [term], [1])
    : interestFor(loan.principal, loan, interestDays(loan.dayCount, loan.disbursedOn, dueOn))
  return { dueOn, principal: loan.principal, interest }
}

/** With 30/360 a whole number of months is that many twelfths of a year, whatever the calendar. */
const isWholeMonths = (loan: Loan, dueOn: CalendarDate, term: number): boolean =>
  loan.dayCount === '30/360' && addMonths(loan.disbursedOn, term) === dueOn

const share = (principal: Fen, term: number): Fen => scaleExactly(principal, [1], [term])

/**
 * Interest on the declining balance; `principalOf` names the principal part, null = all that is left.
 * A part is never negative nor more than the balance.
 */
function decliningParts(
  loan: Loan,
  term: number,
  principalOf: (n: number, balance: Fen, interest: Fen) => Fen | null,
): PrincipalPart[] {
  const parts: PrincipalPart[] = []
  let balance = loan.principal
  let from = loan.disbursedOn
  for (let n = 1; n <= term; n += 1) {
    const dueOn = dueDate(loan, n)
    const interest = periodInterest(loan, balance, { from, to: dueOn, first: n === 1 })
    const wanted = principalOf(n, balance, interest) ?? balance
    const principal = fen(Math.min(balance, Math.max(0, wanted)))
    parts.push({ dueOn, principal, interest })
    balance = subtractFen(balance, principal)
    from = dueOn
  }
  return parts
}

/** Interest of one period: with 30/360 a regular month is a twelfth of the year, otherwise days count. */
function periodInterest(
  loan: Loan,
  balance: Fen,
  period: { readonly from: CalendarDate; readonly to: CalendarDate; readonly first: boolean },
): Fen {
  const regular = !period.first || addMonths(period.from, 1) === period.to
  if (loan.dayCount === '30/360' && regular) return monthInterest(balance, loan)
  return interestFor(balance, loan, interestDays(loan.dayCount, period.from, period.to))
}
