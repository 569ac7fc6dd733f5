import type { CalendarDate, Fen, Rate } from '../kernel/index.ts'
import type { Carried } from './carried.ts'

export const OFFER_KINDS = ['settlement', 'instalment', 'deferral', 'waiver'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

/** What a creditor has offered. */
export interface Offer extends Carried {
  readonly id: string
  readonly kind: OfferKind
  readonly amount: Fen | null
  readonly months: number | null
  readonly rate: Rate | null
  readonly deadline: CalendarDate | null
  readonly confirmedInWriting: boolean
}

/** What a creditor claims to be owed on a day; null = it did not say. */
export interface Statement extends Carried {
  readonly id: string
  readonly on: CalendarDate
  readonly principal: Fen | null
  readonly interest: Fen | null
  readonly penalty: Fen | null
  readonly fees: Fen | null
  readonly total: Fen | null
  readonly note: string
}

export const TALK_KINDS = ['asked', 'countered', 'agreed', 'refused', 'no-answer'] as const
export type TalkKind = (typeof TALK_KINDS)[number]

/** One step of the talks about a loan. */
export interface Talk extends Carried {
  readonly id: string
  readonly on: CalendarDate
  readonly kind: TalkKind
  /** What was named: each month where `months` is given, else at once. */
  readonly amount: Fen | null
  readonly months: number | null
  /** The most that was asked or granted, 0–5 as in a proposal. */
  readonly concession: number | null
  /** The yearly rate that was named for interest to go on at; null = none was. */
  readonly rate: Rate | null
  readonly replyBy: CalendarDate | null
  readonly inWriting: boolean
  readonly note: string
}

/** What an agreement on a card's personalised instalments has to state (card rules, article 70). */
export const AGREEMENT_ITEMS = [
  'balance',
  'structure',
  'currency',
  'period',
  'method',
  'dates',
  'amounts',
  'interest-and-fees',
  'no-new-cards',
  'rights-and-breach',
  'other',
] as const
export type AgreementItem = (typeof AGREEMENT_ITEMS)[number]

export interface AgreedInstalment extends Carried {
  readonly dueOn: CalendarDate
  readonly amount: Fen
}

export interface AgreedFee extends Carried {
  readonly label: string
  readonly amount: Fen
  /** The day it is taken; null = with the first instalment. */
  readonly on: CalendarDate | null
}

/** The terms that both sides agreed on. */
export interface Agreement extends Carried {
  readonly id: string
  readonly signedOn: CalendarDate
  readonly inWriting: boolean
  /** Agreed by voice, and the recording is kept. */
  readonly recorded: boolean
  /** What was owed by this agreement when it was made. */
  readonly balance: Fen | null
  readonly instalments: readonly AgreedInstalment[]
  readonly fees: readonly AgreedFee[]
  readonly interestStops: boolean | null
  /** The yearly rate at which interest goes on by the agreement; null = it names none. */
  readonly rate: Rate | null
  readonly stated: readonly AgreementItem[]
}
