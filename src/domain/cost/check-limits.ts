import type { Creditor, Loan, Payment } from '../case/index.ts'
import {
  fen,
  fractionToNumber,
  parseFraction,
  rateOf,
  subtractFen,
  ZERO_FEN,
  type CalendarDate,
  type Fen,
  type Fraction,
} from '../kernel/index.ts'
import { replayLoan } from '../loan/index.ts'
import { loanCost } from './loan-cost.ts'
import { lprMultiple, lprOn } from './lpr.ts'
import type { LimitFinding, LprPoint, PriceLimit } from './types.ts'

/** A price within a hundredth of a per cent of the limit is within it: the solver's and the fen's noise. */
const PRICE_NOISE = 0.000_1
/** A ledger that differs by less than a yuan differs by the rounding of the contract's own rows. */
const LEDGER_NOISE = fen(100)

export interface LimitRules {
  readonly limits: readonly PriceLimit[]
  readonly lpr: readonly LprPoint[]
}

/**
 * Holds a loan against the price limits of a pack: those in force on the date that decides, for this
 * kind of lender. `above`: the simple annual cost is over the limit, or what was charged so far is.
 * `excess`: what is owed today by the contract less what would be owed had the same money been lent,
 * and the same payments made, at the limit with nothing else charged; never below 0.
 * @param payments those of the loan, or of all loans
 */
export function checkLimits(
  loan: Loan,
  creditor: Creditor,
  {
    limits,
    lpr,
    payments,
    on,
  }: LimitRules & {
    readonly payments: readonly Payment[]
    readonly on: CalendarDate
  },
): readonly LimitFinding[] {
  const given = { payments, on }
  const owedByContract = owedOn(loan, given)
  const simple = loanCost(loan).simpleAnnual ?? 0
  return limits.map((rule) => {
    const limit = applies(rule, { loan, creditor, on }) ? limitOf(rule, loan, lpr) : null
    if (limit === null) return notApplicable(rule)
    const difference = subtractFen(owedByContract, owedOn(atLimit(loan, limit), given))
    const excess = difference < LEDGER_NOISE ? ZERO_FEN : difference
    const isDear = simple > fractionToNumber(limit) + PRICE_NOISE
    const over = isDear ? 'price' : excess > 0 ? 'charges' : null
    const status = over === null ? 'within' : 'above'
    return { rule, limit: fractionToNumber(limit), status, over, excess }
  })
}

/** The lowest limit in force that a debtor can point to today, as an exact yearly fraction; null where there is none. */
export function lowestLimit(
  loan: Loan,
  creditor: Creditor,
  { limits, lpr, on }: LimitRules & { readonly on: CalendarDate },
): Fraction | null {
  const known = limits.flatMap((rule) => {
    const limit =
      rule.binding && applies(rule, { loan, creditor, on }) ? limitOf(rule, loan, lpr) : null
    return limit === null ? [] : [limit]
  })
  return known.toSorted((a, b) => fractionToNumber(a) - fractionToNumber(b)).at(0) ?? null
}

interface Looked {
  readonly payments: readonly Payment[]
  readonly on: CalendarDate
}

/** What is owed less what was overpaid. */
function owedOn(loan: Loan, { payments, on }: Looked): Fen {
  const { owedNow, overpaid } = replayLoan(loan, payments, on)
  return subtractFen(owedNow, overpaid)
}

/** How the amount above a limit comes about. */
export interface LimitWorking {
  /** As an exact yearly fraction. */
  readonly limit: Fraction
  /** The loan as it would be at the limit. */
  readonly atLimit: Loan
  readonly owedByContract: Fen
  readonly owedAtLimit: Fen
  /** Less than this is rounding and counts as nothing. */
  readonly smallest: Fen
}

