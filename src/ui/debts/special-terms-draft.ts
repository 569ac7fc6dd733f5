import type {
  Freeze,
  FreezeStops,
  Loan,
  PaymentOrder,
  RateChange,
} from '../../domain/case/index.ts'
import type { CalendarDate, Rate } from '../../domain/kernel/index.ts'
import type { ProblemList } from './draft-problem.ts'

const MOST_GRACE_DAYS = 366

export interface RateChangeDraft {
  readonly key: number
  readonly source: RateChange | null
  on: CalendarDate | null
  rate: Rate | null
}

export interface FreezeDraft {
  readonly key: number
  readonly source: Freeze | null
  from: CalendarDate | null
  until: CalendarDate | null
  stops: FreezeStops
}

/** Terms that few contracts have, and what was agreed later, as the form holds them. */
export interface SpecialTermsDraft {
  graceDays: number | null
  paymentOrder: PaymentOrder
  rateChanges: RateChangeDraft[]
  freezes: FreezeDraft[]
}

type SpecialTerms = Pick<Loan, 'graceDays' | 'paymentOrder' | 'rateChanges' | 'freezes'>

export const noSpecialTerms = (): SpecialTermsDraft => ({
  graceDays: null,
  paymentOrder: 'oldest-instalment',
  rateChanges: [],
  freezes: [],
})

export const specialTermsDraftOf = (loan: SpecialTerms): SpecialTermsDraft => ({
  graceDays: loan.graceDays === 0 ? null : loan.graceDays,
  paymentOrder: loan.paymentOrder,
  rateChanges: loan.rateChanges.map((change, key) => ({ ...change, key, source: change })),
  freezes: loan.freezes.map((freeze, key) => ({ ...freeze, key, source: freeze })),
})

/** Reads them, noting what is missing or out of order. */
export function readSpecialTerms(draft: SpecialTermsDraft, problems: ProblemList): SpecialTerms {
  problems.within('graceDays', draft.graceDays, [0, MOST_GRACE_DAYS])
  return {
    graceDays: draft.graceDays ?? 0,
    paymentOrder: draft.paymentOrder,
    rateChanges: draft.rateChanges.flatMap((row, index) => {
      const before = draft.rateChanges[index - 1]?.on ?? null
      if (row.on !== null && before !== null && row.on <= before)
        problems.add(`rateChanges.${String(index)}.on`, 'not-rising')
      return readRateChange(row, index, problems) ?? []
    }),
    freezes: draft.freezes.flatMap((row, index) => readFreeze(row, index, problems) ?? []),
  }
}

function readRateChange(
  { key: _key, source, ...row }: RateChangeDraft,
  index: number,
  problems: ProblemList,
): RateChange | null {
  const on = problems.need(`rateChanges.${String(index)}.on`, row.on)
  const rate = problems.need(`rateChanges.${String(index)}.rate`, row.rate)
  return on === null || rate === null ? null : { ...source, on, rate }
}

function readFreeze(
  { key: _key, source, ...row }: FreezeDraft,
  index: number,
  problems: ProblemList,
): Freeze | null {
  const from = problems.need(`freezes.${String(index)}.from`, row.from)
  if (from !== null && row.until !== null && row.until < from)
    problems.add(`freezes.${String(index)}.until`, 'before-start')
  return from === null ? null : { ...source, from, until: row.until, stops: row.stops }
}
