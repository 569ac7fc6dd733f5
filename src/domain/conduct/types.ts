import type { ConductTag, ContactChannel, CreditorKind, LoanKind } from '../case/index.ts'
import type { Citation, Localised } from '../cost/index.ts'
import type { CalendarDate } from '../kernel/index.ts'

/** How much weight a source has: a standard or a trade body's guideline is no statute. */
export const SOURCE_NATURES = [
  'statute',
  'regulation',
  'judicial',
  'standard',
  'self-regulation',
  'press',
] as const
export type SourceNature = (typeof SOURCE_NATURES)[number]

/** What a breach may be used for. */
export const REMEDIES = ['complaint', 'police', 'civil-claim'] as const
export type Remedy = (typeof REMEDIES)[number]

/** What usually has to be shown for a breach to be believed. */
export const EVIDENCE_NEEDS = [
  'recording',
  'screenshot',
  'call-log',
  'caller-number',
  'witness-statement',
  'visitor-count',
  'reachable',
  'no-consent',
  'not-guarantor',
  'asked-to-stop',
  'agreement',
  'payment-proof',
  'outsourcing-notice',
  'police-receipt',
  'lender-kind',
  'rule-covers-lender',
] as const
export type EvidenceNeed = (typeof EVIDENCE_NEEDS)[number]

/** What a complaint is about; a channel names the ones it takes. */
export const CHANNEL_SUBJECTS = [
  'collection',
  'fees',
  'credit-record',
  'personal-data',
  'harassing-calls',
  'threat',
  'fraud',
  'goods',
  'legal-advice',
  'mental-health',
] as const
export type ChannelSubject = (typeof CHANNEL_SUBJECTS)[number]

export const RULE_SEVERITIES = ['info', 'warn', 'serious'] as const
export type RuleSeverity = (typeof RULE_SEVERITIES)[number]

/** When a debtor counts as out of reach: from the day after so many failed calls, or once they failed on days in a row. */
export interface OutOfReach {
  readonly attemptsOnOneDay: number
  readonly daysInRow: number
  /** How many days back a contact with the debtor shows that they could be reached. */
  readonly lookBackDays: number
}

/** How a rule is held against the log, with its own figures. Times of day are minutes after midnight. */
export type ConductCheck =
  | {
      readonly kind: 'quiet-hours'
      readonly from: number
      readonly until: number
      readonly channels: readonly ContactChannel[]
      /** Channels of which it is not known whether the rule means them. */
      readonly doubtfulChannels: readonly ContactChannel[]
    }
  | { readonly kind: 'connected-calls'; readonly perDay: number }
  | { readonly kind: 'unanswered-attempts'; readonly perDay: number }
  | (OutOfReach & { readonly kind: 'third-party-contact' })
  | { readonly kind: 'third-party-repeated'; readonly withinDays: number }
  | { readonly kind: 'debt-disclosed' }
  | { readonly kind: 'unidentified-caller' }
  | { readonly kind: 'tag'; readonly tag: ConductTag }
  | { readonly kind: 'publicised' }
  | { readonly kind: 'visit-persons'; readonly atLeast: number }
  | (OutOfReach & { readonly kind: 'workplace' })
  | { readonly kind: 'after-agreement' }
  | { readonly kind: 'outsourced-without-notice' }
export type ConductCheckKind = ConductCheck['kind']

/** Why a check may find something. A pack has words for every code of its rules' checks. */
export const WHY_CODES = {
  'quiet-hours': ['at-night', 'message-at-night'],
  'connected-calls': ['calls-over-limit'],
  'unanswered-attempts': ['attempts-over-limit', 'attempts-from-several-numbers'],
  'third-party-contact': ['reached-before', 'not-shown-unreachable'],
  'third-party-repeated': ['again', 'perhaps-again'],
  'debt-disclosed': ['told-others'],
  'unidentified-caller': ['not-identified'],
  tag: ['marked'],
  publicised: ['marked', 'public-contact'],
  'visit-persons': ['one-person', 'number-unknown'],
  workplace: ['reached-before', 'not-shown-unreachable'],
  'after-agreement': ['after-signing', 'after-accepted-offer'],
  'outsourced-without-notice': ['agency-appeared', 'agency-unnamed'],
} as const satisfies Readonly<Record<ConductCheckKind, readonly string[]>>
export type WhyCode = (typeof WHY_CODES)[ConductCheckKind][number]

