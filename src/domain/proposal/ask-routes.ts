import {
  addFen,
  fen,
  maxFen,
  minFen,
  scaleFen,
  subtractFen,
  ZERO_FEN,
  type Fen,
  type Fraction,
} from '../kernel/index.ts'
import { annualRate, equalInstalment, monthInterest } from '../loan/index.ts'
import { interestUpTo, payDay, type PayDays } from './amortise.ts'
import { askedAs } from './asked-as.ts'
import { namedRate, type Asked } from './ask-bounds.ts'
import { termsUnder, type Debt, type Repayable } from './debt.ts'
import type { OpenBalance, Route } from './route.ts'

/**
 * How much of the principal each month has to bring: `level` as much as equal instalments over the
 * longest term would, `free` none, as long as no month brings less than its interest and an equal part
 * of the old charges and everything is paid by the longest term. Where no interest runs the pace is
 * always level: nobody would be paid anything for years.
 */
export type Pace = 'level' | 'free'

/** A loan whose creditor is asked for instalments, over the longest term or the months given. */
export function askRoute(
  debt: Debt,
  asked: Asked,
  over: { readonly days: PayDays; readonly pace: Pace; readonly months?: number },
): Route {
  return {
    debt,
    // Whether it is a longer term is known once the payments are.
    arrangement: askedAs(asked.concession, debt.loan, null),
    standing: 'ask',
    offer: null,
    concession: asked.concession,
    ...namedRate(asked.rate),
    fixed: [],
    fixedBalances: [],
    open: repayableBalance(termsUnder(debt, asked), { months: debt.bounds.term, ...over }),
  }
}

/**
 * Terms as a balance that is paid down over at most some months. What a first period longer than a
 * month adds is paid like the old charges, in equal parts.
 */
export function repayableBalance(
  terms: Repayable,
  { days, pace, months }: { readonly days: PayDays; readonly pace: Pace; readonly months: number },
): OpenBalance {
  const { principal } = terms
  const annual = annualRate(terms.rate, terms.dayCount)
  const monthly: Fraction = { numerator: annual.numerator, denominator: annual.denominator * 12 }
  const first = interestUpTo(terms, principal, { ...days, n: 0 })
  const regular = monthInterest(principal, terms)
  const slots = Array.from({ length: months }, (_, n) => n)
  const charges = addFen(terms.charges, maxFen(ZERO_FEN, fen(first - regular)))
  const opening =
    first < regular ? { numerator: first, denominator: Math.max(1, principal) } : monthly
  const interest = slots.map((n) => (n === 0 ? opening : monthly))
  const level = fen(equalInstalment(principal, monthly, months) + (annual.numerator === 0 ? 0 : 1))
  return {
    days: slots.map((n) => payDay(days, n)),
    principal,
    interest,
    ceilings:
      pace === 'level' || annual.numerator === 0
        ? ceilingsOf(principal, interest, level)
        : lastOnly(principal, months),
    least: slots.map(() => ZERO_FEN),
    minimum: null,
    parts: equalParts(charges, months),
  }
}

/** Equal parts to the fen, the earlier ones larger where they can't be equal. */
function equalParts(amount: Fen, count: number): readonly Fen[] {
  const over = amount % count
  return Array.from({ length: count }, (_, n) => fen((amount - over) / count + (n < over ? 1 : 0)))
}

const lastOnly = (principal: Fen, months: number): readonly Fen[] =>
  Array.from({ length: months }, (_, n) => (n === months - 1 ? ZERO_FEN : principal))

function ceilingsOf(principal: Fen, interest: readonly Fraction[], level: Fen): readonly Fen[] {
  let left = principal
  return interest.map(({ numerator, denominator }, n) => {
    const paid = subtractFen(level, scaleFen(left, numerator, denominator))
    left =
      n === interest.length - 1 ? ZERO_FEN : subtractFen(left, minFen(left, maxFen(ZERO_FEN, paid)))
    return left
  })
}
