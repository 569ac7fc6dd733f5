import type { Locale } from '../domain/case/index.ts'
import type {
  ConductRule,
  HelpChannel,
  SourceNature,
  WeighedCitation,
} from '../domain/conduct/index.ts'
import type { Localised, LprPoint, PriceLimit } from '../domain/cost/index.ts'
import type { CalendarDate } from '../domain/kernel/index.ts'
import type { ArrangementRule } from '../domain/proposal/index.ts'

export interface PackMeta {
  /** The folder's name: the case file's `jurisdiction`. */
  readonly id: string
  readonly name: Localised
  readonly currency: string
  readonly locales: readonly Locale[]
  /** The clock of the jurisdiction's rules, in minutes ahead of UTC. */
  readonly utcOffset: number
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

/** An instrument that rules and topics cite. */
export interface LawSource {
  readonly id: string
  readonly instrument: Localised
  readonly documentNumber: string | null
  readonly issuer: Localised
  readonly nature: SourceNature
  readonly inForceFrom: CalendarDate
  readonly inForceUntil: CalendarDate | null
  readonly source: string
}

/** A stage of collection by days overdue: what happens, what may not, and what the debtor owes. */
export interface CollectionStage {
  readonly id: string
  readonly fromDay: number
  /** The last day of it; null = without an end. */
  readonly untilDay: number | null
  readonly title: Localised
  readonly happens: Localised
  readonly mayNot: Localised
  readonly duties: Localised
  /** The conduct rules that matter most in it. */
  readonly rules: readonly string[]
  readonly checklist: readonly { readonly id: string; readonly text: Localised }[]
  readonly sources: readonly WeighedCitation[]
}

/** A jurisdiction's law and words, read and checked. */
export interface Pack {
  readonly meta: PackMeta
  readonly limits: readonly PriceLimit[]
  readonly lpr: readonly LprPoint[]
  readonly arrangements: readonly ArrangementRule[]
  readonly letters: readonly LetterTemplate[]
  readonly sources: readonly LawSource[]
  readonly conduct: readonly ConductRule[]
  readonly channels: readonly HelpChannel[]
  readonly stages: readonly CollectionStage[]
}
