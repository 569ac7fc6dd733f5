import type { Locale } from '../domain/case/index.ts'
import type {
  ConductRule,
  CreditRecordRules,
  HelpChannel,
  ScamSign,
  SourceNature,
  StageSign,
  WeighedCitation,
} from '../domain/conduct/index.ts'
import type { Localised, LprPoint, PriceLimit } from '../domain/cost/index.ts'
import type { CalendarDate } from '../domain/kernel/index.ts'
import type { LetterSpec, Right } from '../domain/document/index.ts'
import type { ArrangementRule, PracticeBand } from '../domain/proposal/index.ts'
import type { ScriptBook } from './script.ts'

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

/** What a letter is for, in the order a person looks for it. */
export const LETTER_GROUPS = [
  'propose',
  'dispute',
  'privacy',
  'complain',
  'agreement',
  'people',
  'enclosure',
] as const
export type LetterGroup = (typeof LETTER_GROUPS)[number]

/** A letter: when it applies, what to know about it, and its words as Markdown with Liquid in each language. */
export interface LetterTemplate extends LetterSpec {
  readonly title: Localised
  readonly group: LetterGroup
  /** Who it is addressed to. */
  readonly recipient: Localised
  /** When to use it. */
  readonly when: Localised
  readonly enclose: readonly Localised[]
  /** How to send it and keep proof. */
  readonly send: Localised
  /** Ids of warnings to read before sending it: for the person, never part of the letter. */
  readonly warnings: readonly string[]
  /** Days within which the letter asks for a reply; null where it asks for none. */
  readonly replyDays: number | null
  readonly markdown: Localised
}

/** What to know before a letter is sent. */
export interface LetterWarning {
  readonly id: string
  readonly title: Localised
  readonly says: Localised
  /** Ids of the rights it rests on. */
  readonly rights: readonly string[]
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
  /** What shows it whatever the days are. */
  readonly shownBy: readonly StageSign[]
  readonly title: Localised
  readonly happens: Localised
  readonly mayNot: Localised
  readonly duties: Localised
  /** The conduct rules that matter most in it. */
  readonly rules: readonly string[]
  readonly checklist: readonly { readonly id: string; readonly text: Localised }[]
  readonly sources: readonly WeighedCitation[]
}

/** The guide's topics by what a person is living through, in the order they are shown. */
export const GUIDE_GROUPS = [
  'calls',
  'people',
  'home',
  'court',
  'credit',
  'money',
  'help',
  'mind',
] as const
export type GuideGroup = (typeof GUIDE_GROUPS)[number]

/** A topic of the guide, in Markdown. */
export interface GuideTopic {
  readonly id: string
  readonly group: GuideGroup
  readonly title: Localised
  /** Further words that it is found by. */
  readonly keywords: Localised
  /** The day on which it was last held against its sources. */
  readonly reviewedOn: CalendarDate
  readonly sources: readonly WeighedCitation[]
  readonly markdown: Localised
}

/** A jurisdiction's law and words, read and checked. */
export interface Pack {
  readonly meta: PackMeta
  readonly limits: readonly PriceLimit[]
  readonly lpr: readonly LprPoint[]
  readonly arrangements: readonly ArrangementRule[]
  /** What published practice calls usual, with its sources. */
  readonly practice: readonly PracticeBand[]
  readonly rights: readonly Right[]
  readonly letters: readonly LetterTemplate[]
  readonly letterWarnings: readonly LetterWarning[]
  /** Passages that several letters share, by name. */
  readonly letterParts: Readonly<Record<string, Localised>>
  readonly sources: readonly LawSource[]
  readonly conduct: readonly ConductRule[]
  readonly channels: readonly HelpChannel[]
  readonly stages: readonly CollectionStage[]
  readonly guide: readonly GuideTopic[]
  readonly scamSigns: readonly ScamSign[]
  readonly creditRecord: CreditRecordRules
  /** The scripts, read and checked when they are first asked for: it takes time that a start doesn't have. @throws Error when they are broken */
  readonly talk: () => ScriptBook
}
