import type { FreezeStops, Loan } from '../case/index.ts'
import { dateOfDayNumber, dayNumber, rememberByIdentity } from '../kernel/index.ts'
import { isRevolving } from './contract-rows.ts'
import { spanOf, type DaySpan } from './freezes.ts'
import {
  chargeWithoutPenalty,
  dailyRate,
  overdueCharge,
  type DailyRate,
  type OverdueCharge,
} from './overdue-charge.ts'
import { rateOn } from './rate-stretches.ts'

/** What money bears from a day on, until the next entry of the list. */
export interface DayTerms {
  /** As a day number. */
  readonly since: number
  /** Ordinary interest by the day of revolving credit; null = stopped. */
  readonly interest: DailyRate | null
  /** What late money bears; null = nothing. */
  readonly charge: OverdueCharge | null
  /** Whether a missed due date costs a late fee. */
  readonly lateFees: boolean
}

/**
 * The terms of a loan day by day: they turn where its rate changes and where a freeze begins or
 * ends. The first entry is there from the start. Where freezes overlap, the stronger one counts.
 */
export const dayTerms = rememberByIdentity((loan: Loan): readonly DayTerms[] => {
  const first = dayNumber(loan.disbursedOn)
  const freezes = loan.freezes.map((freeze) => ({ span: spanOf(freeze), stops: freeze.stops }))
  const turns = [
    ...loan.rateChanges.map(({ on }) => dayNumber(on)),
    ...freezes.flatMap(({ span }) => [span.start, span.end]),
  ]
  const days = [...new Set(turns.filter((day) => day > first && Number.isFinite(day)))]
  return [first, ...days.sort((a, b) => a - b)].map((since): DayTerms => {
    const stopped = (what: 'everything' | 'penalty') =>
      freezes.some(({ span, stops }) => stops === what && isIn(since, span))
    const freeze = stopped('everything') ? 'everything' : stopped('penalty') ? 'penalty' : null
    return termsWith(loan, since, freeze)
  })
})

const isIn = (day: number, { start, end }: DaySpan): boolean => start <= day && day < end

function termsWith(loan: Loan, since: number, stops: FreezeStops | null): DayTerms {
  if (stops === 'everything') return { since, interest: null, charge: null, lateFees: false }
  const rate = rateOn(loan, dateOfDayNumber(since))
  const terms = { rate, keepsInterest: isRevolving(loan) }
  return {
    since,
    interest: dailyRate(rate, loan),
    charge: stops === null ? overdueCharge(loan, terms) : chargeWithoutPenalty(loan, terms),
    lateFees: stops === null,
  }
}
