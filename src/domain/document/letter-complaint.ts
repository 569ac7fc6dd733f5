import type { Case, Creditor, CreditorKind } from '../case/index.ts'
import type { HelpChannel } from '../conduct/index.ts'
import type { Localised } from '../cost/index.ts'
import type { LetterComplaint } from './types.ts'

/** The letter with which a complaint begins. */
const TO_LENDER = 'complaint-to-lender'

type Channels = readonly Pick<HelpChannel, 'id' | 'letter' | 'addressee' | 'creditorKinds'>[]

/** To whom a letter about a lender of this kind goes, by the first channel it fits; null: no channel names anybody. */
export const addresseeOf = (
  channels: Channels,
  letter: string,
  kind: CreditorKind | null,
): Localised | null =>
  channels.find(
    (channel) =>
      channel.letter === letter &&
      channel.addressee !== null &&
      kind !== null &&
      channel.creditorKinds.includes(kind),
  )?.addressee ?? null

/**
 * The last complaint that was made to the lender itself and sent: what a regulator asks for first.
 * One to the agency that collects for it counts too.
 */
export function complaintToLender(
  { complaints, creditors }: Pick<Case, 'complaints' | 'creditors'>,
  creditor: Creditor,
  channels: Channels,
): LetterComplaint | null {
  const own = new Set([
    creditor.id,
    ...creditors.filter(({ onBehalfOf }) => onBehalfOf === creditor.id).map(({ id }) => id),
  ])
  const toLender = new Set(
    channels.filter(({ letter }) => letter === TO_LENDER).map(({ id }) => id),
  )
  const filed = complaints.flatMap(({ creditor: about, channel, filedOn, reference, outcome }) =>
    filedOn !== null && about !== null && own.has(about) && toLender.has(channel)
      ? [{ filedOn, reference, outcome }]
      : [],
  )
  return filed.toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : 1)).at(-1) ?? null
}
