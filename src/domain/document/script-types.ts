import type { Creditor, Debtor, LitigationState, Loan, Locale } from '../case/index.ts'
import type { CalendarDate, Fen } from '../kernel/index.ts'
import type { CitedRule } from './types.ts'

/** What is happening, or what a person is about to do: each situation has one script. */
export const SCRIPT_SITUATIONS = [
  'hotline-proactive',
  'collector-first',
  'collector-repeated',
  'collector-aggressive',
  'call-at-work',
  'third-party-contacted',
  'home-visit',
  'settlement-talk',
  'offer-too-high',
  'personal-account',
  'new-borrowing',
  'text-reply',
  'court-papers',
  'confirm-agreement',
  'regulator-hotline',
] as const
export type ScriptSituation = (typeof SCRIPT_SITUATIONS)[number]

/** What a conversation should have reached by its end. */
export const SCRIPT_GOALS = [
  'identity',
  'offer',
  'waiver',
  'third-parties',
  'writing',
  'within-plan',
  'no-new-loan',
  'official-account',
  'evidence',
] as const
export type ScriptGoal = (typeof SCRIPT_GOALS)[number]

/** Goals that are reached by never breaking them. */
export const KEPT_GOALS: readonly ScriptGoal[] = ['within-plan', 'no-new-loan']

/** What a part of a conversation is about. */
export const SCRIPT_STEPS = [
  'opening',
  'identity',
  'recording',
  'facts',
  'offer',
  'pressure',
  'third-parties',
  'writing',
  'payment',
  'safety',
] as const
export type ScriptStep = (typeof SCRIPT_STEPS)[number]

/** How a conversation ended. */
export const SCRIPT_ENDINGS = ['agreed', 'to-confirm', 'open', 'stopped'] as const
export type ScriptEnding = (typeof SCRIPT_ENDINGS)[number]

export const SCRIPT_TONES = ['calm', 'firm'] as const
export type ScriptTone = (typeof SCRIPT_TONES)[number]

/** What the person offers on one loan: the instalments still to come of the plan, or of a proposal. */
export interface ScriptOffer {
  /** The next instalment. */
  readonly amount: Fen
  readonly firstOn: CalendarDate
  readonly count: number
  readonly total: Fen
  /** Whether all instalments but the last are the same. */
  readonly isLevel: boolean
  /** The yearly rate that interest is asked to be cut to, 0.03 = 3 %, 0 where it is to stop; null where it is not touched. */
  readonly interestTo: number | null
}

/** What may be promised: the instalment of the plan for this loan, and what the household can spare for all. */
export interface PromiseBounds {
  /** Null where the plan asks nothing for this loan. */
  readonly planned: Fen | null
  /** For all creditors together, a month. */
  readonly affordable: Fen
  /** What could be paid once without touching the reserve. */
  readonly lumpSum: Fen
}

/** What a script about one loan may say: values only, the template finds the words. */
export interface ScriptContext {
  readonly on: CalendarDate
  readonly locale: Locale
  readonly debtor: Debtor
  readonly creditor: Creditor
  readonly loan: Loan
  readonly litigation: LitigationState | null
  readonly account: {
    readonly owedNow: Fen
    readonly arrears: Fen
    /** Penalty and fees: what a waiver would be about. */
    readonly charges: Fen
    readonly overdueDays: number
  }
  readonly bounds: PromiseBounds
  readonly offer: ScriptOffer | null
  /** What the creditor last asked for in return, a month. */
  readonly counter: Fen | null
  /** What the creditor named to settle the debt in one sum. */
  readonly settlement: Fen | null
  readonly isAboveLimit: boolean
  /** Every rule that applies; a script picks by id. */
  readonly rules: readonly CitedRule[]
}
