import type { Carried } from './carried.ts'
import type { Evidence } from './evidence.ts'

export const CONTACT_CHANNELS = [
  'call',
  'sms',
  'wechat',
  'visit',
  'letter',
  'email',
  'app',
  'social-media',
] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export const CONTACT_PARTIES = [
  'debtor',
  'emergency-contact',
  'third-party',
  'employer',
  'public',
] as const
export type ContactParty = (typeof CONTACT_PARTIES)[number]

export const CONTACT_DIRECTIONS = ['in', 'out'] as const
export type ContactDirection = (typeof CONTACT_DIRECTIONS)[number]

export const CONDUCT_TAGS = [
  'threat',
  'abuse',
  'impersonation',
  'false-statement',
  'harassing-repetition',
  'asked-third-party-to-pay',
  'personal-account-payment',
  'publicised',
  'new-borrowing-suggested',
] as const
export type ConductTag = (typeof CONDUCT_TAGS)[number]

export interface Caller extends Carried {
  readonly name: string
  readonly agency: string
  readonly number: string
  /** Whether the caller said who they are and for whom they call. */
  readonly identified: boolean
  /** True where it is not known whether they did, as in a list of calls: `identified` says nothing then. */
  readonly identityUnknown?: boolean | undefined
}

/** One call, message or visit. */
export interface Contact extends Carried {
  readonly id: string
  /** ISO 8601 moment with its offset. */
  readonly at: string
  readonly creditor: string | null
  readonly loan: string | null
  readonly direction: ContactDirection
  readonly channel: ContactChannel
  readonly party: ContactParty
  /** Who of the people close to the debtor was reached: an id in the case's people. */
  readonly person: string | null
  readonly caller: Caller | null
  readonly connected: boolean
  /** How many came to a visit; null = not a visit, or not counted. */
  readonly visitors: number | null
  readonly disclosedDebt: boolean
  readonly conduct: readonly ConductTag[]
  readonly recorded: boolean
  readonly notes: string
  readonly evidence: readonly Evidence[]
}
