import { putMember, replyTask, type Case, type SavedLetter, type Sending } from '../case/index.ts'
import type { CalendarDate } from '../kernel/index.ts'

/** The letter in which consent is withdrawn: sending it is a fact about the loans it names. */
const CONSENT_LETTER = 'consent-withdrawal'

/**
 * The case with a letter sent: its text is frozen, the day a reply is due is a task, and consent that
 * it withdraws is withdrawn.
 * @param taskTitle what the task is called, in the person's language
 */
export function markSent(
  facts: Case,
  letter: SavedLetter,
  { sent, taskTitle }: { readonly sent: Sending; readonly taskTitle: string },
): Case {
  const withLetter = putMember(facts, 'letters', { ...letter, sent })
  const withTask =
    sent.replyDueOn === null
      ? withLetter
      : putMember(withLetter, 'tasks', {
          id: replyTask(letter.id),
          title: taskTitle,
          dueOn: sent.replyDueOn,
          doneOn: null,
          loan: letter.loan,
        })
  return letter.letter === CONSENT_LETTER
    ? withdrawConsent(withTask, letter.creditor, sent.on)
    : withTask
}

/** The case with the reply to a letter received, and the task that waited for it done. */
export function markReplied(facts: Case, letter: SavedLetter, on: CalendarDate): Case {
  if (letter.sent === null) return facts
  const replied = putMember(facts, 'letters', {
    ...letter,
    sent: { ...letter.sent, repliedOn: on },
  })
  const task = replied.tasks.find(({ id }) => id === replyTask(letter.id))
  return task === undefined ? replied : putMember(replied, 'tasks', { ...task, doneOn: on })
}

const withdrawConsent = (facts: Case, creditor: string | null, on: CalendarDate): Case => ({
  ...facts,
  loans: facts.loans.map((loan) =>
    loan.creditor !== creditor || loan.exposure === null
      ? loan
      : {
          ...loan,
          exposure: { ...loan.exposure, consentWithdrawnOn: on, deletionAskedOn: on },
        },
  ),
})
