import type { Case, Loan } from '../case/index.ts'
import { fractionToNumber, nominalAnnual, ZERO_FEN, type CalendarDate } from '../kernel/index.ts'
import type { Proposal } from '../proposal/index.ts'
import type { LateCharge, SurvivalInput } from './types.ts'

const MONTHS_A_YEAR = 12

/** A proposal as the simulation meets it: the household, its payments, and what being late costs by each contract. */
export function survivalInput(facts: Case, proposal: Proposal, on: CalendarDate): SurvivalInput {
  const loans = new Map(facts.loans.map((loan) => [loan.id, loan]))
  const { perLoan, feasible } = proposal
  return {
    budget: facts.budget,
    on,
    streams: perLoan.map(({ loan, payments }) => ({
      payments,
      late: lateChargeOf(loans.get(loan) ?? null),
    })),
    clears: perLoan.length === 0 ? feasible : perLoan.every(({ closes }) => closes !== null),
  }
}

/** What a month's delay costs: the contract's late fee, and a twelfth of the yearly rate that late money bears. */
function lateChargeOf(loan: Loan | null): LateCharge {
  if (loan === null) return { fixed: ZERO_FEN, part: 0 }
  const lateFee = loan.penalty?.lateFee ?? null
  const ofFee = lateFee?.fraction == null ? 0 : fractionToNumber(lateFee.fraction)
  return { fixed: lateFee?.fixed ?? ZERO_FEN, part: ofFee + lateRate(loan) / MONTHS_A_YEAR }
}

/** The penalty's own yearly rate, or the loan's times the multiplier; the loan's own where none is agreed. */
function lateRate({ penalty, rate, dayCount }: Loan): number {
  const daysInYear = dayCount === 'actual/365' ? 365 : 360
  if (penalty?.rate != null) return nominalAnnual(penalty.rate, daysInYear)
  const ordinary = nominalAnnual(rate, daysInYear)
  return penalty?.multiplier == null ? ordinary : ordinary * fractionToNumber(penalty.multiplier)
}
