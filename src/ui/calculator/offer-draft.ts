import type { OfferCost, OfferQuote, OfferTerms } from '../../domain/cost/index.ts'
import { offerCost } from '../../domain/cost/index.ts'
import {
  fen,
  fractionOf,
  rateOf,
  ZERO_FEN,
  type Fen,
  type Fraction,
  type Rate,
} from '../../domain/kernel/index.ts'

export const QUOTE_KINDS = ['flat', 'balance', 'payment'] as const
export type QuoteKind = (typeof QUOTE_KINDS)[number]

/** An offer while it is typed. */
export interface OfferDraft {
  principal: Fen | null
  count: number | null
  kind: QuoteKind
  rate: Rate | null
  payment: Fen | null
  upfrontFee: Fen | null
  eachFee: Fen | null
  interestInAdvance: boolean
}

/** The usual trap as an example: 0.6 % a month on the whole amount, twelve times. */
export const exampleOffer = (): OfferDraft => ({
  principal: fen(1_000_000),
  count: 12,
  kind: 'flat',
  rate: rateOf(6, 1000, 'month'),
  payment: null,
  upfrontFee: null,
  eachFee: null,
  interestInAdvance: false,
})

/** The same money at 12 % a year on what is left. */
export const otherOffer = (): OfferDraft => ({
  ...exampleOffer(),
  kind: 'balance',
  rate: rateOf(12, 100, 'year'),
})

const MONTHS_A_YEAR = 12
const DAYS_A_MONTH = 30

/** A rate by the month: a year's ÷ 12, a day's × 30. */
const byMonth = ({ numerator, denominator, per }: Rate): Fraction =>
  per === 'year'
    ? fractionOf(numerator, denominator * MONTHS_A_YEAR)
    : fractionOf(numerator * (per === 'day' ? DAYS_A_MONTH : 1), denominator)

/** What is typed as an offer; null until all that it takes is there. */
export function readOffer(draft: OfferDraft): OfferTerms | null {
  const { principal, count, upfrontFee, eachFee, interestInAdvance, kind } = draft
  const quote = quoteOf(draft)
  if (principal === null || count === null || quote === null) return null
  return {
    principal,
    count,
    quote,
    upfrontFee: upfrontFee ?? ZERO_FEN,
    eachFee: eachFee ?? ZERO_FEN,
    interestInAdvance: interestInAdvance && kind !== 'payment',
  }
}

function quoteOf({ kind, rate, payment }: OfferDraft): OfferQuote | null {
  if (kind === 'payment') return payment === null ? null : { kind, payment }
  if (rate === null) return null
  const monthly = byMonth(rate)
  if (kind === 'flat') return { kind, monthly }
  const yearly = fractionOf(monthly.numerator * MONTHS_A_YEAR, monthly.denominator)
  return { kind, yearly }
}

/** What the typed offer costs: null while it is not complete, or gives nothing. */
export function costOf(draft: OfferDraft): OfferCost | 'incomplete' | 'nothing-arrives' {
  const terms = readOffer(draft)
  return terms === null ? 'incomplete' : (offerCost(terms) ?? 'nothing-arrives')
}
