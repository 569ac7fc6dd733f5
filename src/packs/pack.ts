import type { Locale } from '../domain/case/index.ts'
import type { Localised, LprPoint, PriceLimit } from '../domain/cost/index.ts'
import type { CalendarDate } from '../domain/kernel/index.ts'
import type { ArrangementRule } from '../domain/proposal/index.ts'

export interface PackMeta {
  /** The folder's name: the case file's `jurisdiction`. */
  readonly id: string
  readonly name: Localised
  readonly currency: string
  readonly locales: readonly Locale[]
  /** The day on which the rules were last held against their sources. */
  readonly reviewedOn: CalendarDate
  readonly disclaimer: Localised
}

/** A letter's words: Markdown with Liquid, in each language. */
export interface LetterTemplate {
  readonly id: string
  readonly title: Localised
  /** What to know before sending it: for the person, never part of the letter. */
  readonly before: Localised
  readonly markdown: Localised
}

/** A jurisdiction's law and words, read and checked. */
export interface Pack {
  readonly meta: PackMeta
  readonly limits: readonly PriceLimit[]
  readonly lpr: readonly LprPoint[]
  readonly arrangements: readonly ArrangementRule[]
  readonly letters: readonly LetterTemplate[]
}
