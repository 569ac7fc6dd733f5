import type { Loan } from '../case/index.ts'
import {
  exactScale,
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
  if (loan.rateChanges.length === 0) return steadyAnnuity(loan, term)
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

/** The same where the rate never changes: one instalment for all. */
function steadyAnnuity(loan: Loan, term: number): (step: Step) => Fen {
  const { numerator, denominator } = annualRate(loan.rate, loan.dayCount)
  const monthly = { numerator, denominator: denominator * 12 }
  const instalment = equalInstalment(loan.principal, monthly, term)
  return ({ n, balance, interest }) =>
    subtractFen(instalment, n > 1 ? interest : monthInterest(balance, loan))
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
  const months = wholeMonths(loan, period.from, dueOn)
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
  const interestOf = regularInterest(loan)
  for (let n = 1; n <= term; n += 1) {
    const to = dueDate(loan, n)
    const interest =
      n === 1
        ? periodInterest(loan, balance, { from, to, months: wholeMonths(loan, from, to) })
        : interestOf(balance, from, to)
    const wanted = n === term ? balance : principalOf({ n, from, to, balance, interest })
    const principal = fen(Math.min(balance, Math.max(0, wanted)))
    parts.push({ dueOn: to, principal, interest })
    balance = subtractFen(balance, principal)
    from = to
  }
  return parts
}

/** The interest of every period after the first: with 30/360 each is one month, else its days count. */
function regularInterest(loan: Loan): (balance: Fen, from: CalendarDate, to: CalendarDate) => Fen {
  const months = loan.dayCount === '30/360' ? 1 : null
  if (months === null || loan.rateChanges.length > 0)
    return (balance, from, to) => periodInterest(loan, balance, { from, to, months })
  const { numerator, denominator } = annualRate(loan.rate, loan.dayCount)
  return exactScale([numerator], [denominator, 12])
}
