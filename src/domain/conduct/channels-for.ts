import type { CreditorKind } from '../case/index.ts'
import { addDays, type CalendarDate } from '../kernel/index.ts'
import type { ChannelSubject, HelpChannel, ReplyCase } from './types.ts'

/** The channels for a matter, in the order to try them; a lender of unknown kind may be any. */
export const channelsFor = (
  {
    subjects,
    creditorKind,
  }: {
    readonly subjects: readonly ChannelSubject[]
    readonly creditorKind: CreditorKind | null
  },
  channels: readonly HelpChannel[],
): readonly HelpChannel[] =>
  channels
    .filter(
      (channel) =>
        channel.subjects.some((subject) => subjects.includes(subject)) &&
        (creditorKind === null || channel.creditorKinds.includes(creditorKind)),
    )
    .toSorted((one, other) => one.step - other.step)

export interface ReplyDate {
  readonly case: ReplyCase
  readonly dueOn: CalendarDate
}

/**
 * By when a channel has to reply to a complaint about a lender of this kind: calendar days from the day
 * it was received or accepted, that day not counted. None where no deadline is known.
 */
export const replyDates = (
  { replies }: HelpChannel,
  about: { readonly creditorKind: CreditorKind | null; readonly from: CalendarDate },
): readonly ReplyDate[] =>
  replies
    .filter(
      ({ creditorKinds }) =>
        about.creditorKind !== null && creditorKinds.includes(about.creditorKind),
    )
    .map(({ case: replyCase, days }) => ({ case: replyCase, dueOn: addDays(about.from, days) }))
