import {
  fen,
  scaleExactly,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type Fen,
  type Fraction,
} from '../kernel/index.ts'
import { equalInstalment } from '../loan/index.ts'
import { solveRate, type SolvedRate } from './solve-rate.ts'

/** How an offer names its price. */
export type OfferQuote =
  /** So much of the whole principal every month, however little of it is left (等本等息, 分期手续费). */
  | { readonly kind: 'flat'; readonly monthly: Fraction }
  /** A yearly rate on what is left, paid back by level payments. */
  | { readonly kind: 'balance'; readonly yearly: Fraction }
  /** The payment itself. */
  | { readonly kind: 'payment'; readonly payment: Fen }

/** An offer of monthly instalments as it is advertised. */
export interface OfferTerms {
  readonly principal: Fen
  readonly count: number
  readonly quote: OfferQuote
  /** Taken off when the money is paid out. */
  readonly upfrontFee: Fen
  readonly eachFee: Fen
  /** All interest is taken off when the money is paid out, and none is paid with the instalments. */
  readonly interestInAdvance: boolean
}

/** What an offer gives and takes. */
export interface OfferCost {
  /** What arrives. */
  readonly received: Fen
  /** Each month's payment, all charges in it. */
  readonly payments: readonly Fen[]
  readonly paid: Fen
  /** The yearly rate that the advert names; null where it names a payment only. */
  readonly quotedAnnual: number | null
  /** The monthly rate, and by the year. */
  readonly rate: SolvedRate
}

/**
 * What an advertised offer really costs: what arrives against what is paid each month. Every
 * payment half up to the fen; the last one takes what is left of the principal. A flat rate is
 * sold as × 12 a year. Null where more is kept back than is lent.
 */
export function offerCost(terms: OfferTerms): OfferCost | null {
  const { principal, upfrontFee, eachFee, interestInAdvance } = terms
  const parts = partsOf(terms)
  const interest = sumFen(parts.map((part) => part.interest))
  const kept = interestInAdvance ? interest : ZERO_FEN
  const received = fen(principal - upfrontFee - kept)
  if (received <= 0) return null
  const payments = parts.map((part) =>
    fen(part.principal + (interestInAdvance ? 0 : part.interest) + eachFee),
  )
  return {
    received,
    payments,
    paid: sumFen(payments),
    quotedAnnual: quotedAnnual(terms.quote),
    rate: monthlyRate(received, payments),
  }
}

/** The monthly rate of what is received now and paid each month, by the year too. */
function monthlyRate(received: Fen, payments: readonly Fen[]): SolvedRate {
  const [first = ZERO_FEN] = payments
  if (payments.every((payment) => payment === first)) {
    const count = payments.length
    return solveRate({ method: 'instalment', received, payment: first, count, perYear: 12 })
  }
  const flows = [received, ...payments.map((payment) => fen(-payment))]
  const solved = solveRate({ method: 'irr', flows })
  if (solved.rate === null) return solved
  return {
    ...solved,
    nominalAnnual: solved.rate * 12,
    effectiveAnnual: Math.expm1(12 * Math.log1p(solved.rate)),
  }
}

interface Part {
  readonly principal: Fen
  readonly interest: Fen
}

function partsOf(terms: OfferTerms): readonly Part[] {
  const { principal, count, quote } = terms
  switch (quote.kind) {
    case 'flat': {
      const { numerator, denominator } = quote.monthly
      const interest = scaleExactly(principal, [numerator], [denominator])
      const share = scaleExactly(principal, [1], [count])
      return parts(terms, () => ({ interest, principal: share }))
    }
    case 'balance': {
      const { numerator, denominator } = quote.yearly
      const monthly = { numerator, denominator: denominator * 12 }
      const level = equalInstalment(principal, monthly, count)
      return parts(terms, (balance) => {
        const interest = scaleExactly(balance, [numerator], [denominator, 12])
        return { interest, principal: subtractFen(level, interest) }
      })
    }
    case 'payment':
      return parts(
        terms,
        () => {
          const share = scaleExactly(principal, [1], [count])
          return { principal: share, interest: subtractFen(quote.payment, share) }
        },
        quote.payment,
      )
  }
}

/** Part by part; the last one takes the principal that is left. A payment that is named stays what it is. */
function parts(
  { principal, count }: OfferTerms,
  next: (balance: Fen) => Part,
  payment: Fen | null = null,
): readonly Part[] {
  let balance = principal
  return Array.from({ length: count }, (_, index) => {
    const part = next(balance)
    const taken = index === count - 1 ? balance : part.principal
    balance = subtractFen(balance, taken)
    const interest = payment === null ? part.interest : subtractFen(payment, taken)
    return { principal: taken, interest }
  })
}

function quotedAnnual(quote: OfferQuote): number | null {
  if (quote.kind === 'flat') return (quote.monthly.numerator / quote.monthly.denominator) * 12
  return quote.kind === 'balance' ? quote.yearly.numerator / quote.yearly.denominator : null
}
