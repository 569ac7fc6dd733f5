import {
  complaintReplyBy,
  complaintTask,
  dropMember,
  letterReplyBy,
  putMember,
  replyTask,
  type Case,
  type Complaint,
  type ComplaintOutcome,
  type SavedLetter,
} from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'
import type { HelpChannel } from './types.ts'

/** The letter to a channel about a lender that was sent last and whose reply is waited for; null where none is. */
export const letterOnItsWay = (
  letters: readonly SavedLetter[],
  { channel, creditor }: { readonly channel: HelpChannel; readonly creditor: string | null },
): SavedLetter | null =>
  letters
    .filter(
      ({ letter, creditor: about, sent }) =>
        letter === channel.letter && about === creditor && letterReplyBy(sent) !== null,
    )
    .toSorted((one, other) => ((one.sent?.on ?? '') < (other.sent?.on ?? '') ? -1 : 1))
    .at(-1) ?? null

/** Whether the reply to such a letter is waited for already, as the reply to the complaint it carries. */
export const isTracked = (
  { letter, creditor }: Pick<SavedLetter, 'letter' | 'creditor'>,
  request: {
    readonly complaints: readonly Complaint[]
    readonly channels: readonly HelpChannel[]
    readonly on: CalendarDate
  },
): boolean => {
  const carried = new Set(
    request.channels.filter((channel) => channel.letter === letter).map(({ id }) => id),
  )
  return request.complaints
    .filter((complaint) => complaint.creditor === creditor && carried.has(complaint.channel))
    .map(complaintReplyBy)
    .some((due) => due !== null && due >= request.on)
}

/**
 * The case with a complaint that went out. Where a reply is due by a day, waiting for it is a task.
 * A letter that carried it stops waiting for a reply of its own: one reply is told once.
 * @param taskTitle what the task is called, in the person's language
 */
export function fileComplaint(
  facts: Case,
  complaint: Complaint,
  {
    taskTitle,
    letter = null,
  }: { readonly taskTitle: string; readonly letter?: SavedLetter | null },
): Case {
  const filed = putMember(
    letter === null ? facts : withoutWait(facts, letter),
    'complaints',
    complaint,
  )
  const { id, replyDueOn: dueOn } = complaint
  if (dueOn === null) return filed
  const task = { id: complaintTask(id), title: taskTitle, dueOn, doneOn: null, loan: null }
  return putMember(filed, 'tasks', task)
}

/** The case in which nothing waits for the reply to a letter. */
const withoutWait = (facts: Case, letter: SavedLetter): Case =>
  letter.sent === null
    ? facts
    : dropMember(
        putMember(facts, 'letters', { ...letter, sent: { ...letter.sent, replyDueOn: null } }),
        'tasks',
        replyTask(letter.id),
      )

/** The case with what became of a complaint, and the task that waited for it done on that day. */
export function concludeComplaint(
  facts: Case,
  complaint: Complaint,
  { outcome, on }: { readonly outcome: ComplaintOutcome; readonly on: CalendarDate },
): Case {
  const closed = putMember(facts, 'complaints', { ...complaint, outcome, closedOn: on })
  const task = closed.tasks.find(({ id }) => id === complaintTask(complaint.id))
  return task === undefined ? closed : putMember(closed, 'tasks', { ...task, doneOn: on })
}

/** The case without a complaint that was noted by mistake, and without its task. */
export const withdrawComplaint = (facts: Case, complaint: string): Case =>
  dropMember(dropMember(facts, 'complaints', complaint), 'tasks', complaintTask(complaint))
