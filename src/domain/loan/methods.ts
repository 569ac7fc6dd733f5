import type { Loan } from '../case/index.ts'
import {
  fen,
  scaleExactly,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
  type Rate,
} from '../kernel/index.ts'
import { equalInstalment } from './annuity.ts'
import { annualRate, monthInterest } from './day-count.ts'
import { dueDate } from './due-date.ts'
import { periodInterest, wholeMonths, type Period } from './period-interest.ts'
import { closingRate, isSameRate, rateStretches } from './rate-stretches.ts'

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
      return decliningParts(loan, term, annuityPrincipal(loan, term))
    case 'flat-rate':
      return flatRateParts(loan, term)
    case 'bullet':
    case 'minimum-payment':
      return [bulletPart(loan, term)]
    case 'equal-principal': {
      const share = scaleExactly(loan.principal, [1], [term])
      return decliningParts(loan, term, () => share)
    }
    case 'interest-only':
      return decliningParts(loan, term, () => ZERO_FEN)
  }
}

/** An instalment on its way: its number, the balance before it, and the interest that it bears. */
interface Step extends Period {
  readonly n: number
  readonly balance: Fen
  readonly interest: Fen
}

/**
 * The principal of equal instalments (等额本息). The instalment is the annuity at a twelfth of the
 * annual rate. An irregular first period, and a period in which the rate changes, alter their own
 * interest only: the principal part is what the instalment leaves over a regular month's interest.
 * When the rate changes, the balance is spread anew over the instalments that remain, from the one
 * that closes the period of the change on (the custom of loans that follow the LPR: remaining
 * principal, remaining number, new rate).
 */
function annuityPrincipal(loan: Loan, term: number): (step: Step) => Fen {
  let rate: Rate | null = null
  let instalment = ZERO_FEN
  return ({ n, from, to, balance, interest }) => {
    const now = closingRate(loan, to)
    if (rate === null || !isSameRate(now, rate)) {
      const annual = annualRate(now, loan.dayCount)
      const monthly = { numerator: annual.numerator, denominator: annual.denominator * 12 }
      instalment = equalInstalment(balance, monthly, term - n + 1)
      rate = now
    }
    const isRegular = n > 1 && rateStretches(loan, from, to).length === 1
    const { dayCount } = loan
    return subtractFen(
      instalment,
      isRegular ? interest : monthInterest(balance, { rate: now, dayCount }),
    )
  }
}

/** Equal principal, and a month's interest on the original principal each time, however long the period (等本等息). */
function flatRateParts(loan: Loan, term: number): PrincipalPart[] {
  const share = scaleExactly(loan.principal, [1], [term])
  return decliningParts(loan, term, () => share).map((part, index, parts) => {
    const from = parts[index - 1]?.dueOn ?? loan.disbursedOn
    const period = { from, to: part.dueOn, months: 1 }
    return { ...part, interest: periodInterest(loan, loan.principal, period) }
  })
}

/** Principal and all interest on one day: after `term` months where the contract counts months, else by days. */
function bulletPart(loan: Loan, term: number): PrincipalPart {
  const dueOn = dueDate(loan, term)
  const period = { from: loan.disbursedOn, to: dueOn }
  const months = wholeMonths(loan, period)
  const interest = periodInterest(loan, loan.principal, { ...period, months })
  return { dueOn, principal: loan.principal, interest }
}

/**
 * Interest on the declining balance; `principalOf` names the principal part, the last instalment
 * takes all that is left. A part is never negative nor more than the balance.
 */
function decliningParts(
  loan: Loan,
  term: number,
  principalOf: (step: Step) => Fen,
): PrincipalPart[] {
  const parts: PrincipalPart[] = []
  let balance = loan.principal
  let from = loan.disbursedOn
  for (let n = 1; n <= term; n += 1) {
    const to = dueDate(loan, n)
    const months = n === 1 ? wholeMonths(loan, { from, to }) : regularMonth(loan)
    const interest = periodInterest(loan, balance, { from, to, months })
    const wanted = n === term ? balance : principalOf({ n, from, to, balance, interest })
    const principal = fen(Math.min(balance, Math.max(0, wanted)))
    parts.push({ dueOn: to, principal, interest })
    balance = subtractFen(balance, principal)
    from = to
  }
  return parts
}

/** With 30/360 every period after the first is one month. */
const regularMonth = ({ dayCount }: Loan): number | null => (dayCount === '30/360' ? 1 : null)
