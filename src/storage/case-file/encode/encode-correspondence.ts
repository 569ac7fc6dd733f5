import type {
  Complaint,
  LetterVersion,
  Person,
  SavedLetter,
  Sending,
  Task,
} from '../../../domain/case/index.ts'
import { encodeEvidence } from './encode-evidence.ts'
import { filled, fileRecord, known, knownAs, listed, type FileRecord } from './file-record.ts'

export const encodeLetter = (letter: SavedLetter): FileRecord =>
  fileRecord(
    {
      id: letter.id,
      letter: letter.letter,
      loan: known(letter.loan),
      creditor: known(letter.creditor),
      locale: letter.locale,
      title: filled(letter.title),
      markdown: letter.markdown,
      savedOn: letter.savedOn,
      versions: listed(letter.versions.map(encodeVersion)),
      sent: knownAs(letter.sent, encodeSending),
    },
    letter,
  )

const encodeVersion = (version: LetterVersion): FileRecord =>
  fileRecord({ savedOn: version.savedOn, markdown: version.markdown }, version)

const encodeSending = (sending: Sending): FileRecord =>
  fileRecord(
    {
      on: sending.on,
      channel: sending.channel,
      reference: filled(sending.reference),
      replyDueOn: known(sending.replyDueOn),
      repliedOn: known(sending.repliedOn),
      evidence: encodeEvidence(sending.evidence),
    },
    sending,
  )

export const encodeComplaint = (complaint: Complaint): FileRecord =>
  fileRecord(
    {
      id: complaint.id,
      channel: complaint.channel,
      creditor: known(complaint.creditor),
      contacts: listed(complaint.contacts),
      rules: listed(complaint.rules),
      filedOn: known(complaint.filedOn),
      reference: filled(complaint.reference),
      replyDueOn: known(complaint.replyDueOn),
      outcome: known(complaint.outcome),
      closedOn: known(complaint.closedOn),
      note: filled(complaint.note),
      evidence: encodeEvidence(complaint.evidence),
    },
    complaint,
  )

export const encodeTask = (task: Task): FileRecord =>
  fileRecord(
    {
      id: task.id,
      title: filled(task.title),
      dueOn: task.dueOn,
      doneOn: known(task.doneOn),
      loan: known(task.loan),
    },
    task,
  )

export const encodePerson = (person: Person): FileRecord =>
  fileRecord(
    {
      id: person.id,
      name: filled(person.name),
      relation: person.relation,
      warnedOn: known(person.warnedOn),
      note: filled(person.note),
    },
    person,
  )
