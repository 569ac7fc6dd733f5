import {
  fractionOf,
  fractionToNumber,
  parseFraction,
  type Fraction,
  type FractionProblem,
} from './fraction.ts'
import { succeed, type Result } from './result.ts'

export const RATE_PERIODS = ['day', 'month', 'year'] as const
export type RatePeriod = (typeof RATE_PERIODS)[number]

/** An exact simple (nominal) rate per period. */
export interface Rate extends Fraction {
  readonly per: RatePeriod
}

/** Reads a decimal fraction ("0.0005") per period as an exact rate; nothing is rounded. */
export function parseRate(value: string, per: RatePeriod): Result<Rate, FractionProblem> {
  const fraction = parseFraction(value)
  return fraction.ok ? succeed({ ...fraction.value, per }) : fraction
}

/** The rate numerator ÷ denominator per period, reduced. Both are non-negative safe integers. */
export const rateOf = (numerator: number, denominator: number, per: RatePeriod): Rate => ({
  ...fractionOf(numerator, denominator),
  per,
})

/**
 * The nominal annual value as a plain number: a month's rate × 12, a day's rate × the days of the
 * loan's year.
 */
export const nominalAnnual = (rate: Rate, daysInYear: 360 | 365): number =>
  fractionToNumber(rate) * { year: 1, month: 12, day: daysInYear }[rate.per]
