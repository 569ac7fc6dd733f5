import type { Case, Contact } from '../../domain/case/index.ts'
import {
  momentAt,
  momentReader,
  type PastedContact,
  type PastedPiece,
} from '../../domain/conduct/index.ts'
import { aboutIds } from './about-options.ts'

/** A call or message of the pasted text, with its place among the pieces. */
export interface PastedLine {
  readonly place: number
  readonly contact: PastedContact
  readonly lines: readonly string[]
  /** Whether the log has it already. */
  readonly isKnown: boolean
}

/** The minute and number of every entry: two of the same are one. */
export function twinsOf(contacts: readonly Contact[], utcOffset: number): ReadonlySet<string> {
  const momentOf = momentReader(utcOffset)
  return new Set(
    contacts.map(({ at, caller }) => {
      const { date, minute } = momentOf(at)
      return `${date} ${String(minute)} ${digitsOf(caller?.number ?? '')}`
    }),
  )
}

const digitsOf = (number: string): string => number.replace(/[^\d*]/g, '')

/** The calls and messages of pasted text; one that stands there twice counts as known the second time. */
export function pastedLines(
  pieces: readonly PastedPiece[],
  twins: ReadonlySet<string>,
): readonly PastedLine[] {
  const seen = new Set(twins)
  return pieces.flatMap(({ contact, lines }, place): PastedLine[] => {
    if (contact === null) return []
    const key = `${contact.date} ${String(contact.minute)} ${digitsOf(contact.number)}`
    const isKnown = seen.has(key)
    seen.add(key)
    return [{ place, contact, lines, isKnown }]
  })
}

/** The entry of a pasted line. Its own text is kept as notes; who was speaking is not known. */
export function contactOfPasted(
  { contact, lines }: PastedLine,
  frame: {
    readonly facts: Case
    readonly id: string
    readonly about: string
    readonly utcOffset: number
    readonly connected: boolean
  },
): Contact {
  const { date, minute, number, channel, direction } = contact
  const unknown = { name: '', agency: '', identified: false, identityUnknown: true }
  return {
    id: frame.id,
    at: momentAt(date, minute, frame.utcOffset),
    ...aboutIds(frame.about, frame.facts, null),
    ...{ direction, channel, party: 'debtor', person: null },
    caller: number === '' ? null : { ...unknown, number },
    connected: channel === 'sms' || frame.connected,
    visitors: null,
    disclosedDebt: false,
    conduct: [],
    recorded: false,
    notes: lines.join('\n'),
    evidence: [],
  }
}
