import type { Budget } from '../case/index.ts'
import type { Fen } from '../kernel/index.ts'
import { brokenReserve } from './cash.ts'
import type { Debt } from './debt.ts'
import type { Household } from './household.ts'
import { LONGEST_ASK } from './loan-proposal.ts'
import type { CashMonth, LoanProposal, Proposal, ReasonablenessFactor } from './types.ts'

type Reasonableness = Proposal['reasonableness']

/** Shares of the balances that differ by less than this are said to be equal. */
const EQUAL_WITHIN = 90

interface Judged {
  readonly perLoan: readonly LoanProposal[]
  readonly cash: readonly CashMonth[]
  readonly maxMonthly: Fen
  readonly months: number
}

/**
 * How reasonable a proposal is, 0–100: the mean of factors that are each shown and explained. It
 * says nothing about whether a creditor will accept. Source: the customary tests of a hardship offer
 * (essentials first, within what is affordable, creditors treated alike, at most 60 months).
 */
export function reasonablenessOf(
  judged: Judged,
  { debts, household }: { readonly debts: readonly Debt[]; readonly household: Household },
): Reasonableness {
  if (judged.perLoan.length === 0) return nothingToJudge(household)
  const factors = [
    affordable(judged, household),
    fair(judged.perLoan, debts),
    withinTerm(judged),
    reserve(judged, household.budget),
    essentials(household),
  ]
  const sum = factors.reduce((total, { score }) => total + score, 0)
  return { score: Math.floor(sum / factors.length), factors }
}

/** Where nothing fits there is no offer, and none of its other virtues counts. */
function nothingToJudge({ monthly }: Household): Reasonableness {
  const reason = monthly.affordable > 0 ? 'longer-than-allowed' : 'nothing-affordable'
  return { score: 0, factors: [{ name: 'affordable', score: 0, reason }] }
}

function affordable({ maxMonthly }: Judged, { monthly }: Household): ReasonablenessFactor {
  const fits = maxMonthly <= monthly.affordable
  const score = fits ? 100 : percentOf(monthly.affordable, maxMonthly)
  return { name: 'affordable', score, reason: fits ? 'within-affordable' : 'over-affordable' }
}

/** The smallest share of its balance that an asked creditor gets each month, against the largest. */
function fair(perLoan: readonly LoanProposal[], debts: readonly Debt[]): ReasonablenessFactor {
  const owed = new Map(debts.map(({ loan, state }) => [loan.id, state.owedNow]))
  const shares = perLoan
    .filter(({ arrangement }) => arrangement === 'instalment')
    .map(({ loan, ask }) => ask.target.monthly / (owed.get(loan) ?? Number.POSITIVE_INFINITY))
  const score = shares.length < 2 ? 100 : percentOf(Math.min(...shares), Math.max(...shares))
  return { name: 'fair', score, reason: score >= EQUAL_WITHIN ? 'proportional' : 'unequal' }
}

function withinTerm({ months }: Judged): ReasonablenessFactor {
  const fits = months <= LONGEST_ASK
  const score = fits ? 100 : percentOf(LONGEST_ASK, months)
  return { name: 'term', score, reason: fits ? 'within-term' : 'beyond-term' }
}

function reserve({ cash }: Judged, budget: Budget): ReasonablenessFactor {
  const kept = brokenReserve(cash, budget.reserve) === null
  return {
    name: 'reserve',
    score: kept ? 100 : 0,
    reason: kept ? 'reserve-kept' : 'reserve-broken',
  }
}

function essentials({ monthly }: Household): ReasonablenessFactor {
  const kept = monthly.disposable >= 0
  return {
    name: 'keeps-essentials',
    score: kept ? 100 : 0,
    reason: kept ? 'essentials-kept' : 'essentials-cut',
  }
}

const percentOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.min(100, Math.floor((part * 100) / whole))
