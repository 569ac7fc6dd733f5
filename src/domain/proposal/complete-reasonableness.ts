import type { Case } from '../case/index.ts'
import { checkLimits, internalRate, type LimitRules } from '../cost/index.ts'
import { daysBetween, type CalendarDate } from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { percentOf, scored } from './reasonableness.ts'
import { ENOUGH_CHANCE } from './recommend.ts'
import type { LoanProposal, OpenPoint, Proposal, ReasonablenessFactor } from './types.ts'

/** What the points about a proposal need beside it. */
export interface ReasonablenessContext {
  readonly facts: Case
  readonly on: CalendarDate
  /** The chance to finish it, 0–1; null before it is simulated. */
  readonly chance: number | null
  /** The yearly limit that a loan's true rate is held against, by loan id, from `rateLimits`. */
  readonly rateLimits: ReadonlyMap<string, number>
}

/** A plan that ends this soon is its own review. */
const SHORT_PLAN = 6
const DAYS_A_YEAR = 365

type Point = ReasonablenessFactor | OpenPoint

const isOpen = (point: Point): point is OpenPoint => !('score' in point)

/**
 * A proposal with all points of the checklist: those of the proposal alone, and those that need the
 * person's facts, the simulation and the limits. What can't be judged yet stays open and counts for nothing.
 */
export function completeReasonableness(
  proposal: Proposal,
  context: ReasonablenessContext,
): Proposal {
  if (proposal.perLoan.length === 0) return proposal
  const points: readonly Point[] = [
    evidence(context.facts),
    review(proposal),
    survives(context.chance),
    trueRate(proposal.perLoan, context),
  ]
  const added = points.filter((point) => !isOpen(point))
  return {
    ...proposal,
    reasonableness: scored([...proposal.reasonableness.factors, ...added], points.filter(isOpen)),
  }
}

/** The lowest limit in force that a debtor can point to today, for each loan that has one: 0.24 = 24 % a year. */
export function rateLimits(
  { loans, creditors, payments }: Case,
  rules: LimitRules,
  on: CalendarDate,
): ReadonlyMap<string, number> {
  const creditorOf = new Map(creditors.map((creditor) => [creditor.id, creditor]))
  return new Map(
    loans.flatMap((loan) => {
      const creditor = creditorOf.get(loan.creditor)
      if (creditor === undefined) return []
      const limits = checkLimits(loan, creditor, { ...rules, payments, on }).flatMap(
        ({ rule, limit }) => (rule.binding && limit !== null ? [limit] : []),
      )
      return limits.length === 0 ? [] : [[loan.id, Math.min(...limits)] as const]
    }),
  )
}

/** The letter lists the proofs that go with each reason of the hardship: without a reason it lists none. */
function evidence({ debtor }: Case): Point {
  const isStated = debtor.hardship.length > 0
  return {
    name: 'evidence',
    score: isStated ? 100 : 0,
    reason: isStated ? 'evidence-listed' : 'hardship-not-stated',
  }
}

const review = ({ months }: Proposal): Point =>
  months <= SHORT_PLAN
    ? { name: 'review-date', score: 100, reason: 'no-review-needed' }
    : { name: 'review-date', reason: 'review-date-open' }

function survives(chance: number | null): Point {
  if (chance === null) return { name: 'survives', reason: 'not-simulated' }
  const isOften = chance >= ENOUGH_CHANCE
  return {
    name: 'survives',
    score: isOften ? 100 : percentOf(chance, ENOUGH_CHANCE),
    reason: isOften ? 'survives-often' : 'survives-seldom',
    part: chance,
  }
}

/** The dearest of the deals against its own limit: what is owed today against what is paid for it. */
function trueRate(
  perLoan: readonly LoanProposal[],
  { facts, on, rateLimits }: ReasonablenessContext,
): Point {
  const deals = perLoan.flatMap((part) => {
    const limit = rateLimits.get(part.loan)
    const rate = dealRate(part, facts, on)
    return limit === undefined || rate === null ? [] : [{ rate, limit }]
  })
  const worst = deals.toSorted((a, b) => b.rate / b.limit - a.rate / a.limit).at(0)
  if (worst === undefined) return { name: 'true-rate', reason: 'no-limit-known' }
  const isWithin = worst.rate <= worst.limit
  return {
    name: 'true-rate',
    score: isWithin ? 100 : percentOf(worst.limit, worst.rate),
    reason: isWithin ? 'rate-within-limit' : 'rate-above-limit',
    part: worst.rate,
  }
}

/**
 * The yearly price of a deal, simple (its monthly rate × 12): what is owed today is as if lent today and repaid by
 * its payments. 0 where no more is paid than is owed; null without payments.
 */
function dealRate(
  { loan, payments, totalPaid }: LoanProposal,
  facts: Case,
  on: CalendarDate,
): number | null {
  const own = facts.loans.find(({ id }) => id === loan)
  if (own === undefined || payments.length === 0) return null
  const { owedNow } = replayLoan(own, facts.payments, on)
  if (totalPaid <= owedNow) return 0
  const monthly = internalRate([
    { t: 0, amount: owedNow },
    ...payments.map((payment) => ({
      t: (daysBetween(on, payment.on) / DAYS_A_YEAR) * 12,
      amount: -payment.amount,
    })),
  ])
  return monthly === null ? null : monthly * 12
}