/** The working behind a finding's `excess`; null for a duty to show the price and where no LPR is known. */
export function limitWorking(
  loan: Loan,
  rule: PriceLimit,
  { lpr, payments, on }: Looked & Pick<LimitRules, 'lpr'>,
): LimitWorking | null {
  const limit = limitOf(rule, loan, lpr)
  if (limit === null) return null
  const terms = atLimit(loan, limit)
  const given = { payments, on }
  return {
    limit,
    atLimit: terms,
    owedByContract: owedOn(loan, given),
    owedAtLimit: owedOn(terms, given),
    smallest: LEDGER_NOISE,
  }
}

const notApplicable = (rule: PriceLimit): LimitFinding => ({
  rule,
  limit: null,
  status: 'not-applicable',
  over: null,
  excess: ZERO_FEN,
})

function applies(
  { appliesTo, inForceFrom, inForceUntil }: PriceLimit,
  {
    loan,
    creditor,
    on,
  }: {
    readonly loan: Pick<Loan, 'disbursedOn'>
    readonly creditor: Lender
    readonly on: CalendarDate
  },
): boolean {
  const decides = appliesTo.byDateOf === 'disbursement' ? loan.disbursedOn : on
  const isInForce = inForceFrom <= decides && (inForceUntil === null || decides <= inForceUntil)
  const fitsLicence = appliesTo.licensed === null || isLicensed(creditor) === appliesTo.licensed
  return isInForce && fitsLicence && appliesTo.creditorKinds.includes(creditor.kind)
}

type Lender = Pick<Creditor, 'kind' | 'licensed'>

/** A price limit as a yearly number, for an offer that is no loan yet. */
export interface OfferLimit {
  readonly rule: PriceLimit
  readonly limit: number
  readonly isAbove: boolean
}

/**
 * Holds the simple annual cost of an offer made today against the limits in force for that kind of
 * lender; whether it is licensed is taken from its kind.
 */
export function offerLimits(
  simpleAnnual: number,
  kind: Creditor['kind'],
  { limits, lpr, on }: LimitRules & { readonly on: CalendarDate },
): readonly OfferLimit[] {
  const loan = { disbursedOn: on }
  const creditor = { kind, licensed: null }
  return limits.flatMap((rule) => {
    const limit = applies(rule, { loan, creditor, on }) ? limitOf(rule, loan, lpr) : null
    if (limit === null) return []
    const value = fractionToNumber(limit)
    return [{ rule, limit: value, isAbove: simpleAnnual > value + PRICE_NOISE }]
  })
}

/** Where nobody said so, banks and finance companies hold a licence and private lenders do not; of others it is not known. */
function isLicensed({ licensed, kind }: Lender): boolean | null {
  if (licensed !== null) return licensed
  if (kind === 'private') return false
  return kind === 'bank' || kind === 'consumer-finance' || kind === 'microloan' ? true : null
}

/** The limit as an exact yearly fraction; null for duties to show the price and where no LPR is known. */
function limitOf(
  { measure }: PriceLimit,
  loan: Pick<Loan, 'disbursedOn'>,
  lpr: readonly LprPoint[],
): Fraction | null {
  switch (measure.kind) {
    case 'fixed-rate': {
      const annual = parseFraction(measure.annual)
      return annual.ok ? annual.value : null
    }
    case 'lpr-multiple': {
      const point = lprOn(lpr, loan.disbursedOn)
      return point === null ? null : lprMultiple(point, measure.times)
    }
    case 'disclosure':
      return null
  }
}

/**
 * The same money lent at the limit with no other charge, all the time: late principal goes on at
 * the limit, and no rate change, freeze or grace lowers it. Interest bears on what was received:
 * what was kept back counts as no principal (Civil Code art. 670; 法释〔2020〕6号 art. 26).
 */
const atLimit = (loan: Loan, { numerator, denominator }: Fraction): Loan => ({
  ...loan,
  principal: loan.received,
  rate: rateOf(numerator, denominator, 'year'),
  method: loan.method === 'flat-rate' ? 'equal-instalment' : loan.method,
  rateChanges: [],
  fees: [],
  penalty: null,
  graceDays: 0,
  freezes: [],
  schedule: null,
})
