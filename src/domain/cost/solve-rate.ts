import { dayNumber, type CalendarDate, type Fen } from '../kernel/index.ts'
import type { TimedFlow } from './flow-terms.ts'
import { dailyAnswer, periodicAnswer, rateAnswer, type RateAnswer } from './rate-answer.ts'
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
      return perPeriod(periodicAnswer(request.flows), null)
    case 'xirr':
      return effective(datedAnswer(request.flows))
    case 'eu-apr':
      return effective(rateAnswer(request.flows))
    case 'us-apr':
      return usApr(request)
    case 'instalment':
      return perPeriod(periodicAnswer(instalmentFlows(request)), request.perYear)
  }
}

function datedAnswer(flows: readonly DatedFlow[]): RateAnswer {
  const times = flows.map(({ on }) => dayNumber(on))
  return dailyAnswer({ times, amounts: flows.map(({ amount }) => amount) }, DAYS_A_YEAR)
}

function instalmentFlows({
  received,
  payment,
  count,
}: {
  readonly received: Fen
  readonly payment: Fen
  readonly count: number
}): readonly number[] {
  const flows = new Array<number>(count + 1).fill(-payment)
  flows[0] = received
  return flows
}

const effective = (answer: RateAnswer): SolvedRate => solved(answer, null, answer.rate)

function perPeriod(answer: RateAnswer, perYear: number | null): SolvedRate {
  const { rate } = answer
  if (rate === null || perYear === null) return solved(answer, null, null)
  return solved(answer, rate * perYear, compound(rate, perYear))
}

/** Written out: copying an answer by spreading costs more than solving it. */
const solved = (
  { status, rate, roots, residual, reason }: RateAnswer,
  nominalAnnual: number | null,
  effectiveAnnual: number | null,
): SolvedRate => ({ status, rate, roots, residual, reason, nominalAnnual, effectiveAnnual })

function usApr(request: Extract<RateRequest, { method: 'us-apr' }>): SolvedRate {
  const { unitPeriodsPerYear: perYear, advances, payments } = request
  const answer = perPeriod(rateAnswer(usAprFlows(advances, payments)), perYear)
  const roots = answer.roots.map((root) => root * perYear)
  return { ...answer, rate: answer.nominalAnnual, roots }
}

/** (1 + rate)^n − 1 without losing the digits of a small rate; null beyond what a number can hold. */
function compound(rate: number, perYear: number): number | null {
  const annual = Math.expm1(perYear * Math.log1p(rate))
  return Number.isFinite(annual) ? annual : null
}
