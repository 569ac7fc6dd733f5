import { daysBetween, type CalendarDate, type Fen } from '../kernel/index.ts'
import type { TimedFlow } from './flow-terms.ts'
import { rateAnswer, type RateAnswer } from './rate-answer.ts'
import { usAprFlows, type UnitPeriodFlow } from './us-apr.ts'

export interface DatedFlow {
  readonly on: CalendarDate
  readonly amount: Fen
}

/** What the rate of is asked for, and by which standard. Opposite directions have opposite signs. */
export type RateRequest =
  /** Flows of equal periods: the rate per period. */
  | { readonly method: 'irr'; readonly flows: readonly Fen[] }
  /** Flows on their dates: the effective annual rate, actual days ÷ 365. */
  | { readonly method: 'xirr'; readonly flows: readonly DatedFlow[] }
  /** Drawdowns positive, repayments negative, t in years: the annual percentage rate of charge. */
  | { readonly method: 'eu-apr'; readonly flows: readonly TimedFlow[] }
  /** Advances and payments in unit-periods: the annual percentage rate, unit-period rate × unit-periods a year. */
  | {
      readonly method: 'us-apr'
      readonly unitPeriodsPerYear: number
      readonly advances: readonly UnitPeriodFlow[]
      readonly payments: readonly UnitPeriodFlow[]
    }
  /** What was received and what is paid each time: the rate per period. */
  | {
      readonly method: 'instalment'
      readonly received: Fen
      readonly payment: Fen
      readonly count: number
      readonly perYear: number
    }
export type RateMethod = RateRequest['method']

/** The answer in the units of the method (see `RateRequest`), and by the year where that is defined. */
export interface SolvedRate extends RateAnswer {
  /** Rate per period × periods in a year; null where the method knows no period. */
  readonly nominalAnnual: number | null
  /** With interest on interest within the year; null where the length of a period is not known. */
  readonly effectiveAnnual: number | null
}

const DAYS_A_YEAR = 365

/**
 * Solves a request. Sources: definition of the internal rate (irr, instalment); XIRR as spreadsheets
 * define it (actual/365 from the first date); directive 2008/48/EC annex I and 2014/17/EU annex I
 * (eu-apr); Regulation Z, 12 CFR 1026 appendix J (us-apr).
 */
export function solveRate(request: RateRequest): SolvedRate {
  switch (request.method) {
    case 'irr':
      return perPeriod(rateAnswer(request.flows.map((amount, t) => ({ t, amount }))), null)
    case 'xirr':
      return effective(rateAnswer(timesOf(request.flows)))
    case 'eu-apr':
      return effective(rateAnswer(request.flows))
    case 'us-apr':
      return usApr(request)
    case 'instalment':
      return perPeriod(rateAnswer(instalmentFlows(request)), request.perYear)
  }
}

function timesOf(flows: readonly DatedFlow[]): readonly TimedFlow[] {
  const [first] = flows
  if (first === undefined) return []
  return flows.map(({ on, amount }) => ({ t: daysBetween(first.on, on) / DAYS_A_YEAR, amount }))
}

const instalmentFlows = ({
  received,
  payment,
  count,
}: {
  readonly received: Fen
  readonly payment: Fen
  readonly count: number
}): readonly TimedFlow[] =>
  Array.from({ length: count + 1 }, (_, t) => ({ t, amount: t === 0 ? received : -payment }))

const effective = (answer: RateAnswer): SolvedRate => ({
  ...answer,
  nominalAnnual: null,
  effectiveAnnual: answer.rate,
})

const perPeriod = (answer: RateAnswer, perYear: number | null): SolvedRate => ({
  ...answer,
  nominalAnnual: answer.rate === null || perYear === null ? null : answer.rate * perYear,
  effectiveAnnual: answer.rate === null || perYear === null ? null : compound(answer.rate, perYear),
})

function usApr(request: Extract<RateRequest, { method: 'us-apr' }>): SolvedRate {
  const { unitPeriodsPerYear: perYear, advances, payments } = request
  const solved = perPeriod(rateAnswer(usAprFlows(advances, payments)), perYear)
  return {
    ...solved,
    rate: solved.nominalAnnual,
    roots: solved.roots.map((root) => root * perYear),
  }
}

/** (1 + rate)^n − 1 without losing the digits of a small rate; null beyond what a number can hold. */
function compound(rate: number, perYear: number): number | null {
  const annual = Math.expm1(perYear * Math.log1p(rate))
  return Number.isFinite(annual) ? annual : null
}
