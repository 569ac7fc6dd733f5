import type { Loan, Offer } from '../case/index.ts'
import {
  addMonths,
  daysBetween,
  fen,
  latestOf,
  maxFen,
  splitByWeight,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
} from '../kernel/index.ts'
import { interestFor } from '../loan/index.ts'
import { repayIn } from './amortise.ts'
import { instalmentsCalled } from './asked-as.ts'
import { isLower, yearly } from './ask-bounds.ts'
import { AS_IT_STANDS, termsUnder, type Debt, type Repayable } from './debt.ts'
import type { Route } from './route.ts'
import type { Arrangement, DatedAmount } from './types.ts'

/** How far ahead an offer without a deadline is thought to stand, in months. */
const OPEN_OFFER_MONTHS = 12
/** Instalments after a deferral where the contract has none left. */
const MONTHS_AFTER_DEFERRAL = 12

/** What goes on until an offer is taken up: by the contract where nothing is late, nothing where the talks are about all of it. */
export type Meanwhile = (until: CalendarDate) => readonly DatedAmount[]

interface Taking {
  readonly debt: Debt
  readonly offer: Offer
  readonly payDays: readonly CalendarDate[]
  readonly meanwhile: Meanwhile
}

/** The ways to take up a creditor's own offers; one that is past its deadline or lacks its amount gives none. */
export function offerRoutes(
  debt: Debt,
  payDays: readonly CalendarDate[],
  meanwhile: Meanwhile,
): readonly Route[] {
  return debt.loan.offers.flatMap((offer) => {
    const taking = { debt, offer, payDays: daysToTake(offer, debt, payDays), meanwhile }
    switch (offer.kind) {
      case 'settlement':
        return settlements(taking)
      case 'instalment':
        return instalments(taking)
      case 'deferral':
        return deferral(taking)
      case 'waiver':
        return waiver(taking)
    }
  })
}

/** What the person wants to ask for by a talk on record: the latest settlement asked for and neither answered by a refusal nor withdrawn. */
export function askedSettlement(debt: Debt, payDays: readonly CalendarDate[]): readonly Route[] {
  if (!debt.bounds.settlement) return []
  const last = latestOf(debt.loan.talks)
  if (last?.kind !== 'asked' || last.concession !== 5 || last.amount === null) return []
  const offer: Offer = {
    id: last.id,
    kind: 'settlement',
    amount: last.months === null ? last.amount : fen(last.amount * last.months),
    months: last.months,
    rate: null,
    deadline: null,
    confirmedInWriting: false,
  }
  return settlements({
    debt,
    offer,
    payDays: payDays.slice(0, OPEN_OFFER_MONTHS),
    meanwhile: () => [],
  }).map((route) => ({ ...route, standing: 'ask', offer: null, concession: 5 }))
}

/** The pay days on which an offer may still be taken up, its last day among them. */
function daysToTake(
  { deadline }: Offer,
  { state }: Debt,
  payDays: readonly CalendarDate[],
): readonly CalendarDate[] {
  if (deadline === null) return payDays.slice(0, OPEN_OFFER_MONTHS)
  if (deadline < state.on) return []
  const days = payDays.filter((day) => day < deadline)
  return [...days, deadline]
}

function settlements({ debt, offer, payDays, meanwhile }: Taking): readonly Route[] {
  const { amount } = offer
  if (amount === null || amount <= 0) return []
  const count = Math.max(1, offer.months ?? 1)
  return payDays.map((first) => {
    const parts = splitByWeight(amount, new Array<number>(count).fill(1))
    const before = meanwhile(first)
    const paid = parts.map((part, n) => ({ on: addMonths(first, n), amount: part }))
    return taken(debt, offer, {
      arrangement: 'settlement',
      payments: [...before, ...paid],
      own: paid,
    })
  })
}

/**
 * So much each month for so many months; without an amount what is owed, at the offer's rate or none. A
 * rate alone replaces that of the contract over the months it has left.
 */
function instalments({ debt, offer, payDays, meanwhile }: Taking): readonly Route[] {
  const [first] = payDays
  const { amount } = offer
  const months = monthsOffered(debt, offer)
  if (first === undefined || months === null || months < 1) return []
  const paid =
    amount === null
      ? repayIn(atRate(debt, offer), months, { on: debt.state.on, firstOn: first }).payments
      : Array.from({ length: months }, (_, n) => ({ on: addMonths(first, n), amount }))
  const payments = [...meanwhile(first), ...paid]
  const rate = lowerRate(debt, offer)
  const called = instalmentsCalled(debt.loan, paid.at(-1)?.on ?? null)
  const arrangement = rate === null ? called : 'interest-cut'
  const route = taken(debt, offer, { arrangement, payments, own: paid })
  return [rate === null ? route : { ...route, rate }]
}

