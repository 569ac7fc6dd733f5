import type { CalendarDate } from '../kernel/index.ts'
import type { Carried } from './carried.ts'
import type { Evidence } from './evidence.ts'

export const SENDING_CHANNELS = ['registered-post', 'post', 'email', 'app', 'fax', 'hand'] as const
export type SendingChannel = (typeof SENDING_CHANNELS)[number]

/** How a letter went out. From then on its text is frozen. */
export interface Sending extends Carried {
  readonly on: CalendarDate
  readonly channel: SendingChannel
  /** Number of the post or of the ticket. */
  readonly reference: string
  readonly replyDueOn: CalendarDate | null
  readonly repliedOn: CalendarDate | null
  readonly evidence: readonly Evidence[]
}

/** An earlier text of a letter. */
export interface LetterVersion extends Carried {
  readonly savedOn: CalendarDate
  readonly markdown: string
}

/** A letter that a person kept, edited or sent. */
export interface SavedLetter extends Carried {
  readonly id: string
  /** Id of the pack's template. */
  readonly letter: string
  readonly loan: string | null
  readonly creditor: string | null
  readonly locale: string
  readonly title: string
  readonly markdown: string
  readonly savedOn: CalendarDate
  /** Earlier texts, oldest first. */
  readonly versions: readonly LetterVersion[]
  readonly sent: Sending | null
}

export const COMPLAINT_OUTCOMES = ['upheld', 'rejected', 'settled', 'no-reply'] as const
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number]

/** A complaint on its way through one channel. */
export interface Complaint extends Carried {
  readonly id: string
  /** Id of the pack's channel. */
  readonly channel: string
  readonly creditor: string | null
  /** Ids of the contacts it is about. */
  readonly contacts: readonly string[]
  /** Ids of the rules it names. */
  readonly rules: readonly string[]
  readonly filedOn: CalendarDate | null
  readonly reference: string
  readonly replyDueOn: CalendarDate | null
  readonly outcome: ComplaintOutcome | null
  readonly closedOn: CalendarDate | null
  readonly note: string
  readonly evidence: readonly Evidence[]
}

/** The day by which the reply to a letter is waited for; null where none is. */
export const letterReplyBy = (sent: Sending | null): CalendarDate | null =>
  sent?.repliedOn === null ? sent.replyDueOn : null

/** Whether nothing came of a complaint so far. */
export const isOpenComplaint = ({ outcome, closedOn }: Complaint): boolean =>
  outcome === null && closedOn === null

/** The day by which the reply to a complaint is waited for; null where none is. */
export const complaintReplyBy = (complaint: Complaint): CalendarDate | null =>
  isOpenComplaint(complaint) ? complaint.replyDueOn : null

/** The id of the task that waits for the reply to a letter. */
export const replyTask = (letter: string): string => `reply-${letter}`

/** The id of the task that waits for the reply to a complaint. */
export const complaintTask = (complaint: string): string => `complaint-${complaint}`

/** Something to do by a day, written down by the person. */
export interface Task extends Carried {
  readonly id: string
  readonly title: string
  readonly dueOn: CalendarDate
  readonly doneOn: CalendarDate | null
  readonly loan: string | null
}

export const RELATIONS = ['family', 'friend', 'colleague', 'employer', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** Someone close to the debtor whom a collector may ring. */
export interface Person extends Carried {
  readonly id: string
  readonly name: string
  readonly relation: Relation
  readonly warnedOn: CalendarDate | null
  readonly note: string
}
