import type { Locale } from '../../domain/case/index.ts'
import { formatFraction, formatYuan } from '../../domain/kernel/index.ts'
import type { LoanProposal, Proposal, ProposalSet, Terms } from '../../domain/proposal/index.ts'
import type { Survival } from '../../domain/simulation/index.ts'
import { chanceText } from './decimal-text.ts'
import { factorText, openText } from './factor-words.ts'
import { reasonText } from './proposal-words.ts'

/** The simulated survival of each proposal by its id, and the seed of the runs. */
export interface SurvivalReport {
  readonly seed: number
  readonly of: ReadonlyMap<string, Survival>
}

/** The proposals in the published shape of `propose --json`. */
export function proposalsJson(set: ProposalSet, survival: SurvivalReport, locale: Locale) {
  const json = (proposal: Proposal) => ({
    ...proposalJson(proposal, locale),
    survival: survivalJson(survival.of.get(proposal.id), survival.seed),
  })
  return {
    on: set.on,
    objective: set.objective,
    statusQuo: json(set.statusQuo),
    proposals: set.proposals.map(json),
    recommended: set.recommended,
  }
}

const survivalJson = (survival: Survival | undefined, seed: number) =>
  survival === undefined
    ? null
    : {
        probability: chanceText(survival.probability),
        runs: survival.runs,
        seed,
        firstMissMonthMedian: survival.firstMissMonthMedian,
        neverMissed: chanceText(survival.neverMissed),
        steadyMonthly: formatYuan(survival.steadyMonthly),
      }

/** The gap is written as a decimal fraction: `0.0000` where nothing can be saved any more. */
const GAP_DECIMALS = 4

const proposalJson = (proposal: Proposal, locale: Locale) => ({
  id: proposal.id,
  strategy: proposal.strategy,
  feasible: proposal.feasible,
  why: proposal.why.map((reason) => reasonText(reason, locale)),
  months: proposal.months,
  payoffOn: proposal.payoffOn,
  totalPaid: formatYuan(proposal.totalPaid),
  interestAndFees: formatYuan(proposal.interestAndFees),
  savedAgainstStatusQuo: formatYuan(proposal.savedAgainstStatusQuo),
  maxMonthly: formatYuan(proposal.maxMonthly),
  concession: proposal.concession,
  ...(proposal.optimality === null
    ? {}
    : {
        optimality: {
          proved: proposal.optimality.proved,
          gap: proposal.optimality.gap.toFixed(GAP_DECIMALS),
        },
      }),
  perLoan: proposal.perLoan.map(loanJson),
  cashflow: proposal.cashflow.map(({ month, ...amounts }) => ({
    month,
    opening: formatYuan(amounts.opening),
    income: formatYuan(amounts.income),
    expenses: formatYuan(amounts.expenses),
    payments: formatYuan(amounts.payments),
    closing: formatYuan(amounts.closing),
  })),
  reasonableness: {
    score: proposal.reasonableness.score,
    factors: proposal.reasonableness.factors.map((factor) => ({
      name: factor.name,
      score: factor.score,
      why: factorText(factor, locale),
    })),
    open: proposal.reasonableness.open.map((point) => ({
      name: point.name,
      why: openText(point, locale),
    })),
  },
})

const loanJson = ({
  loan,
  arrangement,
  standing,
  offer,
  ask,
  payments,
  closes,
  totalPaid,
}: LoanProposal) => ({
  loan,
  arrangement,
  standing,
  ...(offer === null ? {} : { offer }),
  ask: {
    open: termsJson(ask.open),
    target: termsJson(ask.target),
    limit: termsJson(ask.limit),
    ...(ask.ladder === undefined ? {} : { ladder: ask.ladder.map(termsJson) }),
  },
  payments: payments.map(({ on, amount }) => ({ on, amount: formatYuan(amount) })),
  closes,
  totalPaid: formatYuan(totalPaid),
})

const termsJson = ({ monthly, months, firstOn, total, concession, rate }: Terms) => ({
  monthly: formatYuan(monthly),
  months,
  firstOn,
  total: formatYuan(total),
  concession,
  ...(rate === undefined ? {} : { rate: { value: formatFraction(rate), per: rate.per } }),
})
