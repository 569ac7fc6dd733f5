import type { Case } from '../case/index.ts'
import { fen, sumFen, ZERO_FEN, type CalendarDate } from '../kernel/index.ts'
import type { Attempt } from './attempt.ts'
import { buildProposal } from './build-proposal.ts'
import { contractPayments } from './contract-payments.ts'
import { debtsOf, type Debt } from './debt.ts'
import { householdOf, type Household } from './household.ts'
import { keepPaying } from './loan-proposal.ts'
import { missingMonthly } from './personalised-instalments.ts'
import { exactOnes, type Build } from './exact-proposals.ts'
import type { SolveModel } from './linear-model.ts'
import type { Objective } from './objective.ts'
import { recommendedOf } from './recommend.ts'
import type { ArrangementRule } from './rules.ts'
import { ground, heuristicsFor, type Ground } from './strategies.ts'
import { tokenPayments } from './token-payments.ts'
import type { Proposal, ProposalSet, Reason, Strategy } from './types.ts'

/** The day the proposals are for, and what the exact ones aim at: the least total where nothing else is chosen. */
export interface Aim {
  readonly on: CalendarDate
  readonly objective?: Objective
}

/** The search for a case's proposals, in two steps: what is found at once, and the exact answers, which take seconds. */
export interface ProposalSearch {
  readonly heuristics: ProposalSet
  readonly withOptimum: (solve: SolveModel) => ProposalSet
}

/**
 * The proposals for a case on a day, beside the status quo (the contracts kept to the letter: what
 * is late paid today, the rest when due). Each strategy takes the least concession under which it
 * can be kept. The recommended one is feasible, asks the least, then costs the least; null when
 * none is feasible. Keeping the contracts counts too. Without a loan that owes anything there is no proposal.
 */
export const proposeAll = (
  facts: Case,
  rules: readonly ArrangementRule[],
  on: CalendarDate,
): ProposalSet => proposalSearch(facts, rules, { on }).heuristics

/**
 * The same with the two exact answers before the others: `optimal-now`, the least total under the
 * contracts and the creditors' own offers, and `optimal`, the least concession that makes everything
 * payable, then the least total; or what else is aimed at. Neither is ever worse than another proposal
 * on the same terms.
 */
export const proposeWithOptimum = (
  facts: Case,
  rules: readonly ArrangementRule[],
  { solve, ...aim }: Aim & { readonly solve: SolveModel },
): ProposalSet => proposalSearch(facts, rules, aim).withOptimum(solve)

/** Finds the heuristics; the exact answers are looked for from there when they are asked for. */
export function proposalSearch(
  facts: Case,
  rules: readonly ArrangementRule[],
  { on, objective = 'least-paid' }: Aim,
): ProposalSearch {
  const debts = debtsOf(facts, rules, on)
  const household = householdOf(facts.budget, on)
  const statusQuo = statusQuoOf(debts, household)
  if (debts.length === 0) {
    const nothing = { on, objective, statusQuo, proposals: [], recommended: null }
    return { heuristics: nothing, withOptimum: () => nothing }
  }
  const from = ground(debts, household)
  const why = whyNot(from.attempts, household)
  const build: Build = (strategy, perLoan, optimality) =>
    buildProposal({
      strategy,
      perLoan: perLoan ?? [],
      debts,
      household,
      statusQuo: statusQuo.totalPaid,
      why: perLoan === null ? whyNone(strategy, from, why) : [],
      optimality,
    })
  const others = heuristicsFor(from).map(([strategy, arrange]) =>
    build(strategy, arrange(from), null),
  )
  const setOf = (exact: readonly Proposal[]): ProposalSet => {
    const isAny = [statusQuo, ...exact, ...others].some(({ feasible }) => feasible)
    const stopGap = isAny ? null : tokenPayments(debts, household)
    const token =
      stopGap === null ? [] : [stopGapOf(build('token', stopGap.perLoan, null), stopGap.months)]
    const proposals = [...exact, ...others, ...token]
    const recommended = recommendedOf([statusQuo, ...proposals], objective)?.id ?? null
    return { on, objective, statusQuo, proposals, recommended }
  }
  return {
    heuristics: setOf([]),
    withOptimum: (solve) =>
      setOf(exactOnes(from, { rivals: [statusQuo, ...others], build, solve, objective })),
  }
}

/** Token payments can be kept up and yet are no plan: they are never called feasible. */
const stopGapOf = (proposal: Proposal, months: number): Proposal => ({
  ...proposal,
  feasible: false,
  why: [
    { code: 'stop-gap', months },
    ...proposal.why.filter(({ code }) => code !== 'within-affordable'),
  ],
})

function statusQuoOf(debts: readonly Debt[], household: Household): Proposal {
  const { on } = household
  const why = debts.flatMap((debt): readonly Reason[] => {
    const { problem } = contractPayments(debt, on)
    return problem === null ? [] : [{ code: problem, loan: debt.loan.id }]
  })
  const perLoan = debts.map((debt) => keepPaying(debt, on))
  return buildProposal({ strategy: 'status-quo', perLoan, debts, household, statusQuo: null, why })
}

/** What stands in the way even under the mildest terms: nothing is left, or how much is missing a month. */
function whyNot(tries: readonly Attempt[], household: Household): readonly Reason[] {
  const mildest = tries.at(-1)
  const missing = mildest === undefined ? 0 : missingMonthly(mildest, household)
  const amount = missing > 0 ? { amount: fen(missing) } : {}
  const code = household.monthly.affordable > 0 ? 'longer-than-allowed' : 'nothing-affordable'
  return [{ code, ...amount }, ...HELP]
}

/** Why a strategy has nothing to show: the optimum of today is judged by the contracts, a settlement needs an offer. */
function whyNone(
  strategy: Strategy,
  { debts, household }: Ground,
  mildest: readonly Reason[],
): readonly Reason[] {
  const isOffered = debts.some(({ loan }) => loan.offers.some(({ kind }) => kind === 'settlement'))
  if (strategy === 'settlement' && !isOffered) return [{ code: 'no-offer' }]
  if (strategy !== 'optimal-now' && strategy !== 'settlement') return mildest
  const asked = sumFen(debts.map(({ state }) => state.nextDue?.payment ?? ZERO_FEN))
  const missing = asked - household.monthly.affordable
  return [{ code: 'over-affordable', ...(missing > 0 ? { amount: fen(missing) } : {}) }]
}

/** What to turn to where nothing fits: no plan is made up. */
const HELP: readonly Reason[] = [
  { code: 'ask-moratorium' },
  { code: 'ask-hardship-relief' },
  { code: 'ask-legal-aid' },
]