/** One source of a rule: where it stands, since when, and whom it binds. */
export interface ConductBasis {
  readonly citation: Citation
  readonly nature: SourceNature
  readonly inForceFrom: CalendarDate
  readonly inForceUntil: CalendarDate | null
  /** Lenders it binds. */
  readonly creditorKinds: readonly CreditorKind[]
  /** Lenders of which it has to be checked whether it binds them. */
  readonly doubtfulKinds: readonly CreditorKind[]
  /** Kinds of loan it is about; null = any. */
  readonly loanKinds: readonly LoanKind[] | null
}

/** A rule on how debts may be collected. */
export interface ConductRule {
  readonly id: string
  readonly title: Localised
  /** What it says, in one plain sentence. */
  readonly says: Localised
  readonly severity: RuleSeverity
  readonly goodFor: readonly Remedy[]
  /** What a complaint about it is about. */
  readonly subjects: readonly ChannelSubject[]
  readonly evidence: readonly EvidenceNeed[]
  readonly check: ConductCheck
  /** Words for each reason, with the finding's values in braces. */
  readonly why: Readonly<Partial<Record<WhyCode, Localised>>>
  /** At least one; the first that fits is cited. */
  readonly bases: readonly ConductBasis[]
}

/** How sure the log makes a finding: it shows the breach, or it only points to one. */
export type Certainty = 'clear' | 'possible'

/** The ids of a list from `first` until before `end`. The findings of a long log share their lists. */
export interface IdStretch {
  readonly ids: readonly string[]
  readonly first: number
  readonly end: number
}

/** One contact that broke, or may have broken, a rule. */
export interface ConductFinding {
  readonly rule: ConductRule
  /** The source that binds this lender on that day. */
  readonly basis: ConductBasis
  /** The id of the contact by which the rule was broken. */
  readonly contact: string
  /** Those it is counted with, itself among them, in the order of time; null: it alone. See `countedContacts`. */
  readonly counted: IdStretch | null
  readonly on: CalendarDate
  readonly certainty: Certainty
  readonly severity: RuleSeverity
  readonly why: { readonly code: WhyCode; readonly values: Readonly<Record<string, string>> }
  /** What is not in the log and would be asked for. */
  readonly missing: readonly EvidenceNeed[]
}

/** From when the days of a reply are counted. */
export const REPLY_STARTS = ['receipt', 'acceptance'] as const
export type ReplyStart = (typeof REPLY_STARTS)[number]

/** Which reply: the notice of what happens, the ordinary one, and the longest ones. */
export const REPLY_CASES = ['notice', 'ordinary', 'complex', 'extended'] as const
export type ReplyCase = (typeof REPLY_CASES)[number]

/** Within how many days a channel has to reply. */
export interface ReplyDeadline {
  readonly days: number
  readonly from: ReplyStart
  readonly case: ReplyCase
  /** Complaints about these lenders; for others no deadline is known. */
  readonly creditorKinds: readonly CreditorKind[]
}

/** A citation with the weight of its source. */
export interface WeighedCitation {
  readonly citation: Citation
  readonly nature: SourceNature
}

/** Where to complain or get help. */
export interface HelpChannel {
  readonly id: string
  /** In which order to try: 1 first. */
  readonly step: number
  /** The letter that fits it: an id of the pack's letters; null = none does. */
  readonly letter: string | null
  /** To whom that letter is addressed; null: the letter itself knows. */
  readonly addressee: Localised | null
  readonly name: Localised
  readonly useFor: Localised
  readonly how: Localised
  readonly phones: readonly string[]
  readonly subjects: readonly ChannelSubject[]
  readonly creditorKinds: readonly CreditorKind[]
  readonly replies: readonly ReplyDeadline[]
  readonly sources: readonly WeighedCitation[]
}
