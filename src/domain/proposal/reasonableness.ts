import type { Budget } from '../case/index.ts'
import { fen, sumFen, type Fen } from '../kernel/index.ts'
import { allPayments, brokenReserve, overAffordableOn } from './cash.ts'
import type { Debt } from './debt.ts'
import type { Household } from './household.ts'
import type {
  CashMonth,
  LoanProposal,
  OpenPoint,
  Reasonableness,
  ReasonablenessFactor,
} from './types.ts'

/** Shares of the balances that differ by less than this are said to be equal. */
const EQUAL_WITHIN = 90

interface Judged {
  readonly perLoan: readonly LoanProposal[]
  readonly cash: readonly CashMonth[]
  readonly maxMonthly: Fen
  readonly months: number
}

/**
 * How reasonable a proposal is, 0–100: the mean of points that are each shown and explained. It says
 * nothing about whether a creditor will accept. Source: the customary tests of a hardship offer;
 * the published practice behind them is in the pack's practice.json. The points that need
 * more than the proposal itself are added by `completeReasonableness`.
 */
export function reasonablenessOf(
  judged: Judged,
  { debts, household }: { readonly debts: readonly Debt[]; readonly household: Household },
): Reasonableness {
  if (judged.perLoan.length === 0) return nothingToJudge(household)
  return scored([
    essentials(household),
    affordable(judged, household),
    fair(judged.perLoan, debts),
    { name: 'dates-and-amounts', score: 100, reason: 'dates-stated' },
    withinTerm(judged, debts),
    asks(judged.perLoan),
    borrowing(judged.cash),
    totalShown(judged.perLoan, debts),
    reserve(judged, household.budget),
  ])
}

/** The mean of the points, rounded down. */
export function scored(
  factors: readonly ReasonablenessFactor[],
  open: readonly OpenPoint[] = [],
): Reasonableness {
  const sum = factors.reduce((total, { score }) => total + score, 0)
  return { score: Math.floor(sum / factors.length), factors, open }
}

/** Where nothing fits there is no offer, and none of its other virtues counts. */
function nothingToJudge({ monthly }: Household): Reasonableness {
  const reason = monthly.affordable > 0 ? 'longer-than-allowed' : 'nothing-affordable'
  return scored([{ name: 'affordable', score: 0, reason }])
}

/** A month may take what others before it left over, and money beyond the reserve: by no day more than is affordable by then. */
function affordable(
  { perLoan, maxMonthly }: Judged,
  { monthly, days }: Household,
): ReasonablenessFactor {
  const fits = overAffordableOn(days, allPayments(perLoan)) === null
  const score = fits ? 100 : percentOf(monthly.affordable, maxMonthly)
  return { name: 'affordable', score, reason: fits ? 'within-affordable' : 'over-affordable' }
}

/** The smallest share of its balance that an asked creditor gets each month, against the largest. */
function fair(perLoan: readonly LoanProposal[], debts: readonly Debt[]): ReasonablenessFactor {
  const owed = new Map(debts.map(({ loan, state }) => [loan.id, state.owedNow]))
  const shares = perLoan
    .filter(({ standing }) => standing === 'ask')
    .map(({ loan, ask }) => ask.target.monthly / (owed.get(loan) ?? Number.POSITIVE_INFINITY))
  const score = shares.length < 2 ? 100 : percentOf(Math.min(...shares), Math.max(...shares))
  return { name: 'fair', score, reason: score >= EQUAL_WITHIN ? 'proportional' : 'unequal' }
}

/** No longer than the longest term that may be asked for; where nothing may be asked, the contracts are the reason. */
function withinTerm({ months }: Judged, debts: readonly Debt[]): ReasonablenessFactor {
  const longest = Math.max(...debts.map(({ bounds }) => bounds.term))
  const fits = longest === 0 || months <= longest
  const score = fits ? 100 : percentOf(longest, months)
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

/** The letter names what each creditor is asked for; keeping the contracts asks for nothing. */
function asks(perLoan: readonly LoanProposal[]): ReasonablenessFactor {
  const hasAsk = perLoan.some(({ concession }) => concession > 0)
  return { name: 'asks', score: 100, reason: hasAsk ? 'asks-stated' : 'nothing-asked' }
}

/** A month that closes below nothing could only be paid by borrowing anew. */
function borrowing(cash: readonly CashMonth[]): ReasonablenessFactor {
  const isPaid = cash.every(({ closing }) => closing >= 0)
  return {
    name: 'no-borrowing',
    score: isPaid ? 100 : 0,
    reason: isPaid ? 'nothing-borrowed' : 'cash-runs-out',
  }
}

/** What is paid in all against what is owed today: said to everyone, whichever way it comes out. */
function totalShown(
  perLoan: readonly LoanProposal[],
  debts: readonly Debt[],
): ReasonablenessFactor {
  const loans = new Set(perLoan.map(({ loan }) => loan))
  const owed = sumFen(
    debts.filter(({ loan }) => loans.has(loan.id)).map(({ state }) => state.owedNow),
  )
  const beyond = sumFen(perLoan.map(({ totalPaid }) => totalPaid)) - owed
  const reason = beyond > 0 ? 'total-above' : beyond < 0 ? 'total-below' : 'total-equal'
  return { name: 'total-shown', score: 100, reason, amount: fen(Math.abs(beyond)) }
}

export const percentOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.min(100, Math.floor((part * 100) / whole))
