import type { Caller, Contact, Creditor } from '../../../domain/case/index.ts'
import { encodeEvidence } from './encode-evidence.ts'
import { filled, fileRecord, known, knownAs, listed, type FileRecord } from './file-record.ts'

export const encodeCreditor = (creditor: Creditor): FileRecord =>
  fileRecord(
    {
      id: creditor.id,
      name: filled(creditor.name),
      kind: creditor.kind,
      licensed: known(creditor.licensed),
      phone: filled(creditor.phone),
      email: filled(creditor.email),
      address: filled(creditor.address),
      onBehalfOf: known(creditor.onBehalfOf),
    },
    creditor,
  )

export const encodeContact = (contact: Contact): FileRecord =>
  fileRecord(
    {
      id: contact.id,
      at: contact.at,
      creditor: known(contact.creditor),
      loan: known(contact.loan),
      direction: contact.direction,
      channel: contact.channel,
      party: contact.party,
      person: known(contact.person),
      caller: knownAs(contact.caller, encodeCaller),
      connected: contact.connected,
      visitors: known(contact.visitors),
      disclosedDebt: contact.disclosedDebt,
      conduct: listed(contact.conduct),
      recorded: contact.recorded,
      notes: filled(contact.notes),
      evidence: encodeEvidence(contact.evidence),
    },
    contact,
  )

const encodeCaller = (caller: Caller): FileRecord =>
  fileRecord(
    {
      name: filled(caller.name),
      agency: filled(caller.agency),
      number: filled(caller.number),
      identified: caller.identified,
      identityUnknown: caller.identityUnknown === true ? true : undefined,
    },
    caller,
  )
