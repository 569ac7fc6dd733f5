import type { Loan } from '../case/index.ts'
import { fractionToNumber, latestOf, rateOf, type Rate } from '../kernel/index.ts'
import { lowestLimit, lprMultiple, lprOn } from '../cost/index.ts'
import { annualRate, rateOn } from '../loan/index.ts'
import { rulesFor, type Asking } from './fitting-rules.ts'
import type { ArrangementRule, CutTo } from './rules.ts'
import type { Arrangement, Concession } from './types.ts'

/** Down to what interest is asked to be cut, the least that is asked first. */
export const CUTS = ['limit', 'lpr', 'nothing'] as const satisfies readonly CutTo['kind'][]
export type Cut = (typeof CUTS)[number]

/** What a loan's creditor may be asked for and how far, by the arrangements of the pack. */
export interface AskBounds {
  /** The longest term of instalments, in months; 0 = nothing may be asked, the contract is kept. */
  readonly term: number
  /** The months by which payments may be put off. */
  readonly delay: number
  /** Whether penalty and late fees may be asked to be waived. */
  readonly waiver: boolean
  /** The yearly rates that interest may be asked to go on at; null = not to be asked, or no less than it is. */
  readonly cuts: Readonly<Record<Cut, Rate | null>>
  /** Whether the person's own settlement may be asked for. */
  readonly settlement: boolean
  /** The months of token payments. */
  readonly token: number
  /** In how many parts what is late may be paid beside the instalments. */
  readonly catchUp: number
}

export const NOTHING_TO_ASK: AskBounds = {
  term: 0,
  delay: 0,
  waiver: false,
  cuts: { limit: null, lpr: null, nothing: null },
  settlement: false,
  token: 0,
  catchUp: 0,
}

/** The bounds for a loan on a day; where two rules of a kind fit, the legal one counts. */
export function boundsOf(rules: readonly ArrangementRule[], asking: Asking): AskBounds {
  const fitting = (kind: Arrangement): ArrangementRule | undefined =>
    rulesFor(kind, rules, asking).at(0)
  const months = (kind: Arrangement): number => fitting(kind)?.maxMonths ?? 0
  return {
    term: months('instalment'),
    delay: months('deferral'),
    waiver: fitting('penalty-waiver') !== undefined,
    cuts: cutsOf(rulesFor('interest-cut', rules, asking), asking),
    settlement: fitting('settlement') !== undefined,
    token: months('token'),
    catchUp: months('catch-up'),
  }
}

/** The person's own rate stands in for those of the pack; stopping interest remains. */
function cutsOf(rules: readonly ArrangementRule[], asking: Asking): AskBounds['cuts'] {
  const own = ownRate(asking)
  const cut = (kind: Cut): Rate | null => {
    const to = rules.find(({ cutTo }) => cutTo?.kind === kind)?.cutTo
    return to == null ? null : rateOfCut(to, asking)
  }
  const lower = (rate: Rate | null): Rate | null =>
    rate !== null && isLower(rate, asking) ? rate : null
  return {
    limit: lower(own ?? cut('limit')),
    lpr: lower(own ?? cut('lpr')),
    nothing: cut('nothing'),
  }
}

/** The yearly rate that a cut leads down to on a day; null where no limit or LPR is known for it. */
export function rateOfCut(to: CutTo, { loan, creditor, on }: Asking): Rate | null {
  if (to.kind === 'nothing') return rateOf(0, 1, 'year')
  const point = to.kind === 'lpr' ? lprOn(to.lpr, on) : null
  const annual =
    to.kind === 'limit'
      ? lowestLimit(loan, creditor, { ...to.rules, on })
      : point && lprMultiple(point, to.times)
  return annual && rateOf(annual.numerator, annual.denominator, 'year')
}

/** The rate that the person asked for last, by a talk on record. */
function ownRate({ loan, on }: Asking): Rate | null {
  const asked = latestOf(loan.talks.filter((talk) => talk.kind === 'asked' && talk.on <= on))
  const rate = asked?.rate ?? null
  return rate && yearly(rate, loan)
}

/** A rate written by the year, whatever it was named by. */
export function yearly(rate: Rate, { dayCount }: Pick<Loan, 'dayCount'>): Rate {
  const { numerator, denominator } = annualRate(rate, dayCount)
  return rateOf(numerator, denominator, 'year')
}

/** Whether a rate is below what the loan bears on the day. */
export const isLower = (rate: Rate, { loan, on }: Pick<Asking, 'loan' | 'on'>): boolean =>
  fractionToNumber(annualRate(rate, loan.dayCount)) <
  fractionToNumber(annualRate(rateOn(loan, on), loan.dayCount))

/** What one creditor is asked for: how much, and from 4 on the yearly rate that interest is to go on at. */
export interface Asked {
  readonly concession: Concession
  readonly rate: Rate | null
}

/** The rate that is asked for, as terms and routes name it: left out where none is. */
export const namedRate = (rate: Rate | null): { readonly rate?: Rate } =>
  rate === null ? {} : { rate }

/** How far one goes in asking, the same with everybody. */
export interface AskReach {
  readonly concession: Concession
  /** From concession 4 on; null below. */
  readonly cut: Cut | null
}

/** A step of asking: how far, and whether payments are put off as well. */
export interface AskStep extends AskReach {
  readonly isPutOff: boolean
}

/** What a step comes to for one loan: what can't be asked of its creditor falls back to the step before. */
export function askedOf(bounds: AskBounds, { concession, cut, isPutOff }: AskStep): Asked {
  const rate = concession >= 4 && cut !== null ? cutUpTo(cut, bounds) : null
  if (rate !== null) return { concession: 4, rate }
  if (concession >= 3 && bounds.waiver) return { concession: 3, rate: null }
  return { concession: isPutOff ? 2 : 1, rate: null }
}

/** The rate of a cut; where it can't be asked for, that of the cut before. */
function cutUpTo(cut: Cut, { cuts }: AskBounds): Rate | null {
  const upTo = CUTS.slice(0, CUTS.indexOf(cut) + 1)
  return upTo.reduce<Rate | null>((rate, one) => cuts[one] ?? rate, null)
}

/** The steps beside putting payments off: a longer term, penalty and late fees waived, interest cut further and further. */
export const ASK_STEPS: readonly AskReach[] = [
  { concession: 1, cut: null },
  { concession: 3, cut: null },
  ...CUTS.map((cut) => ({ concession: 4, cut }) as const),
]

/** Whether a step asks anything of anybody that the one before does not. */
export function changesAnything(bounds: readonly AskBounds[], step: AskReach): boolean {
  const at = ASK_STEPS.findIndex(
    ({ concession, cut }) => concession === step.concession && cut === step.cut,
  )
  const before = ASK_STEPS[at - 1]
  if (before === undefined) return true
  const text = (one: AskBounds, { concession, cut }: AskReach): string =>
    JSON.stringify(askedOf(one, { concession, cut, isPutOff: false }))
  return bounds.some((one) => text(one, step) !== text(one, before))
}
