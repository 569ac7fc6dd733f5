import {
  putMember,
  type Case,
  type ConductTag,
  type Contact,
  type ContactChannel,
  type Talk,
} from '../../domain/case/index.ts'
import type { CalendarDate, Fen } from '../../domain/kernel/index.ts'

export const CALL_ENDINGS = [
  'agreed',
  'countered',
  'refused',
  'no-answer',
  'stopped',
  'not-reached',
] as const
export type CallEnding = (typeof CALL_ENDINGS)[number]

/** What a person notes down after a talk. */
export interface CallNote {
  readonly ending: CallEnding
  readonly direction: Contact['direction']
  readonly amount: Fen | null
  readonly months: number | null
  readonly name: string
  readonly agency: string
  readonly number: string
  readonly identified: boolean
  readonly recorded: boolean
  readonly conduct: readonly ConductTag[]
  readonly notes: string
}

/** What the page knows of the talk by itself. */
export interface CallFrame {
  readonly at: string
  readonly on: CalendarDate
  readonly loan: string
  readonly creditor: string
  readonly channel: ContactChannel
  readonly party: Contact['party']
  readonly contactId: string
  readonly talkId: string
}

/**
 * The case with the talk in its log, and in the negotiation of the loan where it moved that. A letter
 * that is talked about was talked about by telephone.
 */
export function logCall(facts: Case, frame: CallFrame, note: CallNote): Case {
  const logged = putMember(facts, 'contacts', contactOf(frame, note))
  const talk = talkOf(frame, note)
  const loan = facts.loans.find(({ id }) => id === frame.loan)
  if (talk === null || loan === undefined) return logged
  return putMember(logged, 'loans', { ...loan, talks: [...loan.talks, talk] })
}

function contactOf(frame: CallFrame, note: CallNote): Contact {
  const { name, agency, number, identified } = note
  // A box that was not ticked is no breach: it may be that nobody looked at it.
  const identity = identified ? { identified } : { identified, identityUnknown: true }
  const isKnown = name !== '' || agency !== '' || number !== '' || identified
  return {
    id: frame.contactId,
    at: frame.at,
    creditor: frame.creditor,
    loan: frame.loan,
    direction: note.direction,
    channel: frame.channel === 'letter' ? 'call' : frame.channel,
    party: frame.party,
    person: null,
    caller: isKnown ? { name, agency, number, ...identity } : null,
    connected: note.ending !== 'not-reached',
    visitors: null,
    disclosedDebt: false,
    conduct: note.conduct,
    recorded: note.recorded,
    notes: note.notes,
    evidence: [],
  }
}

function talkOf(frame: CallFrame, { ending, amount, months }: CallNote): Talk | null {
  if (ending === 'stopped' || ending === 'not-reached') return null
  return {
    id: frame.talkId,
    on: frame.on,
    kind: ending,
    amount,
    months,
    concession: null,
    rate: null,
    replyBy: null,
    inWriting: false,
    note: '',
  }
}
