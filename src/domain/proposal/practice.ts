import type { Localised } from '../cost/index.ts'
import { sumFen, type CalendarDate, type Fen } from '../kernel/index.ts'
import type { FactorName, Proposal } from './types.ts'

/** What a figure of published practice measures: months of a plan, or the part of the balance paid each month. */
export type PracticeMeasure = 'term-months' | 'monthly-part'

/** A published figure or rule of practice, with where and when it was published. No forecast of what a creditor says. */
export interface PracticeBand {
  readonly id: string
  /** The point of the checklist that it stands behind. */
  readonly factor: FactorName
  readonly title: Localised
  readonly says: Localised
  readonly measure: PracticeMeasure | null
  /** Plain numbers (0.02 = 2 %); null = open at that end. */
  readonly low: number | null
  readonly high: number | null
  readonly source: string
  /** The year, month or day of publication as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly published: string | null
  readonly seenOn: CalendarDate
}

/** A band with this proposal's own figure beside it. */
export interface BandReading {
  readonly band: PracticeBand
  /** Null where the band measures nothing or the proposal has no payments. */
  readonly value: number | null
  readonly standing: 'below' | 'within' | 'above' | null
}

/** Holds a proposal against published practice, row by row. */
export function readBands(
  proposal: Proposal,
  bands: readonly PracticeBand[],
  owedNow: Fen,
): readonly BandReading[] {
  return bands.map((band) => {
    const value = measured(proposal, band.measure, owedNow)
    return { band, value, standing: standingOf(value, band) }
  })
}

function measured(
  { months, perLoan }: Proposal,
  measure: PracticeMeasure | null,
  owedNow: Fen,
): number | null {
  if (perLoan.length === 0) return null
  if (measure === 'term-months') return months
  if (measure === null || owedNow <= 0) return null
  return sumFen(perLoan.map(({ ask }) => ask.target.monthly)) / owedNow
}

function standingOf(value: number | null, { low, high }: PracticeBand): BandReading['standing'] {
  if (value === null || (low === null && high === null)) return null
  if (low !== null && value < low) return 'below'
  return high !== null && value > high ? 'above' : 'within'
}
