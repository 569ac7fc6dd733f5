import type { Contact, ContactChannel } from '../../domain/case/index.ts'

/** The ways a message or an advertisement comes in. */
export const MESSAGE_CHANNELS = ['sms', 'wechat', 'app', 'social-media', 'email', 'call'] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number] & ContactChannel

/** A pasted message as an entry of the log. What it breaks is for the person to say: words alone show nothing. */
export const messageContact = (message: {
  readonly id: string
  readonly at: string
  readonly channel: MessageChannel
  readonly text: string
}): Contact => ({
  id: message.id,
  at: message.at,
  creditor: null,
  loan: null,
  direction: 'in',
  channel: message.channel,
  party: 'debtor',
  person: null,
  caller: null,
  connected: true,
  visitors: null,
  disclosedDebt: false,
  conduct: [],
  recorded: false,
  notes: message.text,
  evidence: [],
})
