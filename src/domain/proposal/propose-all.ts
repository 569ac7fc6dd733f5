import type { Case } from '../case/index.ts'
import { fen, type CalendarDate } from '../kernel/index.ts'
import { attempts, type Attempt } from './attempt.ts'
import { buildProposal } from './build-proposal.ts'
import { contractPayments } from './contract-payments.ts'
import { debtsOf, type Debt } from './debt.ts'
import { householdOf, type Household } from './household.ts'
import { keepPaying } from './loan-proposal.ts'
import { missingMonthly, personalisedInstalments } from './personalised-instalments.ts'
import { proRata } from './pro-rata.ts'
import type { ArrangementRule } from './rules.ts'
import type { LoanProposal, Proposal, ProposalSet, Reason, Strategy } from './types.ts'

type Arrange = (attempt: Attempt, household: Household) => readonly LoanProposal[] | null

const STRATEGIES: readonly (readonly [Strategy, Arrange])[] = [
  ['pro-rata', proRata],
  ['personalised-instalment', personalisedInstalments],
]

/**
 * The proposals for a case on a day, beside the status quo (the contracts kept to the letter: what
 * is late paid today, the rest when due). Each strategy takes the least concession under which it
 * can be kept. The recommended one is feasible, asks the least, then costs the least; null when
 * none is feasible. Keeping the contracts counts too. Without a loan that owes anything there is no proposal.
 */
export function proposeAll(
  facts: Case,
  rules: readonly ArrangementRule[],
  on: CalendarDate,
): ProposalSet {
  const debts = debtsOf(facts, rules, on)
  const household = householdOf(facts.budget, on)
  const statusQuo = statusQuoOf(debts, household)
  const tries = attempts(debts, household)
  const proposals =
    debts.length === 0
      ? []
      : STRATEGIES.map(([strategy, arrange]) => {
          const perLoan = firstFit(tries, household, arrange)
          const why = perLoan === null ? whyNot(tries, household) : []
          const total = statusQuo.totalPaid
          return buildProposal({
            strategy,
            perLoan: perLoan ?? [],
            debts,
            household,
            statusQuo: total,
            why,
          })
        })
  const candidates = debts.length === 0 ? [] : [statusQuo, ...proposals]
  return { on, statusQuo, proposals, recommended: bestOf(candidates)?.id ?? null }
}

function statusQuoOf(debts: readonly Debt[], household: Household): Proposal {
  const { on } = household
  const why = debts.flatMap((debt): readonly Reason[] => {
    const { problem } = contractPayments(debt, on)
    return problem === null ? [] : [{ code: problem, loan: debt.loan.id }]
  })
  const perLoan = debts.map((debt) => keepPaying(debt, on))
  return buildProposal({ strategy: 'status-quo', perLoan, debts, household, statusQuo: null, why })
}

function firstFit(
  tries: readonly Attempt[],
  household: Household,
  arrange: Arrange,
): readonly LoanProposal[] | null {
  for (const attempt of tries) {
    const found = arrange(attempt, household)
    if (found !== null) return found
  }
  return null
}

/** What stands in the way even under the mildest terms: nothing is left, or how much is missing a month. */
function whyNot(tries: readonly Attempt[], household: Household): readonly Reason[] {
  const mildest = tries.at(-1)
  const missing = mildest === undefined ? 0 : missingMonthly(mildest, household)
  const amount = missing > 0 ? { amount: fen(missing) } : {}
  const code = household.monthly.affordable > 0 ? 'longer-than-allowed' : 'nothing-affordable'
  return [{ code, ...amount }]
}

function bestOf(proposals: readonly Proposal[]): Proposal | null {
  const ranked = proposals
    .filter(({ feasible }) => feasible)
    .sort((a, b) => a.concession - b.concession || a.totalPaid - b.totalPaid)
  return ranked.at(0) ?? null
}
