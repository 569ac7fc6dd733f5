import type { Loan } from '../case/index.ts'
import {
  fen,
  fractionToNumber,
  minFen,
  splitByWeight,
  subtractFen,
  sumFen,
  ZERO_FEN,
  type Fen,
} from '../kernel/index.ts'
import { annualRate } from './day-count.ts'
import { rateOn } from './rate-stretches.ts'
import type { LoanState } from './types.ts'

/** A loan of the creditor that is paid, as it stands on the day. */
export interface LoanToPay {
  readonly loan: Loan
  readonly state: LoanState
}

export interface PaymentSplit {
  /** What each loan gets, in the order of the list that was given; 0 for one that gets nothing. */
  readonly parts: readonly { readonly loan: string; readonly amount: Fen }[]
  /** More than all of them need. */
  readonly left: Fen
}

/** One turn in the order of the law: loans of equal rank share what is left by their amounts. */
interface Turn {
  readonly index: number
  readonly amount: Fen
  readonly burden: number
  readonly due: string
}

/**
 * Splits one payment to a creditor over several loans, none of which it covers in full, in the
 * order of Civil Code art. 560: the loan that the payer named; then what is due, the heavier burden
 * first (the dearer loan), the earlier due date first, in proportion where those are equal; then
 * what is not due yet, in the same order. An agreement with the creditor goes before all this and
 * is the caller's to follow; security is left out: a case knows of none.
 * @param named the id of the loan that the payer named when paying; null = none was
 */
export function splitPayment(
  amount: Fen,
  loans: readonly LoanToPay[],
  named: string | null,
): PaymentSplit {
  const paid = loans.map(() => 0)
  let left = amount
  const pay = (index: number, part: Fen): void => {
    paid[index] = (paid[index] ?? 0) + part
    left = subtractFen(left, part)
  }
  const owedYet = (index: number, upTo: Fen): Fen => fen(Math.max(0, upTo - (paid[index] ?? 0)))
  const first = loans.findIndex(({ loan }) => loan.id === named)
  const chosen = loans[first]
  if (chosen !== undefined) pay(first, minFen(left, chosen.state.owedNow))
  for (const upTo of ['arrears', 'owedNow'] as const) {
    const turns = loans.map((each, index): Turn => {
      const due =
        (upTo === 'arrears' ? each.state.oldestUnpaidDueOn : null) ??
        each.state.nextDue?.dueOn ??
        ''
      return { index, amount: owedYet(index, each.state[upTo]), burden: burdenOf(each), due }
    })
    for (const equals of inRank(turns)) {
      const shares = shareOut(left, equals)
      for (const [at, turn] of equals.entries()) pay(turn.index, shares[at] ?? ZERO_FEN)
    }
  }
  const parts = loans.map(({ loan }, index) => ({ loan: loan.id, amount: fen(paid[index] ?? 0) }))
  return { parts, left }
}

/** What a year of the loan costs: its rate on the day, or what lateness costs while that is dearer. For comparing only. */
function burdenOf({ loan, state }: LoanToPay): number {
  const yearly = (rate: Parameters<typeof annualRate>[0]) =>
    fractionToNumber(annualRate(rate, loan.dayCount))
  const ordinary = yearly(rateOn(loan, state.on))
  const { penalty } = loan
  if (state.overdueDays === 0 || penalty === null) return ordinary
  if (penalty.rate !== null) return Math.max(ordinary, yearly(penalty.rate))
  const times = penalty.multiplier === null ? 1 : fractionToNumber(penalty.multiplier)
  return Math.max(ordinary, ordinary * times)
}

/** Turns that get something, grouped where nothing ranks one before another. */
function inRank(turns: readonly Turn[]): readonly (readonly Turn[])[] {
  const ranked = turns
    .filter((turn) => turn.amount > 0)
    .sort((a, b) => b.burden - a.burden || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const groups: Turn[][] = []
  for (const turn of ranked) {
    const group = groups.at(-1)
    const before = group?.[0]
    if (before?.burden === turn.burden && before.due === turn.due) group?.push(turn)
    else groups.push([turn])
  }
  return groups
}

function shareOut(left: Fen, equals: readonly Turn[]): readonly Fen[] {
  const amounts = equals.map((turn) => turn.amount)
  return left >= sumFen(amounts) ? amounts : splitByWeight(left, amounts)
}