const monthsOffered = (debt: Debt, { months, amount, rate }: Offer): number | null =>
  months ?? (amount === null && rate !== null ? monthsLeft(debt) : null)

/** The yearly rate of an offer, where it is below what the loan bears. */
const lowerRate = ({ loan, state }: Debt, { rate }: Offer): Loan['rate'] | null =>
  rate !== null && isLower(rate, { loan, on: state.on }) ? yearly(rate, loan) : null

/** Nothing for some months, then what is owed with the interest of the time in the contract's remaining months. */
function deferral({ debt, offer, payDays }: Taking): readonly Route[] {
  const [day] = payDays
  if (day === undefined || offer.months === null || offer.months < 1) return []
  const first = addMonths(day, offer.months)
  const terms = { ...atRate(debt, offer), rate: offer.rate ?? debt.loan.rate }
  const own = repayIn(terms, monthsLeft(debt), { on: debt.state.on, firstOn: first }).payments
  return [taken(debt, offer, { arrangement: 'deferral', payments: own, own })]
}

function monthsLeft({ loan, state }: Debt): number {
  const gone = Math.floor(daysBetween(loan.firstDueOn, state.on) / 30)
  return Math.max(1, (loan.term ?? MONTHS_AFTER_DEFERRAL) - Math.max(0, gone))
}

/** Part of what is owed given up (penalty and late fees where no amount is named), the rest at once or in instalments. */
function waiver({ debt, offer, payDays }: Taking): readonly Route[] {
  const whole = termsUnder(debt, AS_IT_STANDS)
  const waived =
    offer.amount ??
    fen(chargesOf(whole) - chargesOf(termsUnder(debt, { concession: 3, rate: null })))
  const left = lowered(whole, waived)
  if (offer.months === null) {
    return payDays.map((day) => {
      const days = daysBetween(debt.state.on, day)
      const amount = sumFen([left.principal, left.charges, interestFor(left.principal, left, days)])
      const own = [{ on: day, amount }]
      return taken(debt, offer, { arrangement: 'penalty-waiver', payments: own, own })
    })
  }
  const [firstOn] = payDays
  if (firstOn === undefined || offer.months < 1) return []
  const terms = { ...left, rate: offer.rate ?? debt.loan.rate }
  const own = repayIn(terms, offer.months, { on: debt.state.on, firstOn }).payments
  return [taken(debt, offer, { arrangement: 'penalty-waiver', payments: own, own })]
}

const chargesOf = ({ charges }: Repayable): Fen => charges

function lowered(terms: Repayable, waived: Fen): Repayable {
  const fromCharges = Math.min(terms.charges, waived)
  return {
    ...terms,
    charges: fen(terms.charges - fromCharges),
    principal: maxFen(ZERO_FEN, fen(terms.principal - (waived - fromCharges))),
  }
}

const atRate = (debt: Debt, { rate }: Offer): Repayable => ({
  ...termsUnder(debt, AS_IT_STANDS),
  rate: rate ?? ({ numerator: 0, denominator: 1, per: 'year' } satisfies Loan['rate']),
})

function taken(
  debt: Debt,
  offer: Offer,
  {
    arrangement,
    payments,
    own,
  }: {
    readonly arrangement: Arrangement
    readonly payments: readonly DatedAmount[]
    readonly own: readonly DatedAmount[]
  },
): Route {
  return {
    debt,
    arrangement,
    standing: 'offer',
    offer: { id: offer.id, inWriting: offer.confirmedInWriting, deadline: offer.deadline },
    concession: 0,
    fixed: payments,
    fixedBalances: balancesOf(debt, payments, own),
    open: null,
  }
}

/** What is left of the agreed sum; before it is begun, what is owed today goes down by what is paid. */
function balancesOf(
  { state }: Debt,
  payments: readonly DatedAmount[],
  own: readonly DatedAmount[],
): readonly DatedAmount[] {
  let [owed, left] = [state.owedNow, sumFen(own.map(({ amount }) => amount))]
  return payments.map((payment) => {
    if (!own.includes(payment)) {
      owed = maxFen(left, subtractFen(owed, payment.amount))
      return { on: payment.on, amount: owed }
    }
    left = subtractFen(left, payment.amount)
    return { on: payment.on, amount: left }
  })
}
