import type { Case } from '../case/index.ts'
import {
  addFen,
  fen,
  monthOf,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { instalmentFor, repayIn, type PayDays } from './amortise.ts'
import { brokenReserve, cashflow, totalOf } from './cash.ts'
import { debtsOf, termsUnder, type Repayable } from './debt.ts'
import { householdOf, type Household } from './household.ts'
import type { ArrangementRule } from './rules.ts'
import type { Ask, DatedAmount, LoanProposal, Proposal, ProposalSet, Terms } from './types.ts'

/** The opening ask is a quarter longer than the target: room to give way in, and no more than is usual. */
const OPENING = { numerator: 5, denominator: 4 } as const
/** How much of the cushion the limit takes, tried from the most to nothing. */
const STRETCHES = [1, 2 / 3, 1 / 3] as const
/** Arrangements whose terms are fixed: by the contract, by an offer, or by what they are. */
const FIXED: ReadonlySet<string> = new Set(['keep-paying', 'catch-up', 'settlement', 'token'])

/**
 * The proposals with the range within which each asked creditor can be talked to:
 * - open: the longest customary term up to a quarter beyond the target, so the lowest instalment;
 * - target: what the proposal counts on;
 * - limit: the shortest term that the household can still keep when it gives up its cushion and every
 *   creditor insists on its own limit at once; below that one leaves the table.
 * Creditors are treated alike: all give and get in the same proportion. Between the ends lie the steps
 * of a ladder; on one step all creditors stand equal.
 */
export function withNegotiationRanges(
  set: ProposalSet,
  { facts, rules }: { readonly facts: Case; readonly rules: readonly ArrangementRule[] },
): ProposalSet {
  const household = householdOf(facts.budget, set.on)
  const debts = new Map(
    debtsOf(facts, rules, set.on).map((debt) => [
      debt.loan.id,
      { debt, longest: debt.bounds.term },
    ]),
  )
  const ranged = (proposal: Proposal): Proposal => {
    const parts = proposal.perLoan.map((part): Part => {
      const found = debts.get(part.loan)
      if (found === undefined || !isOpenToTalk(part)) return { part, asked: null }
      return {
        part,
        asked: {
          terms: termsUnder(found.debt, {
            concession: part.concession,
            rate: part.ask.target.rate ?? null,
          }),
          longest: found.longest,
          days: { on: set.on, firstOn: part.ask.target.firstOn },
        },
      }
    })
    const perLoan = proposal.feasible ? rangesOf(parts, household) : proposal.perLoan
    return { ...proposal, perLoan }
  }
  return { ...set, proposals: set.proposals.map(ranged) }
}

interface Asked {
  readonly terms: Repayable
  /** The longest term that may be asked of this creditor, in months. */
  readonly longest: number
  readonly days: PayDays
}

interface Part {
  readonly part: LoanProposal
  /** Null where there is nothing to talk about. */
  readonly asked: Asked | null
}

/**
 * Equal instalments that clear a loan, and more than one of them: a number of instalments and an
 * amount are what can be bargained over. Payments that grow as other loans end have no such ends.
 */
const isOpenToTalk = ({ arrangement, payments, closes, concession }: LoanProposal): boolean =>
  concession > 0 &&
  !FIXED.has(arrangement) &&
  closes !== null &&
  payments.length > 1 &&
  isLevel(payments)

/** All instalments alike but the last, which takes what is left and is no larger. */
function isLevel(payments: readonly DatedAmount[]): boolean {
  const first = payments.at(0)?.amount ?? ZERO_FEN
  return (
    payments.slice(0, -1).every(({ amount }) => amount === first) &&
    (payments.at(-1)?.amount ?? ZERO_FEN) <= first
  )
}

function rangesOf(parts: readonly Part[], household: Household): readonly LoanProposal[] {
  const shortest = STRETCHES.map((share) =>
    shortestTerms(parts, 1 + (household.stretch - 1) * share),
  )
  const kept = shortest.find((months) => canBeKept(parts, months, household))
  return parts.map(({ part, asked }, index) => {
    if (asked === null) return part
    return { ...part, ask: askOf(part, asked, kept?.[index] ?? part.payments.length) }
  })
}

/** The fewest instalments of each loan that are no more than so many times its target. */
const shortestTerms = (parts: readonly Part[], stretch: number): readonly number[] =>
  parts.map(({ part, asked }) => {
    const { months, monthly } = part.ask.target
    return asked === null
      ? months
      : shortestWithin(asked, fen(Math.floor(monthly * stretch)), months)
  })

/** The fewest instalments, up to `months`, none of which is above `most`. */
function shortestWithin({ terms, days }: Asked, most: Fen, months: number): number {
  let [low, high] = [1, months]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (instalmentFor(terms, middle, days) <= most) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Whether cash stays at the reserve whichever creditors insist on their limit: by every month each
 * loan is taken to have been paid the larger of what target and limit pay by then.
 */
function canBeKept(
  parts: readonly Part[],
  months: readonly number[],
  { budget, on }: Household,
): boolean {
  const payments = parts.flatMap(({ part, asked }, index) => {
    if (asked === null) return part.payments
    const limit = repayIn(asked.terms, months[index] ?? part.payments.length, asked.days).payments
    return envelope(part.payments, limit)
  })
  return brokenReserve(cashflow(budget, payments, on), budget.reserve) === null
}

/** The payments that have paid, after every month, the larger of what two streams have paid by then. */
function envelope(a: readonly DatedAmount[], b: readonly DatedAmount[]): readonly DatedAmount[] {
  const days = [...a, ...b].map(({ on }) => on).sort()
  const byMonth = [...new Map(days.map((on) => [monthOf(on), on])).values()]
  const paidBy = (payments: readonly DatedAmount[], on: CalendarDate): Fen =>
    totalOf(payments.filter((payment) => payment.on <= on))
  let before = ZERO_FEN
  return byMonth.map((on) => {
    const paid = fen(Math.max(paidBy(a, on), paidBy(b, on)))
    const amount = subtractFen(paid, before)
    before = addFen(before, amount)
    return { on, amount }
  })
}

/** The steps from the opening ask to the limit; the middle one is the target. */
function askOf(part: LoanProposal, asked: Asked, fewest: number): Ask {
  const { target } = part.ask
  const within = (months: number): Terms => termsOf(asked, months, target)
  const shortest = fewest < target.months ? within(fewest) : target
  const limit = shortest.monthly < target.monthly ? target : shortest
  const open = openOf(asked, target, within)
  const between = (from: Terms, to: Terms): Terms => {
    const months = Math.ceil((from.months + to.months) / 2)
    if (months === from.months) return from
    if (months === to.months) return to
    const middle = within(months)
    return middle.monthly < from.monthly ? from : middle.monthly > to.monthly ? to : middle
  }
  return {
    open,
    target,
    limit,
    ladder: [open, between(open, target), target, between(target, limit), limit],
  }
}

/** A quarter longer within the longest term, if that lowers the instalment at all. */
function openOf({ longest }: Asked, target: Terms, within: (months: number) => Terms): Terms {
  const wished = Math.ceil((target.months * OPENING.numerator) / OPENING.denominator)
  const months = Math.min(Math.max(longest, target.months), wished)
  if (months <= target.months) return target
  const open = within(months)
  return open.monthly < target.monthly ? open : target
}

function termsOf({ terms, days }: Asked, months: number, target: Terms): Terms {
  const { payments } = repayIn(terms, months, days)
  return {
    ...target,
    monthly: payments.at(0)?.amount ?? ZERO_FEN,
    months: payments.length,
    firstOn: days.firstOn,
    total: totalOf(payments),
  }
}
